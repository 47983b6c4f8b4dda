import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LanguageError } from '../../src/language/error.ts';
import { printFormula, readFormula, Vocabulary } from '../../src/language/expression.ts';

const symbol = (name: string, shape: readonly number[] = []) => ({ name, tex: name, shape });
const vocabulary = new Vocabulary([
  ...['x', 'y', 'w_1', 'beta', "x'", 'm_hat', 'h_t', 'h_{t-1}', 'W^(1)'].map(name => symbol(name)),
  symbol('A', [3, 3]),
  symbol('v', [3, 1]),
]);

/** Read, or refused in words at a place in the text. */
function checkText(text: string): void {
  try {
    const printed = printFormula(readFormula(text, vocabulary), vocabulary);
    expect(printed).not.toMatch(/undefined|NaN|Infinity|\p{Cc}/u);
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    expect(error.position).toBeGreaterThanOrEqual(0);
    expect(error.position).toBeLessThanOrEqual(text.length);
    expect(error.message.length).toBeLessThan(250);
    expect(error.message).not.toMatch(/\p{Cc}/u);
  }
}

const PIECES = [
  ..."xyAv0123456789.,+-*/^()[]{}|_'\\ \t\n&;%√π²⁻ˣᵀ₁βθ‖⌊⌋∂∑=<!$",
  ...[
    '\\frac',
    '\\sqrt',
    '\\left',
    '\\right',
    '\\hat',
    '\\beta',
    '\\cdot',
    '\\mathrm{',
    '\\begin{bmatrix}',
    '\\end{bmatrix}',
  ],
  ...[
    'beta',
    'm_hat',
    'h_t',
    'h_{t-1}',
    'W^(1)',
    'x̂',
    'tanh',
    'ln',
    'exp',
    'max(',
    'relu(',
    '^T',
    '^{\\top}',
    'e',
    '||',
    '\\|',
  ],
];

describe('any text is read or refused', () => {
  test('made of what formulas are made of', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 40 }), checkText), {
      numRuns: 3000,
    });
  });

  test('made of anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), checkText), { numRuns: 1000 });
  });

  test.each(PIECES)('made of many %j', piece => {
    for (const length of [1000, 100_000]) checkText(piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
    checkText(`x${piece}`.repeat(Math.floor(900 / (piece.length + 1))));
    checkText(`(${piece}`.repeat(Math.floor(900 / (piece.length + 1))));
    checkText(`\\frac{${piece}}`.repeat(Math.floor(900 / (piece.length + 7))));
  });
});
