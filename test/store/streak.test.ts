import { expect, it } from 'vitest';
import { answer, open } from './support.ts';

it('counts the days in a row with an answer that is not taken back, ending today or yesterday', () => {
  const store = open();
  const on = (date: number): { readonly id: string; readonly day: number } =>
    store.record(answer('cnn/a', `2026-11-${date}T12:00:00Z`), {});
  expect(store.streak(20_000)).toBe(0);
  const first = on(10);
  for (const date of [12, 13, 14]) on(date);
  const twice = [on(15), on(15)];
  const today = first.day + 5;
  // The 10th, the 11th, the 13th, the 15th itself, and the two days after it.
  expect([-5, -4, -2, 0, 1, 2].map(days => store.streak(today + days))).toEqual([1, 1, 2, 4, 4, 0]);
  // A day counts as long as one of its answers does.
  store.correct(twice[0]?.id ?? '', { kind: 'undo' });
  expect(store.streak(today)).toBe(4);
  store.correct(twice[1]?.id ?? '', { kind: 'undo' });
  expect([store.streak(today), store.streak(today + 1)]).toEqual([3, 0]);
  store.correct(twice[1]?.id ?? '', { kind: 'restore' });
  expect(store.streak(today)).toBe(4);
});
