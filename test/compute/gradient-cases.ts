import fc from 'fast-check';
import type { Node } from '../../src/compute/node.ts';
import type { Nested } from '../../src/compute/tensor.ts';
import { compute, constant } from './support.ts';

/** Every operation with a gradient, with arguments at which it has one. */

/** Far enough from kinks and poles for differences to mean something. */
export const anywhere = fc.double({ min: -2, max: 2, noNaN: true });
const apart = anywhere.filter(x => Math.abs(x) > 0.05);
const positive = fc.double({ min: 0.1, max: 3, noNaN: true });

export interface Case {
  readonly build: (args: readonly Node[]) => Node;
  /** One point: the arguments of the operation. */
  readonly points: fc.Arbitrary<readonly Nested[]>;
}

const unary = (name: string, domain: fc.Arbitrary<number>): [string, Case] => [
  name,
  { build: args => compute(name, args), points: fc.tuple(domain) },
];
export const vector = (domain: fc.Arbitrary<number>) => fc.tuple(domain, domain, domain);

/** Pairs of every way in which two shapes fit together. */
const pairs = (left: fc.Arbitrary<number>, right: fc.Arbitrary<number>): fc.Arbitrary<readonly Nested[]> =>
  fc.oneof(
    fc.tuple(left, right),
    fc.tuple(vector(left), right),
    fc.tuple(left, vector(right)),
    fc.tuple(vector(left), vector(right)),
    fc.tuple(fc.tuple(vector(left), vector(left)), vector(right)),
    fc.tuple(fc.tuple(fc.tuple(left), fc.tuple(left)), vector(right)),
  );
const binary = (name: string, points: fc.Arbitrary<readonly Nested[]>): [string, Case] => [
  name,
  { build: args => compute(name, args), points },
];
const gaps = ([a, b]: readonly Nested[]): number[] => {
  const flat = [b].flat(9) as number[];
  return ([a].flat(9) as number[]).flatMap(x => flat.map(y => Math.abs(x - y)));
};

export const cases = new Map<string, Case>([
  unary('neg', anywhere),
  unary('ln', positive),
  unary('exp', anywhere),
  unary('sigmoid', anywhere),
  unary('tanh', anywhere),
  unary('relu', apart),
  unary('sqrt', positive),
  unary('below_zero', apart),
  unary('abs', apart),
  binary('add', pairs(anywhere, anywhere)),
  binary('sub', pairs(anywhere, anywhere)),
  binary('mul', pairs(anywhere, anywhere)),
  binary('div', pairs(anywhere, apart)),
  binary('pow', pairs(positive, anywhere)),
  binary(
    'max',
    pairs(anywhere, anywhere).filter(point => gaps(point).every(gap => gap > 0.01)),
  ),
  binary(
    'min',
    pairs(anywhere, anywhere).filter(point => gaps(point).every(gap => gap > 0.01)),
  ),
  binary('leaky_relu', pairs(apart, apart)),
  ['leaky_relu_slope', { build: args => compute('leaky_relu_slope', args), points: pairs(apart, apart) }],
  ['list', { build: args => compute('list', args), points: fc.tuple(anywhere, anywhere, anywhere) }],
  ['element', { build: args => compute('element', args, { index: [1] }), points: fc.tuple(vector(anywhere)) }],
  ['placed', { build: args => compute('placed', args, { index: [1], shape: [3] }), points: fc.tuple(anywhere) }],
  ['sum', { build: args => compute('sum', args), points: fc.tuple(vector(anywhere)) }],
  [
    'sum_to',
    {
      build: args => compute('sum_to', args, { shape: [3] }),
      points: fc.tuple(fc.tuple(vector(anywhere), vector(anywhere))),
    },
  ],
  [
    'broadcast_to',
    { build: args => compute('broadcast_to', args, { shape: [2, 3] }), points: fc.tuple(vector(anywhere)) },
  ],
]);

const matrix = (rows: number, columns: number, domain = anywhere): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(domain, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const list = (length: number, domain = anywhere): fc.Arbitrary<number[]> =>
  fc.array(domain, { minLength: length, maxLength: length });
const stack = (depth: number, rows: number, columns: number): fc.Arbitrary<number[][][]> =>
  fc.array(matrix(rows, columns), { minLength: depth, maxLength: depth });

/** A 2×3 matrix of numbers that are all well apart, so that the largest is no tie. */
const distinct: fc.Arbitrary<readonly Nested[]> = fc
  .tuple(
    fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 }),
    list(6, fc.double({ min: -0.3, max: 0.3, noNaN: true })),
  )
  .map(([order, noise]) => {
    const numbers = order.map((rank, i) => rank - 2.5 + (noise[i] as number));
    return [[numbers.slice(0, 3), numbers.slice(3)]];
  });

