import { describe, expect, test } from 'vitest';
import { keyData } from '../../src/answers/answers.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';

/** The shapes of the bank by a second path: counted, enumerated, or those of gradients taken numerically. */

const { templates } = loadFolder('questions');

function variantOf(id: string, seed: number | null): Variant {
  const template = templates.find(other => other.id === id);
  if (!template) throw new Error(`${id} is no question`);
  return makeVariant(template, seed);
}

function shapesOf({ parts }: Variant): unknown[] {
  return parts.flatMap(({ key }) => (key.kind === 'shape' ? [keyData(key).key] : []));
}

/** Positions of a 2×2 window that moves by 2 and stays inside. */
function pooled(size: number): number {
  let count = 0;
  for (let start = 0; start + 2 <= size; start += 2) count++;
  return count;
}

/** How many sums some numbers from 0 to `largest` can have. */
function sums(numbers: number, largest: number): number {
  let found = new Set([0]);
  for (let i = 0; i < numbers; i++) {
    found = new Set([...found].flatMap(sum => Array.from({ length: largest + 1 }, (_, digit) => sum + digit)));
  }
  return found.size;
}

/** Side lengths after one layer after another. */
function segmented(size: number, halvings: number): number {
  let side = size;
  for (let i = 0; i < halvings; i++) side = pooled(side);
  return side * 2 ** halvings;
}

type Vars = Readonly<Record<string, number>>;

const SECOND: Readonly<Record<string, { given: unknown[]; path: (vars: Vars) => unknown[] }>> = {
  'cnn/shapes-through-the-net': {
    given: [
      ['N', 2, 28, 28],
      ['N', 8, 14, 14],
      ['N', 16, 7, 7],
      ['N', 19],
    ],
    path: ({ m = 0, D = 0, H = 0, C1 = 0, C2 = 0 }) => [
      ['N', m, H, H],
      ['N', C1, pooled(H), pooled(H)],
      ['N', C2, pooled(pooled(H)), pooled(pooled(H))],
      ['N', sums(m, D)],
    ],
  },
  'cnn/segmentation-output': {
    given: [[21, 192, 256]],
    path: ({ K = 0, H = 0, W = 0, n = 0 }) => [[K, segmented(H, n), segmented(W, n)]],
  },
  'normalization/axes-of-the-mean': {
    given: [
      [1, 64, 1, 1],
      ['N', 1, 1, 1],
      ['N', 64, 1, 1],
    ],
    // The axes that tell one mean from another: channels, samples, both.
    path: ({ C = 0, H = 0, W = 0 }) =>
      [[1], [0], [0, 1]].map(kept => ['N', C, H, W].map((side, axis) => (kept.includes(axis) ? side : 1))),
  },
};

describe.each(Object.entries(SECOND))('%s', (id, { given, path }) => {
  test('the given variant has the printed shapes', () => {
    expect(shapesOf(variantOf(id, null))).toEqual(given);
  });

  test('the shapes of 300 seeds agree with the second path', () => {
    for (let seed = 0; seed < 300; seed++) {
      const variant = variantOf(id, seed);
      expect(shapesOf(variant), `seed ${seed}`).toEqual(path(variant.vars as Vars));
    }
  });
});

type Matrix = readonly (readonly number[])[];

const build = (rows: number, columns: number, at: (row: number, column: number) => number): Matrix =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => at(row, column)));
const at = (a: Matrix, row: number, column: number): number => a[row]?.[column] ?? Number.NaN;
const sides = (a: Matrix): number[] => [a.length, a[0]?.length ?? 0];

function times(a: Matrix, b: Matrix): Matrix {
  const [rows = 0, inner = 0] = sides(a);
  const [, columns = 0] = sides(b);
  return build(rows, columns, (i, j) => {
    let sum = 0;
    for (let k = 0; k < inner; k++) sum += at(a, i, k) * at(b, k, j);
    return sum;
  });
}

const transposed = (a: Matrix): Matrix => build(a[0]?.length ?? 0, a.length, (i, j) => at(a, j, i));

/** The derivative of a number by each element of a matrix; exact for a loss that is quadratic in it. */
function slopes(a: Matrix, loss: (a: Matrix) => number): Matrix {
  const [rows = 0, columns = 0] = sides(a);
  const moved = (i: number, j: number, by: number): Matrix =>
    build(rows, columns, (k, l) => at(a, k, l) + (k === i && l === j ? by : 0));
  return build(rows, columns, (i, j) => (loss(moved(i, j, 1)) - loss(moved(i, j, -1))) / 2);
}

test('backpropagation/shapes-of-gradients: shapes and product are those of numerical gradients', () => {
  const [N, D, M] = [2, 3, 4];
  const X = build(N, D, (i, j) => Math.sin(3 * i + j + 1));
  const W = build(D, M, (i, j) => Math.cos(2 * i - j));
  const b = build(1, M, (_, j) => j - 1);
  const output = (x: Matrix, w: Matrix, bias: Matrix): Matrix =>
    build(N, M, (i, j) => at(times(x, w), i, j) + at(bias, 0, j));
  const loss = (y: Matrix): number => y.flat().reduce((sum, value, k) => sum + (k + 1) * value ** 2, 0);
  const G = slopes(output(X, W, b), loss);
  const dX = slopes(X, x => loss(output(x, W, b)));
  const names = new Map<number, number | string>([
    [1, 1],
    [N, 'N'],
    [D, 'D'],
    [M, 'M'],
  ]);
  const variant = variantOf('backpropagation/shapes-of-gradients', null);
  expect(shapesOf(variant)).toEqual([b, G, dX].map(matrix => sides(matrix).map(side => names.get(side))));
  const product = times(G, transposed(W));
  expect(sides(product)).toEqual([N, D]);
  product.flat().forEach((value, k) => {
    expect(value).toBeCloseTo(dX.flat()[k] ?? Number.NaN, 9);
  });
  const key = variant.parts.find(({ name }) => name === 'product')?.key;
  expect(key?.kind === 'choice' && key.options.find(({ right }) => right)?.text).toBe('$G W^\\top$');
});
