import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsTex, exactDigits, shownDigits } from '../../src/compute/digits.ts';
import { operations } from '../../src/compute/operations.ts';
import { symbolTex } from '../../src/compute/symbol.ts';
import { isCount, keepsWhole } from '../../src/compute/whole.ts';
import { formulaOf, variable } from './support.ts';

describe('a computed number is shown for people', () => {
  test.each([
    [33, '33', true],
    [0, '0', true],
    [-0, '0', true],
    [0.5, '0.5', true],
    [-0.65, '-0.65', true],
    [0.1 + 0.2, '0.3', true],
    [1 / 3, '0.3333', false],
    [2 / 3, '0.6667', false],
    [0.543639, '0.5436', false],
    [12.3456, '12.35', false],
    [1234.5678, '1235', false],
    [12_345.678, '12346', false],
    [123_456_789, '123456789', true],
    [123_456_789.4, '123456789', false],
    [9999.6, '10000', false],
    [0.001, '0.001', true],
    [0.0001, '0.0001', true],
    [0.00001, '1e-5', true],
    [-0.00001, '-1e-5', true],
    [2.5e-7, '2.5e-7', true],
    [1.23456e-7, '1.235e-7', false],
    [1e15, '1e15', true],
    [1.23456e20, '1.235e20', false],
    [Number.MAX_VALUE, '1.7976931348623157e308', true],
  ])('%d as %s', (value, text, exact) => {
    expect(shownDigits(value)).toEqual({ text, exact });
  });
});

describe('a number that stands in the question is shown in full', () => {
  test.each([
    [0.54363912, '0.54363912', true],
    [0.1 + 0.2, '0.3', true],
    [1.0000000000000002, '1', true],
    [1e-8, '1e-8', true],
    [12_345.678, '12345.678', true],
    [1.23456789012345, '1.23456789012', false],
  ])('%d as %s', (value, text, exact) => {
    expect(exactDigits(value)).toEqual({ text, exact });
  });
});

test('what is shown as exact is the number, and what is rounded lies within half a unit of its last digit', () => {
  const values = fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(values, value => {
      const { text, exact } = shownDigits(value);
      expect(text).toMatch(/^-?\d+(?:\.\d+)?(?:e-?\d+)?$/);
      expect(text).not.toMatch(/^-0(?:\.0*)?$/);
      const off = Math.abs(Number(text) - value) / Math.abs(value || 1);
      expect(off).toBeLessThanOrEqual(exact ? 1e-12 : 0.5e-3);
    }),
    { numRuns: 2000 },
  );
});

describe('powers of ten in LaTeX', () => {
  test.each([
    ['2.5e-7', '2.5 \\cdot 10^{-7}'],
    ['1e-8', '10^{-8}'],
    ['-1e-8', '-10^{-8}'],
    ['-2e20', '-2 \\cdot 10^{20}'],
    ['0.25', '0.25'],
  ])('%s is %s', (text, tex) => {
    expect(digitsTex(text)).toBe(tex);
  });
});

describe('the symbol of a name that was given none', () => {
  test.each([
    ['x', 'x'],
    ['w11', 'w_{11}'],
    ['beta1', '\\beta_{1}'],
    ['beta_1', '\\beta_{1}'],
    ['Omega', '\\Omega'],
    ['lr', '\\text{lr}'],
    ['out2', '\\text{out}_{2}'],
    ['learning_rate', '\\text{learning\\_rate}'],
    ['a1b', '\\text{a1b}'],
  ])('%s is %s', (name, tex) => {
    expect(symbolTex(name)).toBe(tex);
  });
});

describe('a count is whole and was reached through whole numbers', () => {
  const n = variable('n', 6);
  const x = variable('x', 1.5);
  test.each([
    ['n', true],
    ['n * 7 + 1', true],
    ['n ^ 2 / 4', true],
    ['floor(n / 4)', true],
    ['ceil(x)', true],
    ['conv_params(3, n, 5)', true],
    ['conv_size(28, 5, stride=3)', true],
    ['receptive_field([[5, 1], [2, 2]])', true],
    ['max(n, 3)', true],
    ['-n', true],
    ['abs(3 - n)', true],
    ['sum([1, n])', true],
    ['mean([1, 3])', true],
    ['([1, 2; 3, n] @ [1, n])[0]', true],
    ['conv2d([1, 2; 3, n], [1, -1; 0, 2])[0, 0]', true],
    ['argmax([0.5, 0.7])', true],
    ['softmax([0, 0])[0] * 2', false],
    ['x', false],
    ['x * 2', false],
    ['x + x', false],
    ['n / 4', false],
    ['sqrt(4)', false],
    ['mean([0.5, 1.5])', false],
    ['2 ^ -1 * 2', false],
    ['floor(x) * x * 2', false],
  ])('%s: %s', (formula, expected) => {
    expect(isCount(formulaOf(formula, { n, x }))).toBe(expected);
  });
});

test('of every operation it is known what it makes of whole numbers', () => {
  const fractional = [...operations.keys()].filter(name => keepsWhole(name) === 'never').sort();
  expect(fractional).toEqual(
    (
      'avg_pool avg_pool_spread cos eigenvalues eigenvectors erf exp inverse left_singular_vectors ln logsumexp ' +
      'right_singular_vectors sigmoid sin singular_values softmax softplus solve sqrt tanh'
    ).split(' '),
  );
});
