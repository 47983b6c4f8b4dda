import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Sheet } from '../../src/app/answering.ts';
import { sheetDraft } from '../../src/app/exam/drafts.ts';
import { resumeExam, startExam } from '../../src/app/exam/start.ts';
import { updateExam } from '../../src/app/exam/update.ts';
import { bringToLife } from '../../src/app/machine.ts';
import { Bank } from '../../src/bank/bank.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import type { Template } from '../../src/bank/template.ts';
import type { Context } from '../../src/commands/context.ts';
import { type ExamData, examDataOf, formOf } from '../../src/commands/exam/take-data.ts';
import { examEffects } from '../../src/commands/exam/take-effects.ts';
import type { Blueprint } from '../../src/exam/blueprint.ts';
import type { PlannedForm } from '../../src/exam/form.ts';
import { makeForm } from '../../src/exam/make-form.ts';
import { createScheduler } from '../../src/schedule/memory.ts';
import { studyDayNumber } from '../../src/schedule/study-day.ts';
import { syllabusOf } from '../../src/schedule/syllabus.ts';
import { tuningOf } from '../../src/schedule/tuning.ts';
import type { Attempt } from '../../src/store/attempts.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { temporaryFolder, tutor } from './tutor.ts';

const ZONE = 'Europe/Berlin';
const START = Date.parse('2026-11-20T18:00:00Z');

const question = (id: string, asked = 'What is {{a}} + 1?', vars = 'a: { given: 2, int: [1, 999] }'): Template =>
  readTemplate(
    `---\ntitle: On ${id}\ntopics: [${id.split('/')[0]}]\nsource: [own]\nminutes: 2\nvars: { ${vars} }\nanswer: { number: a + 1 }\n---\n${asked}\n`,
    id,
    `${id}.md`,
  );
const templates = ['cnn/one', 'cnn/two', 'rnn/three'].map(id => question(id));
const planned: PlannedForm = {
  name: 'A',
  index: 0,
  problems: [templates.map(({ id, credits }, i) => ({ id, number: `1.${i + 1}`, credits, seed: i, order: null }))],
};
const blueprint = { title: 'Mock', problems: [{ title: 'All', credits: 3, story: null }] } as unknown as Blueprint;

describe('an attempt', () => {
  const data = (): ExamData =>
    JSON.parse(JSON.stringify(examDataOf(blueprint, planned, makeForm(planned, blueprint, new Bank(templates)))));

  it('is made again as it was, and tells what was changed in the bank', () => {
    const same = formOf(data(), new Bank(templates));
    expect(same.changed).toEqual([]);
    expect(same.form).toEqual(makeForm(planned, blueprint, new Bank(templates)));
    const [one, ...others] = templates as [Template, ...Template[]];
    const { form, changed } = formOf(data(), new Bank([question(one.id, 'Add 1 to {{a}}.'), ...others]));
    expect(changed).toEqual(['1.1']);
    const [now] = form.problems[0]?.questions ?? [];
    const [before] = same.form.problems[0]?.questions ?? [];
    expect(now?.variant.vars).toEqual(before?.variant.vars);
    expect(now?.variant.stem).toMatch(/^Add 1 to \d+\.$/);
    expect(now?.parts).toEqual(before?.parts);
  });

  it('keeps its numbers where they would be drawn otherwise today', () => {
    const [one, ...others] = templates as [Template, ...Template[]];
    const other = question(one.id, 'What is {{a}} + 1?', 'a: { given: 2000, int: [2000, 3000] }');
    const [now] = formOf(data(), new Bank([other, ...others])).form.problems[0]?.questions ?? [];
    expect(now?.variant.vars).toEqual(data().questions['1.1']?.vars);
  });

  it('cannot go on without its questions, or with other variables', () => {
    const [one, ...others] = templates as [Template, ...Template[]];
    expect(() => formOf(data(), new Bank(others))).toThrow(/1\.1.*cnn\/one.*not in the bank any more/);
    const other = question(
      one.id,
      'What is {{a}} + 1?',
      'a: { given: 2, int: [1, 999] }, b: { given: 1, int: [1, 5] }',
    );
    expect(() => formOf(data(), new Bank([other, ...others]))).toThrow(/1\.1.*has other variables now/);
  });
});

function history(at: { now: Date }): Store {
  const store = openStore({
    directory: temporaryFolder(),
    migrations: join(import.meta.dirname, '../../migrations'),
    clock: () => at.now,
    randomBytes: n => new Uint8Array(n).fill(7),
    studyDay: studyDayNumber,
    scheduler: settings => createScheduler(tuningOf(settings)),
  });
  onTestFinished(() => store.close());
  return store;
}

const FACTS = {
  ...{ code: 'm.1.b.1-aaaaa-bbb', form: 'A', title: 'Mock' },
  ...{ minutes: 10, credits: 3, pass: 1.5, forecast: null },
};

