import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradient } from '../../src/compute/gradient.ts';
import { inOrder, type Node, step } from '../../src/compute/node.ts';
import { replace } from '../../src/compute/replace.ts';
import { nested, ShapeError } from '../../src/compute/tensor.ts';
import { trace } from '../../src/compute/trace.ts';
import { constant, formulaOf, numberIn, sum, variable } from './support.ts';

/** A chain of named steps: each a formula over the variables and the steps before it. */
function chain(
  definitions: readonly (readonly [name: string, formula: string])[],
  values: Record<string, number>,
): Record<string, Node> {
  const names: Record<string, Node> = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, variable(name, value)]),
  );
  for (const [name, formula] of definitions) names[name] = step({ name, tex: name }, formulaOf(formula, names));
  return names;
}

const ADAM = [
  ['m', '(1 - b) * g'],
  ['v', '(1 - c) * g ^ 2'],
  ['mh', 'm / (1 - b)'],
  ['vh', 'v / (1 - c)'],
  ['s', '-mh / (sqrt(vh) + 1)'],
] as const;
const VALUES = { g: 2, b: 0.9, c: 0.99 };

const replaced = (names: Record<string, Node>, root: string, by: Record<string, Node | string>): Node =>
  replace(
    names[root] as Node,
    new Map(Object.entries(by).map(([name, node]) => [name, typeof node === 'string' ? formulaOf(node, names) : node])),
  );

describe('replacing a step', () => {
  const names = chain(ADAM, VALUES);

  test('recomputes what rests on it, and only that', () => {
    const changed = replaced(names, 's', { mh: 'm' });
    expect(numberIn(changed)).toBeCloseTo(-0.2 / 3, 12);
    const [before, after] = [new Set(inOrder([names.s as Node])), inOrder([changed])];
    expect(after).toContain(names.vh);
    expect(
      after
        .filter(node => !before.has(node))
        .map(node => node.label?.name)
        .filter(Boolean),
    ).toEqual(['mh', 's']);
  });

  test('gives the very node back where nothing is touched', () => {
    expect(replaced(names, 's', {})).toBe(names.s);
    expect(replaced(names, 's', { unknown: constant(3) })).toBe(names.s);
    expect(replaced(names, 'v', { m: constant(3) })).toBe(names.v);
  });

  test('a variable is replaced in the same way', () => {
    expect(numberIn(replaced(names, 'm', { g: constant(5) }))).toBeCloseTo(0.5, 12);
    expect(numberIn(replaced(names, 'g', { g: constant(5) }))).toBe(5);
  });

  test('its own name in the replacement means the step as it was defined', () => {
    expect(numberIn(replaced(names, 's', { s: '2 * s' }))).toBeCloseTo(2 * numberIn(names.s as Node), 12);
    expect(numberIn(replaced(names, 's', { s: '2 * s', g: constant(-2) }))).toBeCloseTo(
      -2 * numberIn(names.s as Node),
      12,
    );
  });

  test('replacements see one another', () => {
    // mh becomes m, and m itself another value.
    expect(numberIn(replaced(names, 'mh', { mh: 'm', m: constant(7) }))).toBe(7);
    expect(numberIn(replaced(names, 's', { mh: 'm', vh: 'v' }))).toBeCloseTo(-0.2 / (Math.sqrt(0.04) + 1), 12);
  });

  test('two that name each other end, each seeing the other as it was defined', () => {
    const pair = chain(
      [
        ['p', 'x + 1'],
        ['q', 'x * 10'],
        ['both', 'p * 1000 + q'],
      ],
      { x: 3 },
    );
    expect(numberIn(replaced(pair, 'p', { p: 'q', q: 'p' }))).toBe(4);
    expect(numberIn(replaced(pair, 'q', { p: 'q', q: 'p' }))).toBe(30);
    expect(numberIn(replaced(pair, 'both', { p: 'q + 1', q: 'p + 1' }))).toBe((4 + 2) * 1000 + 30 + 2);
  });

  test('keeps the names, so that the worked solution of the mistake can be told', () => {
    const lines = trace([['a', replaced(names, 's', { mh: 'm' })]]);
    expect(lines.map(({ name }) => name)).toEqual(['m', 'mh', 'v', 'vh', 's']);
    expect(lines.find(({ name }) => name === 'mh')?.tex).toBe('mh = m = 0.2');
  });

  test('a single number stands for a whole list; any other shape is refused', () => {
    const x = variable('x', [1, 2, 3]);
    const y = sum(formulaOf('x * 2', { x }));
    expect(numberIn(replace(y, new Map([['x', constant(5)]])))).toBe(30);
    expect(() => replace(y, new Map([['x', constant([1, 2])]]))).toThrow(
      new ShapeError('"x" has shape (3) and its replacement (2)'),
    );
  });

  test('a gradient is taken anew of what was replaced below it', () => {
    const x = variable('x', 2);
    const h = step({ name: 'h', tex: 'h' }, formulaOf('3 * x', { x }));
    const y = step({ name: 'y', tex: 'y' }, formulaOf('h ^ 2', { h }));
    const slope = gradient(y, x);
    expect(numberIn(slope)).toBe(36);
    expect(numberIn(replace(slope, new Map([['h', formulaOf('5 * x', { x })]])))).toBe(100);
  });
});

