import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ExamEvent } from '../../src/app/exam/state.ts';
import type { Machine } from '../../src/app/machine.ts';
import type { State } from '../../src/app/state.ts';
import { update } from '../../src/app/update.ts';
import { examFrame } from '../../src/tui/exam/frame.ts';
import { activeExamBindings } from '../../src/tui/exam/keys.ts';
import { frame } from '../../src/tui/frame.ts';
import { activeBindings, bindingFor } from '../../src/tui/keymap.ts';
import type { Binding } from '../../src/tui/keys/binding.ts';
import type { Frame } from '../../src/tui/layout.ts';
import { textOf, widthOf } from '../../src/tui/styled.ts';
import type { Size } from '../../src/tui/view.ts';
import { expectConsistent } from '../app/consistency.ts';
import { ZONE } from '../app/support.ts';
import { examGallery } from './exam/gallery.ts';
import { examLeft, examMeaningOf, isIdleInExam } from './exam/support.ts';
import { names, open } from './gallery.ts';
import { meaningOf, press } from './pressing.ts';

/** Sessions and exams that are played at random, in windows of any size. */

const size: fc.Arbitrary<Size> = fc.record({
  columns: fc.integer({ min: 1, max: 220 }),
  rows: fc.integer({ min: 1, max: 70 }),
});

const TEXTS = [
  '7',
  'a',
  'bd',
  '3/8',
  '[1 2; 3 4]',
  '1=c 2=a',
  '3 1 2 | 2: b',
  '(N, 2)',
  'two\nlines',
  'sum',
  '한국어',
  '٣e\u0301',
];

/** `key`: one of those that work, or of those that are shown, counted round; `text` is typed or pasted. */
type Doing = { readonly key: number; readonly shown: boolean } | { readonly text: string; readonly pasted: boolean };

const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ key: fc.nat(999), shown: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ text: fc.constantFrom(...TEXTS), pasted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ text: fc.string({ unit: 'binary', maxLength: 200 }), pasted: fc.boolean() }) },
);

const steps = fc.array(fc.record({ doing, size }), { minLength: 20, maxLength: 20 });

function expectToFill({ lines }: Frame, { columns, rows }: Size): void {
  expect(lines).toHaveLength(rows);
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
  expect(lines.map(textOf).join('')).not.toMatch(/\p{Cc}/u);
}

type Bound = Pick<Binding, 'keys' | 'footer'>;

function keyOf({ key, shown }: Extract<Doing, { key: number }>, active: readonly Bound[]): string {
  const keys = active.filter(({ footer }) => !shown || footer !== undefined).flatMap(({ keys: all }) => all);
  return keys[key % keys.length] ?? '';
}

/** Keys that are shown and neither change anything nor ask for anything nor are answered by a word. */
function idleKeys(state: State): readonly string[] {
  const shown = activeBindings(state).filter(({ footer }) => footer !== undefined);
  return shown.flatMap(({ keys: [key = ''], does }) => {
    const from = 'scroll' in does ? { ...state, scroll: 1 } : unanswered(state);
    const event = meaningOf(key, from);
    if (!event) return [key];
    const [next, effects] = update(from, event, MOMENT);
    return effects.length === 0 && JSON.stringify(next) === JSON.stringify(from) ? [key] : [];
  });
}

const MOMENT = { at: new Date('2026-11-20T18:30:00Z'), zone: ZONE, monotonic: 9e6 };

/** Without what was answered to the key before: the same key may be answered so again. */
function unanswered(state: State): State {
  const { screen } = state;
  const quiet = { ...state, notice: null };
  if (screen?.name !== 'question') return quiet;
  const pad = screen.pad && { ...screen.pad, problem: null };
  return { ...quiet, screen: { ...screen, complaint: null, ...(pad ? { pad } : {}) } };
}

/** How often Escape leads one level up until the program is left; not counted is the warning before a reply is lost. */
function levelsAbove(machine: Machine): number {
  for (let levels = 0; levels <= MOST_LEVELS; levels++) {
    if (machine.state().over) return levels;
    press(machine, 'escape');
    const { screen, notice } = machine.state();
    const warning = screen?.name === 'question' ? screen.complaint : notice;
    if (warning?.includes('would be lost')) press(machine, 'escape');
  }
  return Number.POSITIVE_INFINITY;
}

const MOST_LEVELS = 6;

it('a session fills its window, offers only keys that work, and can be left, wherever it begins and whatever is done', () => {
  const begun = Map.groupBy(names, name => nameOf(open(name).state()));
  const screens = [
    ...['browser', 'exams', 'help', 'history', 'home', 'judge', 'mark', 'past', 'picker'],
    ...['plan', 'question', 'settings', 'statistics', 'summary', 'why'],
  ];
  expect([...begun.keys()]).toEqual(expect.arrayContaining(screens));
  // Of each screen as many, however many of its states there are.
  const anywhere = fc.constantFrom(...begun.values()).chain(those => fc.constantFrom(...those));
  fc.assert(
    fc.property(anywhere, steps, (name, taken) => {
      const walk = open(name);
      let machine = walk.from(walk.state());
      for (const [i, { doing: what, size: room }] of taken.entries()) {
        // What would end it begins it anew.
        if (machine.state().over) machine = walk.from(walk.state());
        if ('text' in what) machine.dispatch({ type: 'text', ...what });
        else press(machine, keyOf(what, activeBindings(machine.state())));
        const state = machine.state();
        expectConsistent(state);
        expectToFill(frame(state, room, ZONE), room);
        if (i % 3 > 0 || state.over) continue;
        expect(idleKeys(state), nameOf(state)).toEqual([]);
        // Where letters are no text, q does what Escape does.
        const q = bindingFor('q', state);
        if (q) expect(q.does).toEqual(bindingFor('escape', state)?.does);
        expect(levelsAbove(walk.from(state)), nameOf(state)).toBeLessThanOrEqual(MOST_LEVELS);
      }
    }),
    { numRuns: 40, seed: 20261121 },
  );
});

function nameOf({ screen, help, why }: State): string {
  return help ? 'help' : why ? 'why' : (screen?.name ?? 'nothing');
}

it('an exam does so as well, while its time goes by', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(examGallery)), steps, (begin, taken) => {
      let exam = begin();
      for (const [i, { doing: what, size: room }] of taken.entries()) {
        if (exam.state().over) exam = begin();
        const key = 'key' in what ? examMeaningOf(keyOf(what, activeExamBindings(exam.state())), exam.state()) : null;
        const event: ExamEvent | null = 'text' in what ? { type: 'text', ...what } : key;
        if (event) exam.exam.dispatch(event);
        exam.run(1);
        const state = exam.state();
        expectToFill(examFrame(state, room), room);
        seen.add(state.screen.name);
        if (i % 3 > 0 || state.over) continue;
        const shown = activeExamBindings(state).filter(({ footer }) => footer !== undefined);
        const quiet = { ...state, notice: null };
        expect(
          shown.filter(({ keys: [first = ''] }) => isIdleInExam(quiet, first)),
          state.screen.name,
        ).toEqual([]);
        expect(examLeft(state, MOST_LEVELS).over).toBe('left');
      }
    }),
    { numRuns: 40, seed: 20261121 },
  );
  const screens = ['answers', 'confirm', 'judge', 'mark', 'overview', 'question', 'report', 'start'];
  expect([...seen].sort()).toEqual(screens);
});
