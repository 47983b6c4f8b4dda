import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHome } from '../../../src/app/session.ts';
import { loadExams } from '../../../src/commands/effects/exams.ts';
import { type Session, session, temporaryFolder } from '../../app/support.ts';
import { after, down, type Gallery } from '../gallery-steps.ts';

// As it is once the home screen has stood for a moment.
await loadExams();

const MOCK = `
title: Deep learning
subtitle: Mock
minutes: 20
pass: 50 %
problems:
  - title: Numbers
    credits: 6
    questions: [cnn/filter-weights, losses/two-steps]
  - title: Ticks
    credits: 2
    questions:
      - { topics: [optimization], count: 1 }
`;

/** A folder with a blueprint that can be used and one that cannot. */
function blueprints(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'exams'));
  writeFileSync(join(folder, 'exams/mock.yaml'), MOCK);
  writeFileSync(join(folder, 'exams/wrong.yaml'), MOCK.replace('cnn/filter-weights', 'cnn/gone'));
  return folder;
}

const ABOUT = {
  code: 'mock.7.b.1-k3f9q-8d2',
  form: 'A',
  title: 'Deep learning: Mock',
  minutes: 20,
  credits: 8,
  pass: 4,
};
const BEGAN = new Date('2026-11-20T17:50:00Z');

/** @param forecasts of exams that were taken */
function atExams(forecasts: readonly (readonly [low: number, high: number] | null)[], isOpen = false): Session {
  const walk = session({ start: startHome(), questions: blueprints() });
  const { exams } = walk.store;
  for (const range of forecasts) {
    const forecast = range && { mean: 0.5, low: range[0], high: range[1] };
    const about = { ...ABOUT, clock: 'runs', forecast, zone: 'UTC', at: BEGAN } as const;
    const { id } = exams.begin({ ...about, data: null });
    exams.finish(id, { ...about, earned: 5, self: 1, questions: 3, answered: 2, ms: 9 * 60_000 }, []);
  }
  if (isOpen) exams.begin({ ...ABOUT, clock: 'runs', forecast: null, zone: 'UTC', at: BEGAN, data: null });
  walk.act('exams');
  return walk;
}

export const examsGallery: Gallery = {
  exams: () => after(atExams([[0.3, 0.8], [0.7, 0.9], null]), down, down),
  'exams, at one that can be taken': () => atExams([]),
  'exams, with what to expect': () => after(atExams([]), begin => begin.act('expect')),
  'exams, at one that cannot be used': () => after(atExams([]), down),
  'exams with one that is not finished': () => after(atExams([null], true), down, begin => begin.act('open', 'up')),
  'exams, about to throw one away': () => after(atExams([], true), begin => begin.act('drop-exam')),
  'report of an exam': () => after(atExams([[0.3, 0.8]]), down, down, begin => begin.act('open')),
};
