import { expect, test } from 'vitest';
import { constant, numberOf } from '../../src/compute/node.ts';
import { buildAuthor, parseAuthor, readNumber } from '../../src/language/evaluate.ts';

const value = (text: string): number => numberOf(buildAuthor(parseAuthor(text), new Map([['a', constant(0.3)]])));

test.each(['0.1 + 0.2 - 0.3', '0.1 + 0.2 - a', '-0.3 + (0.1 + 0.2)', '3 * 0.1 - 0.3', '(0.7 + 0.1) * 10 - 8'])(
  '%s is 0, and not what rounding left of it',
  text => {
    expect(value(text)).toBe(0);
  },
);

test.each([
  'sum([0.1, 0.2, -0.3])',
  '[0.1, 0.2, -0.3] @ [1, 1, 1]',
  'mean([0.1, 0.2, -0.3])',
  'sum(inverse([1, 2; 3, 4]))',
  'conv1d([0.1, 0.2, -0.3], [1, 1, 1])[0]',
])('so it is with %s', text => {
  expect(value(text)).toBe(0);
});

test.each([
  ['0.1 + 0.2 == 0.3', 1],
  ['0.1 + 0.2 > 0.3', 0],
  ['0.1 + 0.2 >= 0.3', 1],
  ['0.3 < 0.1 + 0.2', 0],
  ['0.1 + 0.2 != a', 0],
  ['0.29 * 100 == 29', 1],
  ['1e-9 > 0', 1],
  ['1 == 1 + 1e-12', 0],
])('a comparison does not see rounding: %s is %d', (text, expected) => {
  expect(value(text)).toBe(expected);
});

test('a student who computes such a difference reads 0 as well', () => {
  expect(readNumber('0,1 + 0,2 - 0,3')).toBe(0);
});

test.each([
  ['1 - (1 - 1e-12)', 1e-12],
  ['0.5 ^ 50', 0.5 ** 50],
  ['1e-20 + 1e-21', 1.1e-20],
  ['3 - 2.999999', 1e-6],
])('%s is a number in its own right', (text, expected) => {
  expect(value(text) / expected).toBeCloseTo(1, 3);
});
