import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOf, type TodaysAnswer } from '../../src/schedule/steps.ts';
import { answer, forgotten, hourOf, repeat, TODAY } from './reviews.ts';

const NOW = hourOf(TODAY);
const MINUTE = 60_000;
const others = (count: number): TodaysAnswer[] => Array.from({ length: count }, (_, i) => answer(`other/${i}`));
const steps = (answers: readonly TodaysAnswer[], now = NOW) => stepsOf(answers, now);
const open = (answers: readonly TodaysAnswer[]): string[] => steps(answers).map(({ question }) => question);
const wrong = { credit: 0 } as const;

describe('a step', () => {
  it('comes of a first answer rated again, and of no other', () => {
    for (const rating of ['hard', 'good', 'easy'] as const)
      expect(open([answer('a', { rating, credit: 0 })])).toEqual([]);
    expect(open([forgotten('a')])).toEqual(['a']);
    // The student's own rating counts, not the credit.
    expect(open([answer('a', { rating: 'again', credit: 1 })])).toEqual(['a']);
    expect(open([answer('a', { mode: 'drill', rating: null, credit: 0 }), repeat('b', wrong)])).toEqual([]);
  });

  it('is ready after four other answers, and not before', () => {
    for (const count of [0, 1, 2, 3, 4, 5]) {
      expect(steps([forgotten('a'), ...others(count)])[0]?.ready, `${count} others`).toBe(count >= 4);
    }
  });

  it('is ready after ten minutes, whichever comes first', () => {
    const readyIn = (ms: number) => steps([forgotten('a')], new Date(NOW.getTime() + ms))[0]?.ready;
    expect([readyIn(10 * MINUTE - 1), readyIn(10 * MINUTE)]).toEqual([false, true]);
  });

  it('is over with the first right answer', () => {
    expect(open([forgotten('a'), repeat('a')])).toEqual([]);
    expect(open([forgotten('a'), repeat('a'), ...others(9)])).toEqual([]);
  });

  it.each([wrong, { credit: 0.99 }, { hint: true }, { guess: true }])('goes on where the repeat was %j', how => {
    expect(open([forgotten('a'), repeat('a', how)])).toEqual(['a']);
  });

  it('waits anew after each repeat', () => {
    const answers = [forgotten('a'), ...others(4), repeat('a', { ...wrong, minute: 5 })];
    expect(steps(answers)).toEqual([{ question: 'a', ready: false }]);
    expect(steps(answers, new Date(NOW.getTime() + 14 * MINUTE))[0]?.ready).toBe(false);
    expect(steps(answers, new Date(NOW.getTime() + 15 * MINUTE))[0]?.ready).toBe(true);
    expect(steps([...answers, ...others(4)])[0]?.ready).toBe(true);
  });

  it('ends after four repeats, whatever came of them, a drill among them', () => {
    const drill = answer('a', { mode: 'drill', rating: null, credit: 0 });
    const three = [forgotten('a'), repeat('a', wrong), drill, repeat('a', wrong)];
    expect(open(three)).toEqual(['a']);
    expect(open([...three, drill])).toEqual([]);
    expect(open([...three, drill, repeat('a', wrong)])).toEqual([]);
  });

  it('is over with a right answer in a drill', () => {
    expect(open([forgotten('a'), answer('a', { mode: 'drill', rating: null })])).toEqual([]);
  });

  it('is gone when its first answer is taken back or rated otherwise', () => {
    const log = [forgotten('a'), answer('b'), repeat('a', wrong)];
    expect(open(log)).toEqual(['a']);
    expect(open(log.slice(1))).toEqual([]);
    expect(open([answer('a', { rating: 'hard', credit: 0 }), ...log.slice(1)])).toEqual([]);
  });

  it('is there again when the right repeat is taken back', () => {
    expect(open([forgotten('a'), answer('b')])).toEqual(['a']);
  });

  it('comes before those that have waited less', () => {
    expect(open([forgotten('a'), forgotten('b'), forgotten('c'), repeat('a', wrong)])).toEqual(['b', 'c', 'a']);
  });
});

/** One question's story, told without bookkeeping. */
function isOpen(answers: readonly TodaysAnswer[], question: string): boolean {
  const own = answers.filter(each => each.question === question);
  const start = own.findLastIndex(({ mode, rating }) => mode === 'study' && rating !== null);
  if (start < 0 || own[start]?.rating !== 'again') return false;
  const repeats = own.slice(start + 1);
  return repeats.length < 4 && !repeats.some(({ credit, hint, guess }) => credit === 1 && !hint && !guess);
}

it('is open as long as it was neither known nor repeated four times, in any day', () => {
  const rows = fc
    .record({
      question: fc.constantFrom('a', 'b', 'c'),
      mode: fc.constantFrom('study', 'practice', 'drill'),
      rating: fc.constantFrom('again', 'again', 'hard', 'good'),
      credit: fc.constantFrom(0, 0, 0.5, 1),
      hint: fc.boolean(),
      guess: fc.boolean(),
    })
    .map(({ question, ...row }) => answer(question, { ...row, rating: row.mode === 'study' ? row.rating : null }));
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 30 }), day => {
      const expected = ['a', 'b', 'c'].filter(question => isOpen(day, question));
      expect(open(day).toSorted()).toEqual(expected);
      for (const { question, ready } of steps(day)) {
        const since = day.findLastIndex(each => each.question === question);
        expect(ready).toBe(day.length - 1 - since >= 4);
      }
    }),
  );
});
