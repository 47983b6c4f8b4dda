import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_ATTEMPTS, makeVariant, type Variant } from '../../src/bank/variant.ts';
import { problemsOf, question, SEEDS, template, valuesOf, variants } from './support.ts';

const draw = (rule: string): Variant[] =>
  variants(`vars: { a: { given: 1, ${rule} } }\nanswer: { choice: one }`, 'Q\n\n- [x] yes\n- [ ] no');

describe('a draw', () => {
  test.each<[string, unknown[]]>([
    ['pick: [8, 16, 32]', [8, 16, 32]],
    ['pick: [tanh, sigmoid]', ['sigmoid', 'tanh']],
    ['int: [3, 6]', [3, 4, 5, 6]],
    ['int: [-1, 1]', [-1, 0, 1]],
    ['int: [0, 10], step: 5', [0, 5, 10]],
    ['int: [1, 10], step: 4', [1, 5, 9]],
    ['int: [5, 5]', [5]],
    ['real: [0, 0.4], digits: 1', [0, 0.1, 0.2, 0.3, 0.4]],
    ['real: [-0.15, 0.15], digits: 1', [-0.1, 0, 0.1]],
    ['real: [1, 3], digits: 0', [1, 2, 3]],
    ['int: [-2, 2], not: [0, 1]', [-2, -1, 2]],
    ['pick: [1, 2, 3], not: [2]', [1, 3]],
    ['real: [0.1, 0.3], digits: 1, not: [0.2]', [0.1, 0.3]],
  ])('%s takes each of its values and no other', (rule, values) => {
    const seen = [...new Set(valuesOf(draw(rule), 'a'))];
    expect(seen.toSorted((x, y) => (x as number) - (y as number) || String(x).localeCompare(String(y)))).toEqual(
      values,
    );
    expect(seen.some(value => Object.is(value, -0))).toBe(false);
  });

  test('of a shape draws each element on its own', () => {
    const all = variants(
      'vars: { W: { given: [[1, 2, 3], [4, 5, 6]], int: [1, 9], shape: [2, 3] } }\nanswer: { number: sum(W) }',
    );
    for (const { vars } of all) {
      const flat = (vars.W as number[][]).flat();
      expect((vars.W as number[][]).map(row => row.length)).toEqual([3, 3]);
      expect(flat.every(value => Number.isInteger(value) && value >= 1 && value <= 9)).toBe(true);
    }
    expect(new Set(all.map(({ vars }) => JSON.stringify(vars.W))).size).toBe(SEEDS.length);
  });

  test('gives the very double that the decimal is read as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.nat(1000), (digits, seed) => {
        const front = `vars: { a: { given: 1, real: [-5, 5], digits: ${digits} } }\nanswer: { number: a }`;
        const value = makeVariant(template(front), seed).vars.a as number;
        expect(value).toBe(Number(value.toFixed(digits)));
      }),
    );
  });

  test('over a very wide range stays inside it', () => {
    const all = draw('int: [-9007199254740991, 9007199254740991]');
    expect(valuesOf(all, 'a').every(Number.isSafeInteger)).toBe(true);
    expect(new Set(valuesOf(all, 'a')).size).toBe(SEEDS.length);
  });
});

describe('constraints', () => {
  const front = (where: string): string =>
    `vars:\n  a: { given: 1, int: [0, 9] }\n  b: { given: 2, int: [0, 9] }\nwhere: ${where}\nanswer: { number: a + b }`;

  test.each([
    ['a < b', (a: number, b: number) => a < b],
    ['[a < b, a + b == 9]', (a: number, b: number) => a < b && a + b === 9],
    ['10 / (a - b) > 2', (a: number, b: number) => a !== b && 10 / (a - b) > 2],
    ['"[a, b] > 3"', (a: number, b: number) => a > 3 && b > 3],
  ])('%s holds in every variant', (where, holds) => {
    for (const { vars } of variants(front(where).replace('given: 1', 'given: 4').replace('given: 2', 'given: 5'))) {
      expect(holds(vars.a as number, vars.b as number), JSON.stringify(vars)).toBe(true);
    }
  });

  test('that cannot be met end with the reason, its line and the seed', () => {
    expect(problemsOf(question(front('a + b > 100')), 7)).toEqual([
      `cnn/q.md:7:8: no draw in ${MOST_ATTEMPTS} will do at seed 7: widen the draws or relax the constraints; the last failed because "a + b > 100" does not hold`,
    ]);
    expect(problemsOf(question('vars: { a: { given: 1, pick: [1], not: [1] } }\nanswer: { number: a }'), 7)).toEqual([
      `cnn/q.md:4:9: no draw in ${MOST_ATTEMPTS} will do at seed 7: widen the draws or relax the constraints; the last failed because every value is excluded`,
    ]);
    expect(problemsOf(question('vars: { a: { given: 1, pick: [0] } }\nanswer: { number: 1 / a }'), 7)).toEqual([
      `cnn/q.md:5:21: no draw in ${MOST_ATTEMPTS} will do at seed 7: widen the draws or relax the constraints; the last failed because "1 / a": division by zero`,
    ]);
  });

  test('a formula that is wrong for every number is told at once', () => {
    expect(problemsOf(question('vars: { a: { given: 1, pick: [1] } }\nanswer: { number: c }'), 7)).toEqual([
      'cnn/q.md:5:19: "c": unknown name "c"',
    ]);
  });
});

describe('numbers for which a formula has no value are not drawn', () => {
  test.each([
    ['in the answer', 'answer: { number: 1 / a }', 'Q'],
    ['in a step', 'let: { p: 1 / a }\nanswer: { number: p }', 'Q'],
    ['in the text', 'answer: { number: a }', 'Q {{1 / a}}'],
    ['in the solution', 'answer: { number: a }', 'Q\n\n## Solution\n{{sqrt(a - 1)}}'],
    ['in a box', 'answer: { choice: many }', 'Q\n\n- [1 / a > 0] yes\n- [ ] no'],
    ['in an option', 'answer: { choice: one }', 'Q\n\n- [x] {{1 / a}}\n- [ ] no'],
    ['in a mistake', 'answer: { number: 10 }\nmistakes:\n  - { value: 1 / a, because: so }', 'Q'],
    ['in the reason of a mistake', 'answer: { number: 10 }\nmistakes:\n  - { value: 3, because: "{{1 / a}}" }', 'Q'],
    ['at the kink of a gradient', 'answer: { number: "grad(abs(a), a)" }', 'Q'],
  ])('%s', (_, front, body) => {
    const all = variants(`vars: { a: { given: 1, int: [0, 2] } }\n${front}`, body);
    const seen = new Set(valuesOf(all, 'a'));
    expect(seen.has(0)).toBe(false);
    expect(seen.has(2)).toBe(true);
  });
});