const reduction = (name: string, points: fc.Arbitrary<readonly Nested[]>): [string, Case] => [
  name,
  { build: args => compute(name, args, { axes: [0] }), points },
];

/** Symmetric with eigenvalues that are well apart: a large, uneven diagonal. */
const symmetric = list(3, fc.double({ min: -0.5, max: 0.5, noNaN: true })).map(([p = 0, q = 0, r = 0]) => [
  [4, p, q],
  [p, 1, r],
  [q, r, -2],
]);
const regular = matrix(3, 3, fc.double({ min: -0.6, max: 0.6, noNaN: true })).map(rows =>
  rows.map((row, i) => row.map((x, j) => (i === j ? x + 3 * (i + 1) : x))),
);
const mask = compute('gt', [
  constant([
    [1, -1, 1],
    [-1, -1, 1],
  ]),
  constant(0),
]);
/** Symmetric whatever is varied, for functions of symmetric matrices. */
const symmetrized = (a: Node): Node =>
  compute('div', [compute('add', [a, compute('permute', [a], { order: [1, 0] })]), constant(2)]);
const SLICE = { starts: [0, 2], lengths: [2, 2], steps: [1, -2], drops: [0, 0] };

/** Tensors, and what rearranges or multiplies them. */
export const tensorCases = new Map<string, Case>([
  unary('sin', anywhere),
  unary('cos', anywhere),
  unary('softplus', anywhere),
  unary('erf', anywhere),
  reduction('mean', fc.tuple(matrix(2, 3))),
  reduction('logsumexp', fc.tuple(matrix(2, 3))),
  reduction('softmax', fc.tuple(matrix(2, 3))),
  reduction('largest', distinct),
  reduction('smallest', distinct),
  ['reshape', { build: args => compute('reshape', args, { shape: [3, 2] }), points: fc.tuple(matrix(2, 3)) }],
  ['permute', { build: args => compute('permute', args, { order: [2, 0, 1] }), points: fc.tuple(stack(2, 3, 2)) }],
  [
    'matmul',
    {
      build: args => compute('matmul', args),
      points: fc.oneof<fc.Arbitrary<readonly Nested[]>[]>(
        fc.tuple(matrix(2, 3), matrix(3, 2)),
        fc.tuple(matrix(2, 3), list(3)),
        fc.tuple(list(2), matrix(2, 3)),
        fc.tuple(list(3), list(3)),
        fc.tuple(stack(2, 2, 3), matrix(3, 2)),
        fc.tuple(matrix(2, 3), stack(2, 3, 2)),
        fc.tuple(stack(2, 2, 3), list(3)),
        fc.tuple(list(2), stack(2, 2, 3)),
      ),
    },
  ],
  [
    'outer',
    {
      build: args => compute('outer', args),
      points: fc.oneof<fc.Arbitrary<readonly Nested[]>[]>(
        fc.tuple(list(2), list(3)),
        fc.tuple(matrix(2, 2), matrix(2, 3)),
        fc.tuple(list(2), matrix(2, 3)),
      ),
    },
  ],
  ['inverse', { build: args => compute('inverse', args), points: fc.tuple(regular) }],
  [
    'solve',
    {
      build: args => compute('solve', args),
      points: fc.oneof<fc.Arbitrary<readonly Nested[]>[]>(fc.tuple(regular, list(3)), fc.tuple(regular, matrix(3, 2))),
    },
  ],
  ['eigenvalues', { build: ([a]) => compute('eigenvalues', [symmetrized(a as Node)]), points: fc.tuple(symmetric) }],
  [
    'singular_values',
    {
      build: args => compute('singular_values', args),
      points: fc.oneof<fc.Arbitrary<readonly Nested[]>[]>(
        fc.tuple(regular),
        fc.tuple(regular.map(rows => rows.slice(1))),
        fc.tuple(regular.map(rows => rows.map(row => row.slice(1)))),
      ),
    },
  ],
  ['slice', { build: args => compute('slice', args, SLICE), points: fc.tuple(matrix(2, 3)) }],
  ['spread', { build: args => compute('spread', args, { ...SLICE, shape: [2, 3] }), points: fc.tuple(matrix(2, 2)) }],
  [
    'concat',
    {
      build: args => compute('concat', args, { axis: [1] }),
      points: fc.tuple(matrix(2, 1), matrix(2, 3), matrix(2, 2)),
    },
  ],
  ['where', { build: args => compute('where', [mask, ...args]), points: fc.tuple(matrix(2, 3), anywhere) }],
]);
