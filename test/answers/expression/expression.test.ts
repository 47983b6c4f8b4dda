import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ExpressionKey,
  type ExpressionSymbol,
  expressionKind,
} from '../../../src/answers/expression/expression.ts';
import { type Formula, printFormula, readFormula, Vocabulary } from '../../../src/language/expression.ts';
import { expressionKey } from './case.ts';
import { different, equal, symbols as given } from './equalities.ts';
import { anyFormula, applied, CHANGES, REWRITES, SYMBOLS, tameFormula } from './random.ts';
import { functions, names, products, refused, symbols } from './replies.ts';

function readAs(text: string, declared: readonly ExpressionSymbol[]): string {
  const reading = expressionKind.read(text, expressionKey('x', declared));
  return reading.status === 'read' ? reading.readAs : JSON.stringify(reading);
}

function marked(text: string, key: ExpressionKey) {
  const reading = expressionKind.read(text, key);
  if (reading.status !== 'read') throw new Error(JSON.stringify(reading));
  return expressionKind.mark(reading.reply, key);
}

describe.each([
  ['names', names],
  ['products', products],
  ['functions', functions],
])('%s', (_, rows) => {
  test.each(rows)('%s is read as %s', (text, expected) => {
    expect(readAs(text, symbols)).toBe(expected);
    expect(readAs(expected, symbols)).toBe(expected);
  });
});

test.each(refused)('%s is refused: %s', (text, reason, position) => {
  const reading = expressionKind.read(text, expressionKey('x', symbols));
  expect(reading).toMatchObject({ status: 'unreadable', position });
  expect(reading).toHaveProperty('reason', expect.stringMatching(reason));
});

describe('square brackets group, where a row would have another shape than what is asked for', () => {
  const entropy = expressionKey('-y ln(b) - (1 - y) ln(1 - b)', [
    { name: 'y', tex: 'y', domain: 'real', shape: [] },
    { name: 'b', tex: 'b', domain: 'probability', shape: [] },
  ]);

  test.each([
    ['-[y ln b + (1 - y) ln(1 - b)]'],
    ['-[y ln b+(1-y) ln(1-b)]'],
    ['-\\left[ y \\ln b + (1 - y) \\ln(1 - b) \\right]'],
    ['-[ [y] [ln b] + [1 - y] ln[1 - b] ]'],
  ])('%s', text => {
    expect(marked(text, entropy)).toMatchObject({ credit: 1 });
  });

  test.each([
    ['[2x 2y]', '[2*x, 2*y]', '[x, y]'],
    ['[w x]', 'w*x', 'x'],
    ['[2x, 2y]', '[2*x, 2*y]', 'x'],
    ['[x y] [x; y]', '[x, y]*[x; y]', 'x'],
    ['2[A v]', '2*(A*v)', 'v'],
  ])('%s is %s where %s is asked for', (text, expected, right) => {
    const reading = expressionKind.read(text, expressionKey(right, symbols));
    expect(reading).toMatchObject({ status: 'read', readAs: expected });
  });
});

describe('names that are declared win', () => {
  const declared = (...list: string[]): ExpressionSymbol[] =>
    list.map(name => ({ name, tex: name, domain: 'real', shape: [] }));

  test.each([
    ['sigma(x)', ['sigma', 'x'], 'sigma*x'],
    ['sigmoid(x)', ['sigma', 'x'], 'sigmoid(x)'],
    ['e^x', ['e', 'x'], 'e^x'],
    ['b^T', ['b', 'T'], 'b^T'],
    ['X + x', ['x', 'X'], 'X + x'],
    ['ab', ['a', 'b', 'ab'], 'ab'],
    ['2pix', ['pi', 'x'], '2*pi*x'],
    ['h_t - 1', ['h_t', 'h_{t-1}'], 'h_t - 1'],
    ['3 x 4', ['y'], '3*4'],
    ['C x H x k^2', ['C', 'H', 'k'], 'C*H*k^2'],
    ['W_12', ['W_{1,2}'], 'W_{1,2}'],
    ['W_{1,2}', ['W_12'], 'W_12'],
    ['\\hat{\\beta}_1', ['beta_hat_1'], 'beta_hat_1'],
    ['w^*', ['w_star'], 'w_star'],
    ['b_{out}', ['b_out'], 'b_out'],
    ["f''", ["f''"], "f''"],
    ['f″', ["f''"], "f''"],
  ])('%s of %j is %s', (text, list, expected) => {
    expect(readAs(text, declared(...list))).toBe(expected);
  });

  test.each([
    ['abc', ['a', 'ab', 'bc', 'c'], /abc.* can be a\*bc or ab\*c/],
    ['h_t-1', ['h_t', 'h_{t-1}'], /can be h_\{t-1\} or h_t - 1/],
    ['xlnp', ['x', 'l', 'n', 'p'], /can be/],
    ['ix', ['Ix', 'iX', 'y'], /unknown name/],
  ])('%s of %j is refused', (text, list, reason) => {
    expect(readAs(text, declared(...list))).toMatch(reason);
  });
});