test('replacing equals building from scratch with the other definition', () => {
  const formulas = ['x + 1', 'x * y', 'a - y', 'a * a', 'tanh(b)', 'a + b * x', 'c / (1 + b ^ 2)', 'max(a, b) - c'];
  const anyDefinitions = fc.tuple(
    fc.constantFrom(...formulas.slice(0, 2)),
    fc.constantFrom(...formulas.slice(0, 4)),
    fc.constantFrom(...formulas.slice(0, 6)),
    fc.constantFrom(...formulas),
  );
  const steps = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(anyDefinitions, anyDefinitions, fc.subarray([0, 1, 2, 3]), (first, second, which) => {
      const define = (formulasOfSteps: readonly string[]): (readonly [string, string])[] =>
        steps.map((name, i) => [name, formulasOfSteps[i] as string]);
      const values = { x: 1.5, y: -0.5 };
      const old = chain(define(first), values);
      const fresh = chain(
        define(first.map((formula, i) => (which.includes(i) ? (second[i] as string) : formula))),
        values,
      );
      const by = Object.fromEntries(which.map(i => [steps[i] as string, second[i] as string]));
      expect(nested(replaced(old, 'd', by))).toEqual(nested(fresh.d as Node));
    }),
    { numRuns: 500 },
  );
});

test('a variable is replaced by its own name, and not the step of the same name that a function brought along', () => {
  const m = variable('m', 0.5);
  const theta = formulaOf('adam(1, g=2, m=m, lr=0.1).theta', { m });
  const replaced = replace(theta, new Map([['m', constant(0)]]), new Map([['m', m]]));
  expect(numberIn(replaced)).toBeCloseTo(numberIn(formulaOf('adam(1, g=2, m=0, lr=0.1).theta')), 12);
});

test('what only decides which formula is taken can be replaced too: the call is made anew', () => {
  const [z, k, n] = [variable('z', [1, 2, 3]), variable('k', 2), variable('n', 7)];
  const loss = formulaOf('cross_entropy(z, k) * 2', { z, k });
  expect(numberIn(replace(loss, new Map([['k', constant(0)]])))).toBeCloseTo(
    2 * (numberIn(formulaOf('logsumexp(z)', { z })) - 1),
  );
  const size = formulaOf('pool_size(n, kernel=2, rounding=ceil)', { n });
  expect(numberIn(replace(size, new Map([['n', constant(8)]])))).toBe(4);
  // And what it brings along stays replaced.
  const theta = formulaOf('adam(1, g=k, lr=0.1).theta', { k });
  const both = replace(
    theta,
    new Map([
      ['k', constant(3)],
      ['mhat', formulaOf('0.5 * 3')],
    ]),
  );
  expect(numberIn(both)).toBeCloseTo(1 - (0.1 * 1.5) / (3 + 1e-8), 12);
});
