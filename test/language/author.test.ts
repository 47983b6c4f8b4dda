import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/compute/fields.ts';
import type { Node } from '../../src/compute/node.ts';
import { type Nested, nested } from '../../src/compute/tensor.ts';
import { LanguageError, ValueError } from '../../src/language/error.ts';
import { buildAuthor, parseAuthor } from '../../src/language/evaluate.ts';
import { values } from './formulas.ts';
import { names } from './names.ts';
import { refusals } from './refusals.ts';

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

describe('a formula that cannot be computed is refused with the reason and the place', () => {
  test.each(refusals.map(([text, message, position]) => [text.slice(0, 40), message, position, text] as const))(
    '%s: %s',
    (_, message, position, text) => {
      expect(refusal(text)).toMatchObject({ message, position });
    },
  );

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

test('a slice of a list is that of JavaScript', () => {
  const bound = fc.option(fc.integer({ min: -9, max: 9 }), { nil: undefined });
  const numbers = fc.array(fc.integer(), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(numbers, bound, bound, fc.integer({ min: 1, max: 4 }), (list, from, to, step) => {
      const text = `${JSON.stringify(list)}[${from ?? ''}:${to ?? ''}:${step}]`;
      const expected = list.slice(from, to).filter((_, i) => i % step === 0);
      if (expected.length === 0) expect(refusal(text).message).toMatch(/^this slice of axis 0 .* is empty$/);
      else expect(nested(evaluate(text))).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('an element of a list is the very node that was put there', () => {
  const x = names.get('x');
  expect(evaluate('[a, b, a][1]')).toBe(names.get('b'));
  expect(evaluate('[[a, b], [b, a]][1, 0]')).toBe(names.get('b'));
  expect(evaluate('[[a, b], [b, a]][-1][0]')).toBe(names.get('b'));
  expect(evaluate('[x, x][0, :]')).toBe(x);
  expect(evaluate('cell.h')).toBe(x);
});

test('a formula may have several results', () => {
  expect([...(fieldsOf(evaluate('adam(1, g=2, t=1, lr=0.1)'))?.keys() ?? [])]).toContain('theta');
  expect(fieldsOf(evaluate('cell.deep'))?.get('c')).toBe(names.get('a'));
  expect(refusal('adam(1e200, g=1e200, t=1)')).toBeInstanceOf(ValueError);
});

/** A random expression as text with the fewest parentheses, and as JavaScript with all of them. */
interface Twin {
  readonly text: string;
  readonly script: string;
  /** Of its outermost operator; 9 for a number. */
  readonly level: number;
}

const LEVELS: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };
const number = fc
  .integer({ min: 0, max: 9 })
  .map((value): Twin => ({ text: `${value}`, script: `${value}`, level: 9 }));
const inParentheses = ({ text }: Twin): string => `(${text})`;

function combine(operator: string, left: Twin, right: Twin): Twin {
  const level = LEVELS[operator] as number;
  const leftText = left.level < level || (operator === '^' && left.level === level) ? inParentheses(left) : left.text;
  const rightText =
    right.level < level || (operator !== '^' && right.level === level) ? inParentheses(right) : right.text;
  const sign = operator === '^' ? '**' : operator;
  return {
    text: `${leftText} ${operator} ${rightText}`,
    script:
      level === 1
        ? `(settled((${left.script}), ${operator}(${right.script})))`
        : `((${left.script}) ${sign} (${right.script}))`,
    level,
  };
}

const { twin } = fc.letrec<{ twin: Twin }>(tie => ({
  twin: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    number,
    fc.tuple(fc.constantFrom('+', '-', '*', '/', '^'), tie('twin'), tie('twin')).map(parts => combine(...parts)),
    tie('twin').map(
      (inner): Twin => ({
        text: `-${inner.level < 3 ? inParentheses(inner) : inner.text}`,
        script: `(-(${inner.script}))`,
        level: 3,
      }),
    ),
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

/** A sum that is smaller than the rounding of its terms is 0. */
function settled(a: number, b: number): number {
  return Math.abs(a + b) <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b)) ? 0 : a + b;
}

const computed = (script: string): number => new Function('settled', `return ${script}`)(settled) as number;

/** The value of a script in which no division is by zero and no power leaves the reals, else null. */
function fullyFinite(script: string): number | null {
  const value = computed(script);
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
    if (!Number.isFinite(computed(script.slice(start, i + 1)))) return false;
  }
  return true;
}
