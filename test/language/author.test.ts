import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { input, type Node } from '../../src/compute/node.ts';
import { type Nested, nested } from '../../src/compute/tensor.ts';
import { LanguageError, ValueError } from '../../src/language/error.ts';
import { buildAuthor, parseAuthor } from '../../src/language/evaluate.ts';

const given: Readonly<Record<string, Nested>> = { a: 2, b: -3, beta1: 0.9, x: [1, 2, 3], W: [[1, 2], [3, 4]], in: 5 };
const names: ReadonlyMap<string, Node> = new Map(
  Object.entries(given).map(([name, value]) => [name, input({ name, tex: name }, value)]),
);

const evaluate = (text: string): Node => buildAuthor(parseAuthor(text), names);

function refusal(text: string): LanguageError {
  try {
    evaluate(text);
  } catch (error) {
    if (error instanceof LanguageError) return error;
    throw error;
  }
  throw new Error(`${text.slice(0, 40)} was computed`);
}

const values: readonly (readonly [text: string, value: Nested])[] = [
  // precedence and associativity
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['2 - 3 - 4', -5],
  ['2 - (3 - 4)', 3],
  ['16 / 4 / 2', 2],
  ['16 / (4 / 2)', 8],
  ['2 * 3 ^ 2', 18],
  ['2 ^ 3 ^ 2', 512],
  ['(2 ^ 3) ^ 2', 64],
  ['-2 ^ 2', -4],
  ['(-2) ^ 2', 4],
  ['2 ^ -1', 0.5],
  ['-a ^ 2', -4],
  ['- - 3', 3],
  ['2 * -3', -6],
  ['2 - -b', -1],
  // numbers and names
  ['.5 + 1e-1', 0.6],
  ['2.5E+2', 250],
  ['1 - beta1', 0.1],
  ['in', 5],
  // comparisons and logic
  ['1 < 2', 1],
  ['2 <= 1', 0],
  ['2 >= 2', 1],
  ['a == 2', 1],
  ['a != 2', 0],
  ['a + 1 > 2 * 1', 1],
  ['1 < 2 and 2 < 3', 1],
  ['1 < 2 and 3 < 2', 0],
  ['3 < 2 or 1 < 2', 1],
  ['1 or 0 and 0', 1],
  ['(1 or 0) and 0', 0],
  ['not 0', 1],
  ['not 1 == 2', 1],
  ['not 1 or 1', 1],
  ['not (1 or 1)', 0],
  // lists and indexing
  ['[1, 2, a]', [1, 2, 2]],
  ['[[1, 2], [3, 4]]', [[1, 2], [3, 4]]],
  ['[1; 2]', [1, 2]],
  ['[1, 2,]', [1, 2]],
  ['x[0] + x[2]', 4],
  ['W[1]', [3, 4]],
  ['W[1][0]', 3],
  ['[4, 5, 6][a]', 6],
  ['-x[1]', -2],
  ['2 * x[1] ^ 2', 8],
  ['x + 1', [2, 3, 4]],
  ['x * x', [1, 4, 9]],
  ['W + [10, 20]', [[11, 22], [13, 24]]],
  ['-x', [-1, -2, -3]],
  ['-[1, 2]', [-1, -2]],
  ['x == [1, 5, 3]', [1, 0, 1]],
  // calls
  ['sqrt(16)', 4],
  ['sqrt(x=16)', 4],
  ['log(8, base=2)', 3],
  ['log(base=2, x=8)', 3],
  ['max(a, b)', 2],
  ['max(x)', 3],
  ['min(x)', 1],
  ['max(1, b=5)', 5],
  ['sum(x)', 6],
  ['mean(W)', 2.5],
  ['floor(7 / 2)', 3],
  ['ceil(7 / 2)', 4],
  ['leaky_relu(-2, 0.1)', -0.2],
  ['conv_params(3, 16, 5)', 1216],
  ['conv_params(in=3, out=16, kernel=5, bias=0)', 1200],
  ['conv_params(3, kernel=5, out=16)', 1216],
  ['pool_size(28, 2)', 14],
  ['grad(a ^ 3, a)', 12],
  ['grad(sum(x * x), x)', [2, 4, 6]],
  ['grad(a, b)', 0],
  ['-grad(a, x)', [0, 0, 0]],
];

describe('an author may write', () => {
  test.each(values)('%s for %j', (text, value) => {
    const flat = [value].flat(9) as number[];
    const found = evaluate(text);
    const foundFlat = [nested(found)].flat(9) as number[];
    expect(found.shape).toEqual(shapeOf(value));
    foundFlat.forEach((number, i) => {
      expect(number).toBeCloseTo(flat[i] as number, 12);
    });
  });
});

function shapeOf(value: Nested): number[] {
  return typeof value === 'number' ? [] : [value.length, ...shapeOf(value[0] as Nested)];
}