const keyOf = (text: string): ExpressionKey => expressionKey(text, given);

test.each(equal)('%s is %s', (one, other) => {
  expect(marked(other, keyOf(one)).credit).toBe(1);
  expect(marked(one, keyOf(other)).credit).toBe(1);
});

test.each(different)('%s is not %s', (one, other) => {
  expect(marked(other, keyOf(one)).credit).toBe(0);
  expect(marked(one, keyOf(other)).credit).toBe(0);
});

test('a formula whose values are lost in rounding earns nothing, and is told so', () => {
  expect(marked('x + 1e30 - 1e30', keyOf('x'))).toMatchObject({ credit: 0, comment: /could not be compared/ });
  expect(marked('2 ln(x)', keyOf('ln(x^2)'))).toMatchObject({
    credit: 0,
    comment: /has a value where the other has none/,
  });
});

const vocabulary = new Vocabulary(SYMBOLS);
const verdictOn = (right: Formula, reply: Formula) =>
  expressionKind.mark({ formula: reply }, expressionKey(printFormula(right, vocabulary), SYMBOLS));

test('what is printed is read again as the same formula', () => {
  fc.assert(
    fc.property(anyFormula, formula => {
      const printed = printFormula(formula, vocabulary);
      fc.pre(printed.length <= 1000);
      expect(readFormula(printed, vocabulary)).toEqual(formula);
    }),
    { numRuns: 1000 },
  );
});

const place = fc.nat(15);

test('a formula written otherwise is right', () => {
  const rewriting = fc.array(fc.tuple(place, fc.constantFrom(...REWRITES)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(tameFormula, rewriting, (formula, steps) => {
      const other = steps.reduce((now, [at, rule]) => applied(now, at, rule) ?? now, formula);
      // Where even the formula itself is known at too few points, nothing can be said.
      fc.pre(verdictOn(formula, formula).credit === 1);
      const { credit, comment } = verdictOn(formula, other);
      expect(credit === 1 || comment?.includes('could not be compared')).toBe(true);
    }),
    { numRuns: 120 },
  );
});

/** Values at a point, by the plainest means. */
function plainValue(formula: Formula, at: ReadonlyMap<string, number>): number {
  const of = (part: Formula): number => plainValue(part, at);
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'name':
      return at.get(formula.name) ?? (formula.name === 'e' ? Math.E : Math.PI);
    case 'unary':
      return -of(formula.operand);
    case 'binary': {
      const [a, b] = [of(formula.left), of(formula.right)];
      const results: Record<string, number> = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '^': a ** b };
      return results[formula.operator] as number;
    }
    default:
      return plainCall(formula, of);
  }
}

const PLAIN: Readonly<Record<string, (a: number, b: number) => number>> = {
  tanh: Math.tanh,
  sigmoid: x => 1 / (1 + Math.exp(-x)),
  relu: x => Math.max(0, x),
  abs: Math.abs,
  sin: Math.sin,
  max: Math.max,
  min: Math.min,
};

function plainCall(formula: Formula, of: (part: Formula) => number): number {
  if (formula.kind !== 'call') return Number.NaN;
  const [a, b] = formula.args.map(of);
  return PLAIN[formula.callee]?.(a as number, b as number) ?? Number.NaN;
}

const AT = Array.from({ length: 60 }, (_, i) => {
  const at = (k: number): number => Math.sin(12.9898 * (i + 1) * (k + 1)) * 0.5 + 0.5;
  return new Map([
    ['x', 6 * at(0) - 3],
    ['w_1', 6 * at(1) - 3],
    ['beta', at(2)],
    ["h'", 3 * at(3) + 0.01],
    ['m_hat', 7 * at(4) - 2],
    ['h_{t-1}', 4 * at(5) - 2],
  ]);
});

test('a formula with a small change that shows is wrong', () => {
  fc.assert(
    fc.property(tameFormula, place, fc.constantFrom(...CHANGES), (formula, at, rule) => {
      const other = applied(formula, at, rule);
      if (!other) return;
      const shows = AT.some(point => {
        const [a, b] = [plainValue(formula, point), plainValue(other, point)];
        return Math.abs(a - b) > 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-3);
      });
      if (shows) expect(verdictOn(formula, other).credit).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['1/0', 'sigma(x)', /^This has no value anywhere/],
  ['sqrt(-1 - x^2)', 'x', /^This has no value anywhere/],
  ['(-x^2)^(2x/x)', 'x^4', /^This could not be compared/],
  ['2 ln(x)', 'ln(x^2)', /^Where both have a value this agrees/],
])('of %s, where %s is right, is said where it has a value', (reply, right, comment) => {
  const [x] = given.filter(({ name }) => name === 'x');
  expect(marked(reply, expressionKey(right, x ? [x] : []))).toMatchObject({
    credit: 0,
    comment: expect.stringMatching(comment),
  });
});
