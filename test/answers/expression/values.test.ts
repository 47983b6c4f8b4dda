import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsFor } from '../../../src/answers/expression/equality.ts';
import { compile, run } from '../../../src/answers/expression/program.ts';
import type { Values } from '../../../src/answers/expression/rounding.ts';
import { LanguageError, ValueError } from '../../../src/language/error.ts';
import { readTensor } from '../../../src/language/evaluate.ts';
import { type Formula, readFormula, Vocabulary } from '../../../src/language/expression.ts';

/** Formulas without symbols: what they come to here must be what the compute engine makes of the same text. */

const nothing = new Vocabulary([]);

function valuesOf(formula: Formula): { readonly value: number; readonly error: number }[] {
  const program = compile(formula, []);
  const { value, error } = run(program, { ...pointsFor([], 1), count: 1 })[program.result] as Values;
  return [...value].map((number, i) => ({ value: number, error: error[i] as number }));
}

function engineValues(text: string): readonly number[] | null {
  try {
    return [...readTensor(text).data];
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

function checkAgreement(text: string): void {
  const expected = engineValues(text);
  const found = foundValues(text);
  if (!expected || !found) {
    // What has no finite value for the engine is not known here to have one, except by a rounding of the engine's.
    expect(found?.some(({ value, error }) => Number.isNaN(value) || error > 0) ?? expected === null).toBe(true);
    return;
  }
  expect(found).toHaveLength(expected.length);
  found.forEach(({ value, error }, i) => {
    if (Number.isNaN(value)) return;
    const wanted = expected[i] as number;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(2 * error + 1e-13 * Math.abs(wanted));
  });
}

/** null where shapes do not fit. */
function foundValues(text: string): ReturnType<typeof valuesOf> | null {
  try {
    return valuesOf(readFormula(text, nothing));
  } catch (error) {
    if (error instanceof LanguageError) return null;
    throw error;
  }
}

const numeral = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map(String),
  fc.constantFrom('0.5', '0.1', '2.75', '1e-3', 'pi', 'e', '100'),
);
/** Not elu: near 0 the engine's own eˣ − 1 loses digits. */
const UNARY =
  'sqrt exp ln log2 log10 abs sign floor ceil round sin cos tanh sigmoid relu softplus erf silu gelu leaky_relu'.split(
    ' ',
  );

const { number, matrix } = fc.letrec<{ number: string; matrix: string }>(tie => ({
  number: fc.oneof(
    { depthSize: 'medium', maxDepth: 5 },
    { weight: 3, arbitrary: numeral },
    {
      weight: 4,
      arbitrary: fc
        .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/', '^'), tie('number'))
        .map(([a, o, b]) => `(${a} ${o} ${b})`),
    },
    { weight: 1, arbitrary: tie('number').map(a => `(-${a})`) },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...UNARY), tie('number')).map(([f, a]) => `${f}(${a})`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('max', 'min', 'log'), tie('number'), tie('number'))
        .map(([f, a, b]) => `${f}(${a}, ${b})`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('sum', 'mean', 'var', 'std', 'norm', 'logsumexp', 'max', 'min'), tie('matrix'))
        .map(([f, a]) => `${f}(${a})`),
    },
  ),
  matrix: fc.oneof(
    { depthSize: 'medium', maxDepth: 4 },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie('number'), tie('number'), tie('number'), tie('number'))
        .map(([a, b, c, d]) => `[${a}, ${b}; ${c}, ${d}]`),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie('matrix'), fc.constantFrom('+', '-', '*', '.*', './', '.^'), tie('matrix'))
        .map(([a, o, b]) => `(${a} ${o} ${b})`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('relu', 'tanh', 'softmax', 'transpose', 'exp'), tie('matrix'))
        .map(([f, a]) => `${f}(${a})`),
    },
    { weight: 1, arbitrary: tie('matrix').map(a => `(${a})^T`) },
    { weight: 1, arbitrary: fc.tuple(tie('matrix'), fc.constantFrom(-1, 0, 1, 2, 3)).map(([a, n]) => `(${a})^(${n})`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('number'), fc.constantFrom('*', '+'), tie('matrix'))
        .map(([a, o, b]) => `(${a} ${o} ${b})`),
    },
  ),
}));

test.each([
  'softmax([1; 2; 3])',
  'softmax([1, 2; 3, 5])',
  'softmax([1, 2, 4])',
  'outer([1; 2], [3; 4; 5])',
  'clip(7, -1, 2.5)',
  'leaky_relu(-2, 0.3)',
  'elu(-1, 2)',
  'norm([3; -4], 1)',
  'ones(2, 3) * [1; 2; 3]',
  '[1, 2; 3, 4]^-2',
  '5% * 30',
  '(0.1 + 0.2)*10 - 3',
  'log2(8) + log10(1000)',
  '[1; 2]^T [3; 4]',
])('%s comes to what the engine says', checkAgreement);

test('numbers agree with the engine', () => {
  fc.assert(
    fc.property(number, text => {
      fc.pre(text.length < 400);
      checkAgreement(text);
    }),
    { numRuns: 1500 },
  );
});

test('matrices agree with the engine', () => {
  fc.assert(
    fc.property(matrix, text => {
      fc.pre(text.length < 400);
      checkAgreement(text);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['1/0', 0],
  ['ln(0)', 0],
  ['ln(-1)', 0],
  ['sqrt(-2)', 0],
  ['(-8)^(1/3)', 0],
  ['0^-1', 0],
  ['max(1, 1/0)', 0],
  ['0 * (1/(2 - 2))', 0],
  ['e^1000', Number.POSITIVE_INFINITY],
  ['1/(0.1 + 0.2 - 0.3)', Number.POSITIVE_INFINITY],
  ['sqrt(0.3 - 0.1 - 0.2)', Number.POSITIVE_INFINITY],
  ['1/e^(-1000)', Number.POSITIVE_INFINITY],
])('%s has no value, or none that is known', (text, error) => {
  expect(valuesOf(readFormula(text, nothing))).toEqual([{ value: Number.NaN, error }]);
});

test.each(['2^10', '7/2', 'floor(7/2)', '3 - 1 - 2', 'sqrt(9)', '0.5*0.25', '(-3)^3', '[1, 2] [3; 4]'])(
  '%s is exact',
  text => {
    expect(valuesOf(readFormula(text, nothing))[0]?.error).toBe(0);
  },
);