const refusals: readonly (readonly [text: string, message: string, position: number])[] = [
  // did you mean
  ['conv_param(1, 2, 3)', 'unknown function "conv_param": did you mean conv_params?', 0],
  ['1 + beta2', 'unknown name "beta2": did you mean beta1?', 4],
  ['sqr(2)', 'unknown function "sqr": did you mean sqrt?', 0],
  ['gamma', 'unknown name "gamma"', 0],
  ['y', 'unknown name "y"', 0],
  ['sqrt', '"sqrt" is a function and needs its arguments', 0],
  ['__proto__', 'unknown name "__proto__"', 0],
  ['constructor', 'unknown name "constructor"', 0],
  ['2 * toString()', 'unknown function "toString"', 4],
  ['hasOwnProperty(1)', 'unknown function "hasOwnProperty"', 0],
  // arguments
  ['sqrt()', 'sqrt(x) takes 1 argument, not 0', 0],
  ['sqrt(1, 2)', 'sqrt(x) takes 1 argument, not 2', 0],
  ['log()', 'log(x, base) takes 1 to 2 arguments, not 0', 0],
  ['log(base=2)', 'log(x, base) needs a value for "x"', 0],
  ['sqrt(y=4)', 'sqrt(x) has no parameter "y"', 0],
  ['max(1, a=2)', 'max(a, b): "a" is given twice', 0],
  ['conv_params(1, 2)', 'conv_params(in, out, kernel, groups=1, bias=1) needs a value for "kernel"', 0],
  ['conv_params(1, 2, kernl=3)', 'conv_params(in, out, kernel, groups=1, bias=1) has no parameter "kernl"', 0],
  ['conv_params(1, 2, 3, in=4)', 'conv_params(in, out, kernel, groups=1, bias=1): "in" is given twice', 0],
  ['conv_params(in=1, in=2)', '"in" is given twice', 18],
  ['conv_params(in=1, 2)', 'an argument without a name follows named ones', 18],
  ['max([[1, 2]])', 'max of one argument needs a list', 0],
  // lists and shapes
  ['[]', 'a list needs at least one element', 0],
  ['[[1], [1, 2]]', 'a list holds shapes (1) and (2)', 0],
  ['[1, [2]]', 'a list holds shapes () and (1)', 0],
  ['x + [1, 2]', 'shapes (3) and (2) do not fit together', 2],
  ['x[3]', 'index 3 is outside a list of 3 (the first element has index 0)', 1],
  ['x[-1]', 'index -1 is outside a list of 3 (the first element has index 0)', 1],
  ['x[0.5]', 'index 0.5 is outside a list of 3 (the first element has index 0)', 1],
  ['x[[0, 1]]', 'an index is a single number', 1],
  ['a[0]', 'a single number has no elements to index', 1],
  ['grad(x, a)', 'a gradient is taken of a single number', 0],
  ['grad(floor(a), a)', 'floor has no gradient', 0],
  ['grad(a > 1, a)', 'gt has no gradient', 0],
  // syntax
  ['', 'there is nothing to read', 0],
  ['1 +', 'something is missing after "+"', 3],
  ['(1', '"(" is never closed', 0],
  ['max(1', '"(" is never closed', 3],
  ['[1, 2', '"[" is never closed', 0],
  ['x[0', '"[" is never closed', 1],
  ['1)', '")" is not expected here', 1],
  ['1, 2', '"," is not expected here', 1],
  ['a = 1', '"=" is not expected here', 2],
  ['2 3', '"3" is not expected here', 2],
  ['2 a', '"a" is not expected here', 2],
  ['1 < 2 < 3', 'comparisons cannot be chained: join two with "and"', 6],
  ['a.b', '"." is no part of the language', 1],
  ['"a"', '""" is no part of the language', 0],
  ['{a}', '"{" is no part of the language', 0],
  ['5%', '"%" is no part of the language', 1],
  ['1 × 2', '"×" is no part of the language', 2],
  ['\u001b[2J', '"U+001B" is no part of the language', 0],
  // no value
  ['1 / (a - 2)', 'division by zero', 2],
  ['[1, 2] / [1, 0]', 'division by zero', 7],
  ['sqrt(b)', 'a negative number has no real square root', 0],
  ['ln(0)', 'only a positive number has a logarithm', 0],
  // bounds
  ['1'.repeat(4001), '4001 characters are too long: at most 4000', 4000],
  ['('.repeat(1000), 'nested more than 64 deep', 64],
  ['['.repeat(1000), 'nested more than 64 deep', 64],
  ['-'.repeat(1000), 'nested more than 64 deep', 64],
  [`${'sum('.repeat(500)}1${')'.repeat(500)}`, 'nested more than 64 deep', 256],
  [`1${'+1'.repeat(1999)}`, 'more than 500 operations: split the formula into steps', 1001],

  ['2^2^2^2^2^2', 'the value is too large to compute with', 3],
];

