import { describe, expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { numbers, partOf, slopes, valuesOf } from './formulas.ts';
import { longestIsRight } from './option-pools.ts';
import { secondPaths, variantOf } from './second-path.ts';
import {
  classifier,
  column,
  crossEntropy,
  forward,
  logits,
  type Matrix,
  netOf,
  regression,
  slopeByFirst,
  spelledOut,
  zip,
} from './small-nets.ts';

/** Backward passes by numerical derivatives of plain loops. */

const shapeOf = (matrix: Matrix): number[] => [matrix.length, matrix[0]?.length ?? 0];

/** X, b, Y and the gradients of a layer by central differences; the loss is quadratic, so these are exact. */
function layerShapes(N: number, D: number, M: number): { b: number[]; G: number[]; X: number[] } {
  const build = (rows: number, columns: number, seed: number): Matrix =>
    Array.from({ length: rows }, (_, i) => numbers(columns, seed + i));
  const [X, W, b] = [build(N, D, 1), build(D, M, 20), build(1, M, 40)];
  const output = (x: Matrix): Matrix =>
    x.map(row => (b[0] as readonly number[]).map((bias, j) => zip(row, column(W, j)) + bias));
  const loss = (y: Matrix): number => y.flat().reduce((sum, value, k) => sum + (k + 1) * value ** 2, 0);
  const gradient = (a: Matrix, f: (a: Matrix) => number): Matrix =>
    a.map((row, i) =>
      row.map((value, j) => {
        const moved = (by: number): Matrix => a.with(i, row.with(j, value + by));
        return (f(moved(1)) - f(moved(-1))) / 2;
      }),
    );
  return {
    b: shapeOf(b),
    G: shapeOf(gradient(output(X), loss)),
    X: shapeOf(gradient(X, x => loss(output(x)))),
  };
}

secondPaths('backpropagation', {
  'backpropagation/affine-gradient': {
    given: [null],
    path: ({ G, W }) => [(G as Matrix).map(row => (W as Matrix).map(weights => zip(row, weights)))],
  },
  'backpropagation/leaky-relu-net-update': {
    given: [1.5, -0.65],
    path: v => {
      const slope = slopeByFirst(spelledOut(v));
      return [slope, v.w11 - v.eta * slope];
    },
    within: 1e-6,
  },
  'backpropagation/two-layer-net': {
    given: [[2, 0, -2], [2, 0, -1], [2, 0], 1, 1.5, -0.65],
    path: v => {
      const { h, a, yhat, loss } = forward(netOf(v));
      const slope = slopeByFirst(netOf(v));
      return [h, a, yhat, loss, slope, v.W[0][0] - v.eta * slope];
    },
    within: 1e-6,
  },
  'backpropagation/other-weights': {
    given: [
      [
        [2, -2],
        [0.5, -0.5],
        [-1, 1],
      ],
      -2,
      2,
      1.3,
    ],
    path: v => {
      const leaky = (h: number): number => Math.max(v.slope * h, h);
      const target = [0, 1].map(k => zip((v.h as number[]).map(leaky), column(v.V, k)) - v.e[k]);
      const loss = (V: Matrix, a: readonly number[]): number =>
        [0, 1].reduce((sum, k) => sum + (zip(a, column(V, k)) - (target[k] as number)) ** 2, 0) / 2;
      const rows = (flat: readonly number[]): Matrix => [flat.slice(0, 2), flat.slice(2, 4), flat.slice(4, 6)];
      const a = (v.h as number[]).map(leaky);
      const byV = rows(slopes(flat => loss(rows(flat), a), (v.V as Matrix).flat()));
      const byA = slopes(units => loss(v.V, units), a);
      // Moving the weight moves its unit by the input, as far as the unit stays off the kink.
      const [byWeight = 0] = slopes(
        ([by = 0]) =>
          loss(
            v.V,
            (v.h as number[]).map((h, j) => leaky(j === v.j - 1 ? h + by * v.x[v.i - 1] : h)),
          ),
        [0],
      );
      return [byV, byA[v.j - 1] as number, byWeight, v.w - v.eta * byWeight];
    },
    within: 1e-6,
  },
  'backpropagation/shapes-of-gradients': {
    given: [
      [1, 'M'],
      ['N', 'M'],
      ['N', 'D'],
    ],
    path: () => {
      const names = new Map<number, number | string>([
        [1, 1],
        [2, 'N'],
        [3, 'D'],
        [4, 'M'],
      ]);
      const { b, G, X } = layerShapes(2, 3, 4);
      return [b, G, X].map(sides => sides.map(side => names.get(side) ?? 'none'));
    },
  },
  'backpropagation/shapes-in-numbers': {
    given: [[1, 10], [32, 10], [32, 100], [100, 10], 32000],
    path: ({ N, D, M }) => {
      let products = 0;
      for (let d = 0; d < D; d++) for (let m = 0; m < M; m++) products += Array.from({ length: N }).length;
      return [[1, M], [N, M], [N, D], [D, M], products];
    },
  },
  'backpropagation/toy-net-regression': {
    given: [[-3, -3, -3, -3], -15, null],
    path: v => {
      const [first, third] = [regression(v, 1), regression(v, 3)];
      return [first.slice(0, 4), first[4] as number, third.slice(0, 4)];
    },
  },
  'backpropagation/toy-net-classifier': {
    given: [0.5, 3, 32],
    path: v => {
      const start = new Array<number>(8 + 2 * v.K).fill(1);
      const after = classifier(v, 1);
      const [target = 0, other = 0] = logits(after, v.x, v.K);
      return [Math.exp(-crossEntropy(start, v.x, v.K)), after[8] as number, target - other];
    },
    within: 1e-6,
  },
});

function rightOption(id: string, name: string, seed: number | null): string {
  const { key } = partOf(id, name, seed);
  if (key.kind !== 'choice') throw new Error('it is a choice');
  const right = key.options.filter(option => option.right);
  expect(right).toHaveLength(1);
  return right[0]?.text ?? '';
}

const SEEDS = [null, ...Array.from({ length: 300 }, (_, seed) => seed)];

describe('the toy nets', () => {
  test('the signs are those of a simulated training, and each mixture turns up', () => {
    const found = new Set<string>();
    for (const seed of SEEDS) {
      const { vars } = variantOf('backpropagation/toy-net-regression', seed);
      const positive = regression(vars, 3)
        .slice(0, 4)
        .filter(weight => weight > 0).length;
      const signs = positive === 4 ? 'All positive' : positive === 0 ? 'All negative' : 'Both negative and positive';
      expect(rightOption('backpropagation/toy-net-regression', 'signs', seed)).toBe(signs);
      found.add(signs);
    }
    expect(found.size).toBe(3);
    expect(rightOption('backpropagation/toy-net-regression', 'signs', null)).toBe('All negative');
  });

  test('the first layer of the classifier stays at 1 for one iteration, and never falls', () => {
    for (const seed of SEEDS.slice(0, 100)) {
      const { vars } = variantOf('backpropagation/toy-net-classifier', seed);
      const layer = (iterations: number): number[] => classifier(vars, iterations).slice(0, 8);
      for (const weight of layer(1)) expect(weight).toBeCloseTo(1, 8);
      const [second, third] = [layer(2), layer(3)];
      second.forEach((weight, i) => {
        expect(weight).toBeGreaterThan(1 - 1e-8);
        expect(third[i] as number).toBeGreaterThan(weight - 1e-8);
      });
      expect(rightOption('backpropagation/toy-net-classifier', 'signs', seed)).toMatch(/^All positive/);
    }
  });

  test('with the numbers of the exam the classifier has positive weights, as the exam says', () => {
    expect(rightOption('backpropagation/toy-net-classifier', 'signs', null)).toBe(
      'All positive: the first iteration leaves them alone, later ones raise them',
    );
  });
});

test('the right product for the gradient by the input is the one that numerical gradients give', () => {
  const right = new Set(SEEDS.map(seed => rightOption('backpropagation/shapes-of-gradients', 'product', seed)));
  expect([...right].sort()).toEqual(['$(W G^\\top)^\\top$', '$G W^\\top$']);
});

test('the gradients of an affine layer', () => {
  const id = 'backpropagation/affine-gradient';
  const [X, W, G] = [numbers(6, 5), numbers(6, 6), numbers(4, 7)];
  /** Its gradient by Y is G. */
  const loss = (x: readonly number[], w: readonly number[]): number =>
    G.reduce((sum, g, at) => {
      const [i, k] = [Math.floor(at / 2), at % 2];
      return sum + g * zip(x.slice(3 * i, 3 * i + 3), [w[k], w[k + 2], w[k + 4]] as number[]);
    }, 0);
  const byX = slopes(x => loss(x, W), X);
  const byW = slopes(w => loss(X, w), W);
  valuesOf(id, 'X', { G, W }).forEach((value, i) => {
    expect(value).toBeCloseTo(byX[i] as number, 7);
  });
  valuesOf(id, 'W', { X, G }).forEach((value, i) => {
    expect(value).toBeCloseTo(byW[i] as number, 7);
  });
});

/** What students write, and what it earns. */
test.each([
  ['X', 'GWᵀ', 1],
  ['X', 'G W^T', 1],
  ['X', '(W Gᵀ)ᵀ', 1],
  ['X', 'GᵀWᵀ', 0],
  ['X', 'W G^T', 0],
  ['W', 'XᵀG', 1],
  ['W', '(G^T X)^T', 1],
  ['W', 'GᵀX', 0],
  ['W', 'X^T', 0],
])('backpropagation/affine-gradient, part %s: %s earns %i', (name, reply, credit) => {
  expect(markReply(name, reply, partOf('backpropagation/affine-gradient', name).key)).toMatchObject({
    credit,
    error: null,
  });
});

test.each([
  ['backpropagation/shapes-of-gradients', 'product', 1 / 4],
  ['backpropagation/toy-net-classifier', 'signs', 1 / 4],
])('the longest option of %s is not right more often than by chance', (id, name, chance) => {
  expect(longestIsRight(id, name)).toBeLessThan(chance + 0.1);
});
