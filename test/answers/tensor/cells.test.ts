import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellTolerance, isNear, toleranceInWords } from '../../../src/answers/tensor/cells.ts';

test.each([
  ['none, of counts', cellTolerance([3, 400], null, true), { absolute: 0, relative: 0 }],
  ['none', cellTolerance([1, -50], null, false), { absolute: 0.01, relative: 0.005 }],
  ['exact', cellTolerance([1], { rule: 'exact' }, false), { absolute: 0, relative: 0 }],
  ['1 %', cellTolerance([1], { rule: 'relative', by: 0.01 }, true), { absolute: 0, relative: 0.01 }],
  ['0.1', cellTolerance([1], { rule: 'absolute', by: 0.1 }, false), { absolute: 0.1, relative: 0 }],
  ['2 digits', cellTolerance([1], { rule: 'digits', by: 2 }, false), { absolute: 0, relative: 0.05 }],
  ['2 decimals', cellTolerance([1], { rule: 'decimals', by: 2 }, false), { absolute: 0.005, relative: 0 }],
])('by the rule %s', (_, tolerance, { absolute, relative }) => {
  expect(tolerance.absolute).toBeCloseTo(absolute, 15);
  expect(tolerance.relative).toBeCloseTo(relative, 15);
});

test('the default forgives a summand rounded to four digits, also where little is left of it', () => {
  const [value, rounded] = [1 / 3 - 0.33, 0.3333 - 0.33];
  expect(isNear(rounded, value, { absolute: 0, relative: 0.005 })).toBe(false);
  expect(isNear(rounded, value, cellTolerance([value, 0.9], null, false))).toBe(true);
  expect(isNear(0.333 - 0.33, value, cellTolerance([value, 0.9], null, false))).toBe(false);
});

test.each([
  [5, 5, { absolute: 0, relative: 0 }, true],
  [5.0001, 5, { absolute: 0, relative: 0 }, false],
  [0.1 + 0.2, 0.3, { absolute: 0, relative: 0 }, true],
  [101, 100, { absolute: 0, relative: 0.01 }, true],
  [-101, -100, { absolute: 0, relative: 0.01 }, true],
  [101.5, 100, { absolute: 0.5, relative: 0.01 }, true],
  [101.6, 100, { absolute: 0.5, relative: 0.01 }, false],
  [0.001, 0, { absolute: 0, relative: 0.01 }, false],
  [null, 0, { absolute: 1, relative: 1 }, false],
])('%s for %d within %j: %s', (cell, value, tolerance, right) => {
  expect(isNear(cell, value, tolerance)).toBe(right);
});

test.each([
  [{ absolute: 0, relative: 0 }, ''],
  [{ absolute: 0, relative: 0.005 }, 'each within 0.5 %'],
  [{ absolute: 0.01, relative: 0 }, 'each within 0.01'],
  [{ absolute: 0.00024691, relative: 0.005 }, 'each within 0.5 % + 0.00024'],
  [{ absolute: 0, relative: 5e-10 }, 'each within $5 \\cdot 10^{-8}$ %'],
])('%j in words', (tolerance, words) => {
  expect(toleranceInWords(tolerance)).toBe(words);
});

test('what is said to be accepted is accepted', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1000, noNaN: true }), absolute => {
      const said = Number(toleranceInWords({ absolute, relative: 0 }).replace('each within ', ''));
      expect(said).toBeLessThanOrEqual(absolute * (1 + 1e-12));
      expect(said).toBeGreaterThan(absolute * 0.9);
    }),
  );
});
