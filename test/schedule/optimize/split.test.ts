import { expect, it } from 'vitest';
import { cutDay } from '../../../src/schedule/optimize/split.ts';

it.each([
  ['a third of the answers', [1, 2, 3, 4, 5, 6, 7, 8, 9], 7],
  ['in any order', [9, 1, 8, 2, 7, 3, 6, 4, 5], 7],
  ['whole days, when the nearest is more', [1, 1, 1, 2, 2, 3], 2],
  ['whole days, when the nearest is less', [1, 2, 2, 2, 2, 2, 2, 3], 3],
  ['the later of two days, however few', [1, 1, 1, 1, 1, 1, 1, 2], 2],
  ['nothing, of a single day', [5, 5, 5], null],
  ['nothing, of no answer', [], null],
])('holds out %s', (_, days, cut) => {
  expect(cutDay(days)).toBe(cut);
});
