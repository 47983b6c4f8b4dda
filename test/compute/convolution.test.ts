import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradient } from '../../src/compute/gradient.ts';
import type { Attributes, Node } from '../../src/compute/node.ts';
import { componentOf } from '../../src/compute/operations/component.ts';
import { indicesOf, type Nested, nested, ShapeError } from '../../src/compute/tensor.ts';
import { formula } from '../../src/compute/write.ts';
import { expectGradients, weighed } from './differences.ts';
import { filled, forms, slidingCases } from './sliding-cases.ts';
import { compute, constant, numberIn, sum, variable } from './support.ts';

const POOLING = /pool/;
const cases = [...[...slidingCases].filter(([name]) => !POOLING.test(name)), ...forms];

describe('the gradient agrees with central differences', () => {
  test.each(cases)('of %s', (_, { build, points }) => {
    fc.assert(
      fc.property(points, point => {
        expectGradients(args => weighed(build(args)), point);
      }),
      { numRuns: 15 },
    );
  });

  test.each(cases)('of %s, of its own gradient', (_, { build, points }) => {
    fc.assert(
      fc.property(points, point => {
        expectGradients(args => weighed(gradient(weighed(build(args)), args[0] as Node)), point);
      }),
      { numRuns: 5 },
    );
  });
});

describe('an element worked out alone is the element', () => {
  test.each(cases)('of %s', (_, { build, points }) => {
    fc.assert(
      fc.property(points, point => {
        const node = build(point.map((value, i) => variable(`x${i}`, value)));
        const alone = [...indicesOf(node.shape)].map(index => numberIn(componentOf(node, index)));
        alone.forEach((value, i) => {
          expect(value).toBeCloseTo(node.data[i] as number, 10);
        });
      }),
      { numRuns: 5 },
    );
  });
});

const PLAIN = { stride: [1, 1], padding: [0, 0], dilation: [1, 1] };
const correlate = (x: Nested, k: Nested, attributes: Attributes = PLAIN): Node =>
  compute('correlate', [constant(x), constant(k)], attributes);
const image: Nested = [
  [1, 2, 0],
  [0, 1, 3],
  [2, 1, 1],
];