/** A student with an empty history, who opens exams. */
function student() {
  const clock = { now: new Date(START) };
  const store = history(clock);
  const bank = new Bank(templates);
  const syllabus = syllabusOf(templates);
  const environment = { now: () => clock.now, zone: ZONE };
  const context = { environment, bank, syllabus: () => syllabus, store: () => store } as unknown as Context;
  const form = makeForm(planned, blueprint, bank);
  const facts = { ...FACTS, problems: form.problems };
  /** A program that begins the exam, or goes on with an attempt. */
  const open = (attempt: Attempt | null = null) => {
    const moment = () => ({ at: clock.now, zone: ZONE, monotonic: clock.now.getTime() - START });
    const start = attempt
      ? resumeExam(facts, { ...attempt, startedAt: attempt.at, drafts: store.exams.drafts(attempt.id) }, moment())
      : startExam(facts, 'runs');
    const exam = bringToLife(start, updateExam, {
      run: examEffects(context, { ...FACTS, data: examDataOf(blueprint, planned, form) }, attempt?.id ?? null),
      moment,
      explain: () => null,
    });
    const act = (...actions: readonly ('submit' | 'next' | 'hand-in')[]): void => {
      for (const action of actions) exam.dispatch({ type: 'action', action });
    };
    return { exam, act };
  };
  return { clock, store, form, open };
}

it('goes to the log at the end: first attempts are rated, others are practice, the empty ones are not there', () => {
  const { clock, store, form, open } = student();
  const take = (): string => {
    const { exam, act } = open();
    act('submit');
    const [attempt] = store.exams.attempts();
    const a = Number(form.problems[0]?.questions[0]?.variant.vars.a);
    exam.dispatch({ type: 'text', text: String(a + 1) });
    clock.now = new Date(clock.now.getTime() + 1500);
    exam.dispatch({ type: 'tick' });
    act('next', 'next');
    exam.dispatch({ type: 'text', text: '-5' });
    expect(Object.fromEntries(store.exams.drafts(attempt?.id ?? ''))).toMatchObject({
      'reply:1.1': { focus: 0, entries: [{ kind: 'text', text: String(a + 1) }] },
      'reply:1.3': { entries: [{ text: '-5' }] },
      at: '1.3',
    });
    act('hand-in', 'submit');
    expect(exam.state().screen.name).toBe('report');
    expect(store.exams.attempts()).toEqual([]);
    return store.exams.results()[0]?.id ?? '';
  };
  const id = take();
  expect(store.exams.results()).toMatchObject([{ earned: 1, self: 0, questions: 3, answered: 2, ms: 1500 }]);
  const first = store.reviews().toReversed();
  expect(first.map(({ question: asked, mode, rating, ms, exam }) => [asked, mode, rating, ms, exam])).toEqual([
    ['cnn/one', 'study', 'good', 1500, id],
    ['rnn/three', 'study', 'again', 0, id],
  ]);
  const again = take();
  expect(store.reviews({ limit: 2 }).map(({ mode, rating, exam }) => [mode, rating, exam])).toEqual([
    ['practice', null, again],
    ['practice', null, again],
  ]);
  expect(store.cards().size).toBe(2);
});

it('belongs to the terminal that took it up last: the other one closes, and nothing typed before is lost', () => {
  const { clock, store, open } = student();
  const first = open();
  first.act('submit');
  first.exam.dispatch({ type: 'text', text: '12' });
  const attempt = store.exams.attempts()[0] as Attempt;
  const second = open(attempt);
  expect(sheetDraft(second.exam.state().sheets[0] as Sheet).entries).toEqual([{ kind: 'text', text: '12' }]);
  second.exam.dispatch({ type: 'text', text: '3' });
  first.exam.dispatch({ type: 'text', text: '9' });
  expect([first.exam.state().over, second.exam.state().over]).toEqual(['elsewhere', null]);
  expect(store.exams.drafts(attempt.id).get('reply:1.1')).toMatchObject({ entries: [{ text: '123' }] });
  store.exams.drop(attempt.id);
  clock.now = new Date(START + 1000);
  second.exam.dispatch({ type: 'tick' });
  expect(second.exam.state().over).toBe('elsewhere');
});

it('says without a terminal that it needs one, and has nothing to throw away', async () => {
  const data = temporaryFolder();
  const [taken, dropped] = await Promise.all([tutor(['exam', 'take'], data), tutor(['exam', 'take', '--drop'], data)]);
  expect(taken).toMatchObject({ status: 1, stdout: '' });
  expect(taken.stderr).toMatch(/needs a terminal.*"tutor exam" prints one/);
  expect(dropped).toMatchObject({ status: 1, stdout: '' });
  expect(dropped.stderr).toContain('No exam is being taken');
});
