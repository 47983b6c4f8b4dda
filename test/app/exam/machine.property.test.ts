import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replyText } from '../../../src/app/entries/entries.ts';
import type { Edit } from '../../../src/app/entries/entry.ts';
import type { ExamAction, ExamEvent, ExamState } from '../../../src/app/exam/state.ts';
import type { VariantPart } from '../../../src/bank/variant.ts';
import { formOf, sitting } from './support.ts';

const ACTIONS: readonly ExamAction[] = [
  ...([
    'submit',
    'next',
    'previous',
    'overview',
    'flag',
    'story',
    'time',
    'only-open',
    'help',
    'back',
    'clock',
  ] as const),
  ...(['up', 'down', 'toggle', 'none', 'newline', 'next-part', 'previous-part', 'next-cell', 'previous-cell'] as const),
  ...(['move-up', 'move-down', 'fill', 'edit-page'] as const),
];
const EDITS: readonly Edit[] = ['erase', 'erase-next', 'erase-all', 'left', 'right', 'start', 'end'];
const TEXTS = [
  '7',
  'a',
  'bd',
  '3/8',
  '2 · 7',
  '[1 2; 3 4]',
  '1=c 2=a',
  '3 1 2 | 2: b',
  '(N, 2)',
  'two\nlines',
  '👩‍🚀e\u0301',
];

const event: fc.Arbitrary<ExamEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ACTIONS).map((action): ExamEvent => ({ type: 'action', action })) },
  {
    weight: 3,
    arbitrary: fc
      .record({ text: fc.constantFrom(...TEXTS), pasted: fc.boolean() })
      .map((typed): ExamEvent => ({ type: 'text', ...typed })),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 300 }).map((text): ExamEvent => ({ type: 'text', text })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...EDITS).map((edit): ExamEvent => ({ type: 'edit', edit })) },
  { weight: 1, arbitrary: fc.constant<ExamEvent>({ type: 'tick' }) },
);

/** What happens between two events: time, a clock that jumps, and now and then the end of the program. */
const moment = fc.record({
  event,
  seconds: fc.integer({ min: 0, max: 20 }),
  jump: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -9e5, max: 9e5 }) },
  ),
  killed: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  handsIn: fc.oneof({ weight: 40, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

function replies({ sheets, questions }: ExamState): string[][] {
  return sheets.map(({ entries }, i) =>
    entries.map((entry, j) => replyText(entry, questions[i]?.question.parts[j] as VariantPart)),
  );
}

it('loses nothing, gives no time and marks nothing early, whatever is pressed and whenever it is killed', () => {
  // Of the smaller one the pages are reached more often.
  const forms = [formOf(), formOf(['rubric/mixed', 'rubric/vanishing', 'match/gates'])];
  const seen = new Set<string>();
  let killings = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      fc.constantFrom('runs', 'pauses', 'none'),
      fc.array(moment, { minLength: 20, maxLength: 120, size: 'max' }),
      (form, clock, moments) => {
        let exam = sitting({ form, clock, minutes: 20 });
        exam.act('submit');
        let elapsed = 0;
        for (const { event: next, seconds, jump, killed, handsIn } of moments) {
          exam.run(seconds);
          exam.sleep(jump);
          exam.exam.dispatch(handsIn ? { type: 'action', action: 'hand-in' } : next);
          const state = exam.state();
          seen.add(state.screen.name);
          expect(state.outcome !== null || exam.disk.outcome !== null).toBe(
            state.handedIn !== null && state.screen.name !== 'judge',
          );
          const used = state.watch?.elapsedMs ?? 0;
          expect(used).toBeGreaterThanOrEqual(elapsed);
          expect(used).toBeLessThanOrEqual(20 * 60_000);
          elapsed = used;
          if (!killed || exam.disk.finished > 0) continue;
          killings += 1;
          exam = exam.again();
          if (!exam.state().handedIn === !state.handedIn) expect(exam.state().granted).toEqual(state.granted);
          expect(replies(exam.state())).toEqual(replies(state));
          expect([exam.state().flags, exam.state().at]).toEqual([state.flags, state.at]);
          // What was told last is a second old at most.
          expect(exam.state().watch?.elapsedMs ?? 0).toBeGreaterThanOrEqual(elapsed - 2000);
          elapsed = exam.state().watch?.elapsedMs ?? 0;
        }
        expect(exam.disk.finished).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 60, seed: 20261121 },
  );
  expect([...seen].sort()).toEqual(['answers', 'confirm', 'judge', 'mark', 'overview', 'question', 'report']);
  expect(killings).toBeGreaterThan(100);
});