describe('cross-correlation', () => {
  test('multiplies each window by the kernel, which is not turned around', () => {
    const kernel = [
      [1, 0],
      [2, -1],
    ];
    // 1·1 + 2·0 + 0·2 − 1·1, and so on.
    expect(nested(correlate(image, kernel))).toEqual([
      [0, 1],
      [3, 2],
    ]);
  });

  test('a kernel that holds a single 1 picks one number of each window', () => {
    const x = [1, 2, 3, 4, 5, 6, 7];
    const picked = (k: Nested, attributes: Attributes): Nested =>
      nested(compute('correlate', [constant(x), constant(k)], attributes));
    expect(picked([0, 1, 0], { stride: [1], padding: [1], dilation: [1] })).toEqual(x);
    expect(picked([0, 0, 1], { stride: [2], padding: [0], dilation: [2] })).toEqual([5, 7]);
    expect(picked([1, 0], { stride: [3], padding: [2], dilation: [1] })).toEqual([0, 2, 5, 0]);
  });

  test('sums over the channels, and has one map for each filter', () => {
    const x = [[[1]], [[10]]];
    const k = [
      [[[1]], [[1]]],
      [[[2]], [[0]]],
      [[[0]], [[-1]]],
    ];
    expect(nested(correlate(x, k))).toEqual([[[11]], [[2]], [[-10]]]);
  });

  test('is one form in three tensors: both adjoints give the same number', () => {
    fc.assert(
      fc.property(
        filled(2, 4, 5),
        filled(3, 2, 2, 2),
        fc.record({
          stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })),
          padding: fc.tuple(fc.nat(2), fc.nat(1)),
          dilation: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 })),
        }),
        (x, k, attributes) => {
          const y = correlate(x, k, attributes);
          const u = constant(nested({ shape: y.shape, data: y.data.map((_, i) => Math.sin(i)) }));
          const total = (a: Node, b: Node): number => numberIn(sum(compute('mul', [a, b])));
          const byInput = compute('correlate_input', [constant(k), u], { ...attributes, shape: [2, 4, 5] });
          const byKernel = compute('correlate_kernel', [constant(x), u], { ...attributes, shape: [3, 2, 2, 2] });
          const form = total(y, u);
          expect(total(byInput, constant(x))).toBeCloseTo(form, 9);
          expect(total(byKernel, constant(k))).toBeCloseTo(form, 9);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('the adjoint by the kernel of plain images is a correlation with stride and dilation exchanged', () => {
    const attributes = { stride: [2, 2], padding: [1, 1], dilation: [1, 1] };
    fc.assert(
      fc.property(filled(3, 3), filled(2, 2), (x, u) => {
        const adjoint = compute('correlate_kernel', [constant(x), constant(u)], { ...attributes, shape: [3, 3] });
        const exchanged = correlate(x, u, { ...attributes, stride: [1, 1], dilation: [2, 2] });
        expect([...adjoint.data].map(value => value.toFixed(9))).toEqual(
          [...exchanged.data].map(value => value.toFixed(9)),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('shapes that do not fit are refused', () => {
  test.each([
    ['another number of channels', [2, 4, 4], [3, 3, 2, 2], /2 channels.*takes 3/],
    ['a kernel that is larger than the padded input', [2, 2], [3, 3], /\(3, 3\) is larger.*\(2, 2\)/],
    ['too many axes', [1, 2, 4, 4], [1, 2, 2, 2], /cannot be correlated/],
    ['too few axes', [4], [2, 2], /cannot be correlated/],
    ['too much work', [300, 300], [100, 100], /too much work/],
  ])('%s', (_, x, k, message) => {
    const zeros = (shape: number[]): Node => compute('broadcast_to', [constant(0)], { shape });
    const call = (): Node => compute('correlate', [zeros(x), zeros(k)], PLAIN);
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test('an adjoint of another shape', () => {
    const call = (): Node =>
      compute('correlate_input', [constant([[1]]), constant([[1]])], { ...PLAIN, shape: [2, 2] });
    expect(call).toThrow(/has shape \(2, 2\), not \(1, 1\)/);
  });

  test('tensors that cannot be interleaved', () => {
    expect(() => compute('interleave', [constant([1, 2]), constant([1])])).toThrow(ShapeError);
    expect(() => compute('interleave', [constant(1), constant(1)])).toThrow(ShapeError);
  });
});

describe('is written with a star, below it what is not as usual', () => {
  const x = variable('x', [1, 2, 3]);
  const k = variable('k', [1, 2]);
  const write = (attributes: Attributes): string => formula(compute('correlate', [x, k], attributes)).tex;

  test.each([
    [{ stride: [1], padding: [0], dilation: [1] }, 'x \\star k'],
    [{ stride: [2], padding: [0], dilation: [1] }, 'x \\star_{s=2} k'],
    [{ stride: [2], padding: [1], dilation: [2] }, 'x \\star_{s=2,\\,p=1,\\,d=2} k'],
  ])('%o', (attributes, tex) => {
    expect(write(attributes)).toBe(tex);
  });

  test('in parentheses beside a product, and not in a sum', () => {
    const y = compute('correlate', [x, k], { stride: [1], padding: [0], dilation: [1] });
    expect(formula(compute('add', [y, y])).tex).toBe('x \\star k + x \\star k');
    expect(formula(compute('mul', [y, y])).tex).toBe('\\left(x \\star k\\right) \\odot \\left(x \\star k\\right)');
  });
});

test('an element with very many terms is not taken apart', () => {
  const large = compute('broadcast_to', [constant(0.5)], { shape: [60, 60] });
  const node = compute('correlate', [large, large], PLAIN);
  const alone = componentOf(node, [0, 0]);
  expect(alone.data[0]).toBe(900);
  expect(formula(alone).tex.length).toBeLessThan(200);
});

test('the columns of an image times a kernel are its correlation', () => {
  fc.assert(
    fc.property(filled(2, 3, 4), filled(2, 2, 3), (x, k) => {
      const steps = { stride: [1, 1], padding: [1, 0], dilation: [1, 1] };
      const columns = compute('im2col', [constant(x)], { ...steps, kernel: [2, 3] });
      const flat = constant([k].flat(9) as number[]);
      const product = compute('matmul', [flat, columns]);
      expect([...product.data].map(value => value.toFixed(9))).toEqual(
        [...correlate(x, k, steps).data].map(value => value.toFixed(9)),
      );
    }),
    { numRuns: 20 },
  );
});
