import { expect, test } from 'vitest';
import { Shared } from '../../../src/exam/print/shared.ts';

test('each job is taken once, whoever asks', () => {
  const one = new Shared();
  const other = new Shared(one.buffer);
  const taken = Array.from({ length: 7 }, (_, i) => (i % 2 === 0 ? one : other).take(5));
  expect(taken).toEqual([0, 1, 2, 3, 4, null, null]);
});

test('once stopped, nothing more is taken, and what is done stays told', () => {
  const one = new Shared();
  const other = new Shared(one.buffer);
  expect(one.take(5)).toBe(0);
  other.add(2);
  other.stop();
  expect([one.take(5), one.stopped, one.done]).toEqual([null, true, 2]);
});
