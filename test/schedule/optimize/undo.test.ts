import { expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/schedule/fsrs.ts';
import { weightsBefore } from '../../../src/schedule/optimize/undo.ts';
import type { Setting } from '../../../src/schedule/review.ts';
import { weightsSetting } from '../../../src/schedule/tuning.ts';

const A = DEFAULT_WEIGHTS.map(weight => weight * 1.1);
const B = DEFAULT_WEIGHTS.map(weight => weight * 0.9);
const C = DEFAULT_WEIGHTS.map(weight => weight * 0.8);

const rows = (...values: readonly unknown[]): Setting[] =>
  values.map((weights, i) => {
    const value = weightsSetting(weights as readonly number[] | null);
    return { id: `${i}`, name: 'weights', value, at: new Date(i), device: 'd' };
  });

it.each([
  ['the ones that FSRS-6 comes with, before the first fit', [A], { weights: null, at: null }],
  ['those of the fit before', [A, B], { weights: A, at: new Date(0) }],
  ['one fit further back, after an undo', [A, B, A], { weights: null, at: null }],
  ['the undone fit made again', [A, null, A], { weights: null, at: null }],
  ['a fit after an undo', [A, B, A, C], { weights: A, at: new Date(0) }],
  ['past rows that changed nothing', [A, A, B, B], { weights: A, at: new Date(0) }],
  ['past what cannot be weights', [[1, 2, 3], A], { weights: null, at: null }],
])('gives %s', (_, values, expected) => {
  expect(weightsBefore(rows(...values))).toEqual(expected);
});

it.each([
  ['no fit', []],
  ['all fits undone', [A, B, A, null]],
])('gives nothing for %s', (_, values) => {
  expect(weightsBefore(rows(...values))).toBeNull();
});
