import { describe, expect, it } from 'vitest';
import type { Left } from '../../src/app/screens.ts';
import { startSession } from '../../src/app/session.ts';
import { goalSetting, PLAN } from '../../src/schedule/goal.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import type { Room } from '../../src/tui/view.ts';
import { leftAfterText, leftText } from '../../src/tui/views/left.ts';
import { session, simpleQuestions, ZONE } from '../app/support.ts';

/** What is left of a session, at the end of the top line: a number that does not surprise. */

const MINUTE = 60_000;
const room = (columns: number): Room => ({ columns, rows: 24, side: 0, spoken: false });

describe('what is left', () => {
  const left: Left = { questions: 12, again: 2, ms: 31 * MINUTE, timed: false };

  it.each<[Partial<Left>, string, string]>([
    [{}, '12 left, 2 to repeat, 31 min', '12 left after this, 2 to repeat'],
    [{ again: 0 }, '12 left, 31 min', '12 left after this'],
    [{ timed: true }, 'about 12 left, 2 to repeat, 31 min', 'about 12 left after this, 2 to repeat'],
    [{ questions: 0 }, '2 to repeat, 31 min', '2 to repeat after this'],
    [{ questions: 0, timed: true }, '2 to repeat, 31 min', '2 to repeat after this'],
    [{ questions: 0, again: 0, ms: 0 }, '0 left, 0 min', '0 left after this'],
    [{ questions: 0, again: 0, timed: true, ms: 0 }, '0 left, 0 min', 'hardly any left after this'],
  ])('is told with the repeats apart, and as a guess where time decides: %j', (changes, now, after) => {
    expect(leftText({ ...left, ...changes }, 'Study', room(78))).toBe(now);
    expect(leftAfterText({ ...left, ...changes }, 'Study', room(78))).toBe(after);
  });

  it('gives up its last words where there is no room for them', () => {
    const at = (columns: number): string => leftText(left, 'Study', room(columns - 2));
    expect([80, 50, 45, 40, 30].map(at)).toEqual([
      '12 left, 2 to repeat, 31 min',
      '12 left, 2 to repeat, 31 min',
      '12 left, 2 to repeat',
      '12 left, 2 to repeat',
      '12 left',
    ]);
    expect(leftAfterText(left, 'Study', room(38))).toBe('12 left after this');
  });
});

/** The questions left on each screen of a session in which every second answer is wrong, and what the top line says. */
function walked(columns: number) {
  const walk = session({ start: startSession({ kind: 'study' }), templates: simpleQuestions(6), newPerDay: 6 });
  const top = (): string => textOf(frame(walk.state(), { columns, rows: 24 }, ZONE).lines[0] ?? []).trim();
  const found: { readonly left: number; readonly text: string }[] = [];
  for (let i = 0; i < 12 && walk.state().screen?.name === 'question'; i++) {
    found.push({ left: walk.question().presented.left?.questions ?? Number.NaN, text: top() });
    walk.answer(i % 2 === 1 && i < 6 ? 'wrong' : 'right');
    found.push({ left: found.at(-1)?.left ?? Number.NaN, text: top() });
    walk.act('next');
  }
  return found;
}

it('never grows on the way through a session, however it is answered, and is seen in the narrowest window', () => {
  const wide = walked(80);
  const counts = wide.map(({ left }) => left);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect([counts[0], counts.at(-1)]).toEqual([6, 0]);
  expect(wide.map(({ text }) => text.replace(/^dl-tutor +Study +/, '')).slice(2, 6)).toEqual([
    '5 left, 15 min',
    '4 left after this, 1 to repeat',
    '4 left, 1 to repeat, 14 min',
    '3 left after this, 1 to repeat',
  ]);
  for (const { text } of walked(40)) expect(text).toMatch(/ (left|to repeat)/);
});

it('is a guess under a plan, whose minutes decide how much is asked', () => {
  const walk = session({ start: startSession({ kind: 'study' }), templates: simpleQuestions(30) });
  const share = { mean: 0.5, low: 0.4, high: 0.6 };
  const days = { exam: 20_800, made: 20_777, lastNewDay: 20_799 };
  const goal = { ...days, minutes: 10, credits: 90, newPerDay: 9, toMeet: 30, remembered: share, score: share };
  walk.store.set(PLAN, goalSetting(goal));
  walk.answer('right');
  walk.act('next');
  const [top = []] = frame(walk.state(), { columns: 80, rows: 24 }, ZONE).lines;
  // Two minutes each and half of the answers wrong: half of a fourth would not fit.
  expect(textOf(top)).toMatch(/ about 3 left, 9 min *$/);
});
