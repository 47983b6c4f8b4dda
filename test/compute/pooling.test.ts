import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradient } from '../../src/compute/gradient.ts';
import type { Attributes, Node } from '../../src/compute/node.ts';
import { componentOf } from '../../src/compute/operations/component.ts';
import { indicesOf, type Nested, nested, ShapeError } from '../../src/compute/tensor.ts';
import { formula } from '../../src/compute/write.ts';
import { expectGradients, weighed } from './differences.ts';
import { apart, filled, slidingCases } from './sliding-cases.ts';
import { compute, constant, numberIn, sum, variable } from './support.ts';

const cases = [...slidingCases].filter(([name]) => /pool/.test(name));

describe('the gradient agrees with central differences', () => {
  test.each(cases)('of %s', (_, { build, points }) => {
    fc.assert(
      fc.property(points, point => {
        expectGradients(args => weighed(build(args)), point);
      }),
      { numRuns: 20 },
    );
  });

  test.each(cases)('of %s, of its own gradient', (_, { build, points }) => {
    fc.assert(
      fc.property(points, point => {
        const last = point.length - 1;
        expectGradients(args => weighed(gradient(weighed(build(args)), args[last] as Node)), point);
      }),
      { numRuns: 5 },
    );
  });
});

const WINDOW = { kernel: [2, 2], stride: [2, 2], padding: [0, 0] };
const pool = (name: string, x: Nested, attributes: Attributes = WINDOW): Nested =>
  nested(compute(name, [constant(x)], attributes));
const image = [
  [1, 5, 2, 0],
  [3, 4, 1, 7],
  [0, 2, 6, 1],
  [9, 8, 3, 4],
];

describe('values', () => {
  test('of windows side by side', () => {
    expect(pool('max_pool', image)).toEqual([
      [5, 7],
      [9, 6],
    ]);
    expect(pool('avg_pool', image)).toEqual([
      [3.25, 2.5],
      [4.75, 3.5],
    ]);
  });

  test('windows that overlap, and partial ones that are dropped', () => {
    expect(pool('max_pool', image, { kernel: [3, 3], stride: [1, 1], padding: [0, 0] })).toEqual([
      [6, 7],
      [9, 8],
    ]);
    expect(pool('max_pool', image, { kernel: [3, 3], stride: [2, 2], padding: [0, 0] })).toEqual([[6]]);
  });

  test('the padding is never the largest, and counts as 0 in a mean', () => {
    const padded = { kernel: [2, 2], stride: [2, 2], padding: [1, 1] };
    expect(pool('max_pool', [[-3]], padded)).toEqual([[-3]]);
    expect(pool('avg_pool', [[-3]], padded)).toEqual([[-0.75]]);
  });

  test('each earlier index for itself, and along one axis too', () => {
    expect(pool('max_pool', [[1, 2, 4, 3]], { kernel: [2], stride: [2], padding: [0] })).toEqual([[2, 4]]);
    expect(pool('avg_pool', [[[2, 4]], [[6, 0]]], { kernel: [1, 2], stride: [1, 2], padding: [0, 0] })).toEqual([
      [[3]],
      [[3]],
    ]);
  });
});

describe('a tie', () => {
  const x = variable('x', [
    [1, 1],
    [0, 0],
  ]);
  const y = compute('max_pool', [x], WINDOW);

  test('gives the value all the same', () => {
    expect(nested(y)).toEqual([[1]]);
    expect(y.degenerate).toBe(false);
  });

  test('makes the gradient depend on a convention: the first of the largest takes it', () => {
    const found = gradient(sum(y), x);
    expect(found.degenerate).toBe(true);
    expect(nested(found)).toEqual([
      [1, 0],
      [0, 0],
    ]);
    const routed = compute('max_pool_routed', [x, constant([[1]])], WINDOW);
    expect(routed.degenerate).toBe(true);
  });

  test.each([[[1, 2, 1, 0]], [[1, 1, 2, 0]], [[2, 1, 1, 0]]])(
    'below the largest does not matter: %j',
    ([a, b, c, d]) => {
      const x = variable('x', [
        [a, b],
        [c, d],
      ] as Nested);
      expect(gradient(sum(compute('max_pool', [x], WINDOW)), x).degenerate).toBe(false);
    },
  );
});

test('every number sent back arrives once', () => {
  const attributes = { kernel: [2, 3], stride: [1, 2], padding: [1, 1] };
  fc.assert(
    fc.property(apart(4, 5), filled(5, 3), (x, u) => {
      const all = numberIn(sum(constant(u)));
      const routed = compute('max_pool_routed', [constant(x), constant(u)], attributes);
      expect(numberIn(sum(routed))).toBeCloseTo(all, 9);
    }),
  );
});

test('no mean is above the largest of its window', () => {
  fc.assert(
    fc.property(filled(2, 4, 4), x => {
      const [top, mean] = ['max_pool', 'avg_pool'].map(name => compute(name, [constant(x)], WINDOW)) as [Node, Node];
      expect(top.data.every((value, i) => value >= (mean.data[i] as number) - 1e-12)).toBe(true);
    }),
  );
});

test('an element worked out alone is the element, and shows its window', () => {
  for (const name of ['max_pool', 'avg_pool']) {
    const node = compute(name, [variable('x', image)], { kernel: [2, 2], stride: [1, 1], padding: [1, 1] });
    const alone = [...indicesOf(node.shape)].map(index => numberIn(componentOf(node, index)));
    expect(alone).toEqual([...node.data]);
  }
  const large = compute('max_pool', [variable('x', image)], WINDOW);
  expect(formula(componentOf(large, [0, 1])).tex).toBe(
    '\\max\\left(\\begin{bmatrix} {x}_{13} & {x}_{14} \\\\ {x}_{23} & {x}_{24} \\end{bmatrix}\\right)',
  );
});

test('an element of a large window is not taken apart', () => {
  const wide = Array.from({ length: 50 }, (_, i) => Array.from({ length: 50 }, (_unused, j) => i * j));
  const whole = { kernel: [50, 50], stride: [1, 1], padding: [0, 0] };
  for (const name of ['max_pool', 'avg_pool']) {
    const node = compute(name, [variable('x', wide)], whole);
    const alone = componentOf(node, [0, 0]);
    expect(alone.data[0]).toBe(node.data[0]);
    expect(formula(alone).tex.length).toBeLessThan(100);
  }
});

describe('what cannot be pooled is refused', () => {
  test.each([
    ['a number', 3, WINDOW, /fewer axes/],
    ['a window larger than the input', [[1]], WINDOW, /\(2, 2\) is larger/],
    ['a window in the padding', [[1]], { kernel: [1, 1], stride: [1, 1], padding: [1, 1] }, /lies in the padding/],
  ])('%s', (_, x, attributes, message) => {
    const call = (): Node => compute('max_pool', [constant(x)], attributes);
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test.each(['max_pool_routed', 'avg_pool_spread'])('a gradient of another shape, of %s', name => {
    const args = name === 'avg_pool_spread' ? [constant([[1, 2]])] : [constant(image), constant([[1, 2]])];
    expect(() => compute(name, args, { ...WINDOW, shape: [4, 4] })).toThrow(/gives \(2, 2\), not \(1, 2\)/);
  });
});
