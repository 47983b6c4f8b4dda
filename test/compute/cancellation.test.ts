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