describe('a formula that cannot be computed is refused with the reason and the place', () => {
  test.each(
    refusals.map(([text, message, position]) => [text.slice(0, 40), message, position, text] as const),
  )('%s: %s', (_, message, position, text) => {
    const start = performance.now();
    expect(refusal(text)).toMatchObject({ message, position });
    expect(performance.now() - start).toBeLessThan(20);
  });

  test('other numbers may mend a value, and nothing else', () => {
    expect(refusal('1 / (a - 2)')).toBeInstanceOf(ValueError);
    expect(refusal('pool_size(a, 5)')).toBeInstanceOf(ValueError);
    expect(refusal('1 +')).not.toBeInstanceOf(ValueError);
    expect(refusal('sqr(2)')).not.toBeInstanceOf(ValueError);
    expect(refusal('grad(floor(a), a)')).not.toBeInstanceOf(ValueError);
  });

  test('a tensor of more than 100,000 elements', () => {
    let text = '[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]';
    const scope = new Map<string, Node>();
    for (let rank = 2; rank <= 5; rank++) {
      scope.set('t', buildAuthor(parseAuthor(text), scope));
      text = '[t, t, t, t, t, t, t, t, t, t]';
    }
    scope.set('t', buildAuthor(parseAuthor(text), scope));
    expect(() => buildAuthor(parseAuthor('[t, t]'), scope)).toThrow(
      'a tensor of shape (2, 10, 10, 10, 10, 10) is too large: at most 100000 elements',
    );
  });
});

test('as long a formula as may be is computed', () => {
  expect(evaluate(`a${'-a'.repeat(500)}`).data[0]).toBe(2 - 2 * 500);
  expect(nested(evaluate(`[${'1,'.repeat(1998)}1]`))).toHaveLength(1999);
});

/** A random expression as text with the fewest parentheses, and as JavaScript with all of them. */
interface Twin {
  readonly text: string;
  readonly script: string;
  /** Of its outermost operator; 9 for a number. */
  readonly level: number;
}

const LEVELS: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };
const number = fc.integer({ min: 0, max: 9 }).map((value): Twin => ({ text: `${value}`, script: `${value}`, level: 9 }));
const inParentheses = ({ text }: Twin): string => `(${text})`;

function combine(operator: string, left: Twin, right: Twin): Twin {
  const level = LEVELS[operator] as number;
  const leftText = left.level < level || (operator === '^' && left.level === level) ? inParentheses(left) : left.text;
  const rightText = right.level < level || (operator !== '^' && right.level === level) ? inParentheses(right) : right.text;
  const sign = operator === '^' ? '**' : operator;
  return { text: `${leftText} ${operator} ${rightText}`, script: `((${left.script}) ${sign} (${right.script}))`, level };
}

const { twin } = fc.letrec<{ twin: Twin }>(tie => ({
  twin: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    number,
    fc.tuple(fc.constantFrom('+', '-', '*', '/', '^'), tie('twin'), tie('twin')).map(parts => combine(...parts)),
    tie('twin').map((inner): Twin => ({
      text: `-${inner.level < 3 ? inParentheses(inner) : inner.text}`,
      script: `(-(${inner.script}))`,
      level: 3,
    })),
  ),
}));

test('random arithmetic has the value that JavaScript gives its fully parenthesized form', () => {
  let compared = 0;
  fc.assert(
    fc.property(twin, ({ text, script }) => {
      const finite = fullyFinite(script);
      fc.pre(finite !== null && text.length < 1000);
      expect(evaluate(text).data[0]).toBe((finite as number) + 0);
      compared++;
    }),
    { numRuns: 2000 },
  );
  expect(compared).toBe(2000);
});

/** The value of a script in which no division is by zero and no power leaves the reals, else null. */
function fullyFinite(script: string): number | null {
  const value = new Function(`return ${script}`)() as number;
  const hasInfinity = !Number.isFinite(value) || !everyPartIsFinite(script);
  return hasInfinity ? null : value;
}

/** An infinity can vanish again, as in 1/(1/0), but the language refuses it where it arises. */
function everyPartIsFinite(script: string): boolean {
  const stack: number[] = [];
  for (let i = 0; i < script.length; i++) {
    if (script[i] === '(') stack.push(i);
    if (script[i] !== ')') continue;
    const start = stack.pop() as number;
    if (!Number.isFinite(new Function(`return ${script.slice(start, i + 1)}`)() as number)) return false;
  }
  return true;
}

test('any text at all is computed or refused with a place inside it', () => {
  const words = ['sum(', 'grad(', 'mse(', '[', ']', '(', ')', ',', 'in=', ' and ', 'not ', '==', 'x', 'W', 'a', '1', '0', '.5', '^', '-', '/', '*', 'receptive_field(', 'conv_size(', 'max(', 'constructor', '__proto__'];
  const lookalikes = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: lookalikes }, fc.string({ unit: 'binary', maxLength: 500 })), text => {
      try {
        expect([...evaluate(text).data].every(Number.isFinite)).toBe(true);
      } catch (error) {
        if (!(error instanceof LanguageError)) throw error;
        expect(error.position).toBeGreaterThanOrEqual(0);
        expect(error.position).toBeLessThanOrEqual(text.length);
        expect(error.message).toMatch(/^[^\p{Cc}\p{Cs}]+$/u);
      }
    }),
    { numRuns: 5000 },
  );
});
