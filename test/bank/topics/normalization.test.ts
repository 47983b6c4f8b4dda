import { expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { partOf, slopes } from './formulas.ts';
import { secondPaths, type Value, type Vars, variantOf } from './second-path.ts';

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
const mean = (xs: readonly number[]): number => sum(xs) / xs.length;
const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((x, i) => x * (b[i] as number)));

/** Half the mean squared distance of all pairs: a variance that needs no mean. */
function variance(xs: readonly number[]): number {
  return sum(xs.flatMap(x => xs.map(y => (x - y) ** 2))) / (2 * xs.length ** 2);
}

type Cube = readonly (readonly (readonly number[])[])[];

/** A statistic of all numbers that share a name, in a tensor that keeps the axes over which it is taken. */
function statistics(
  X: Cube,
  keep: readonly [sample: boolean, channel: boolean],
  of: (xs: readonly number[]) => number,
) {
  const groups = new Map<string, number[]>();
  X.forEach((channels, i) => {
    channels.forEach((positions, j) => {
      const name = `${keep[0] ? i : 0},${keep[1] ? j : 0}`;
      groups.set(name, [...(groups.get(name) ?? []), ...positions]);
    });
  });
  const at = (i: number, j: number): Value => [of(groups.get(`${i},${j}`) ?? [])];
  const channels = keep[1] ? (X[0]?.length ?? 0) : 1;
  return Array.from({ length: keep[0] ? X.length : 1 }, (_, i) => Array.from({ length: channels }, (_, j) => at(i, j)));
}

/** The tensor of which only the means of the channels and two deviations were drawn. */
function cubeOf({ m, p, q }: Vars): Cube {
  return (m as number[][]).map((row, i) =>
    row.map((mid, j) => [mid + p[i][j], mid + q[i][j], 3 * mid - (mid + p[i][j]) - (mid + q[i][j])]),
  );
}

const drawnBatch = ({ m, k, t }: Vars): number[] => (t as number[]).map(deviation => m + k * deviation);

/** What the running mean weighs each batch with, written out. */
function runningMean({ w, mu }: Vars): number {
  const fades = [(1 - w) * (1 - w), 1 - w, 1];
  return sum((mu as number[]).map((batch, i) => w * (fades[i] as number) * batch));
}

/** Mean and variance of u · x over the corners of the cube, which are white; then one output. */
function normalizedUnit({ u, x, gamma, beta }: Vars): number {
  const corners = Array.from({ length: 8 }, (_, code) => [0, 1, 2].map(bit => ((code >> bit) & 1 ? 1 : -1)));
  const y = corners.map(corner => dot(u, corner));
  return (gamma * (dot(u, x) - mean(y))) / Math.sqrt(variance(y)) + beta;
}

/** The loss is g · w, so that its gradient by w is g. */
function gradientBehindNorm({ u, gamma, g }: Vars): number[] {
  return slopes(v => (gamma * dot(v, g)) / Math.hypot(...v), u);
}

secondPaths('normalization', {
  'normalization/axes-of-the-mean': {
    given: [
      [[[4], [4.5]]],
      [[[4]], [[5]], [[3]], [[5]]],
      [
        [[3], [5]],
        [[3], [7]],
        [[5], [1]],
        [[5], [5]],
      ],
      [1, 64, 1, 1],
      ['N', 1, 1, 1],
      ['N', 64, 1, 1],
    ],
    // The axes that tell one mean from another: channels, samples, both.
    path: ({ X, C, H, W }) => [
      statistics(X, [false, true], mean),
      statistics(X, [true, false], mean),
      statistics(X, [true, true], mean),
      ...[[1], [0], [0, 1]].map(kept => ['N', C, H, W].map((side, axis) => (kept.includes(axis) ? side : 1))),
    ],
  },
  'normalization/axes-of-the-variance': {
    given: [
      [
        [[14 / 3], [2]],
        [[14 / 3], [14 / 3]],
        [[8], [2 / 3]],
        [[38 / 3], [2]],
      ],
      [[[13 / 3]], [[26 / 3]], [[25 / 3]], [[22 / 3]]],
      [[[8.5], [85 / 12]]],
    ],
    path: vars => [
      statistics(cubeOf(vars), [true, true], variance),
      statistics(cubeOf(vars), [true, false], variance),
      statistics(cubeOf(vars), [false, true], variance),
    ],
  },
  'normalization/batch-norm-buffers': { given: [6], path: ({ C }) => [C + C] },
  'normalization/small-batches': { given: [0.9 * 0.9 * 0.14 - 0.9 * 0.08 + 0.22], path: vars => [runningMean(vars)] },
  'normalization/why-batch-norm': {
    given: [[0.75, -1.5, 1.25, 0.25, -0.75]],
    // Whatever the scale, the deviations by their own size.
    path: ({ t }) => [(t as number[]).map(x => x / Math.sqrt(variance(t)))],
  },
  'normalization/scale-and-shift': {
    given: [1.75],
    // The line through the mean, whose value is β, and one standard deviation above it, where it is β + γ.
    path: ({ x, mu, v, gamma, beta }) => [beta + (gamma / Math.sqrt(v)) * x - (gamma / Math.sqrt(v)) * mu],
  },
  'normalization/undo': {
    given: [2, 7, 0.36],
    path: vars => {
      const x = drawnBatch(vars);
      const xhat = x.map(value => (value - mean(x)) / Math.sqrt(variance(x)));
      return [Math.sqrt(variance(x)), mean(x), variance(xhat.map(value => vars.g * value + vars.b))];
    },
  },
  'normalization/whitened-data': { given: [3.5], path: vars => [normalizedUnit(vars)] },
  'normalization/weight-norm-gradient': {
    given: [[10 / 9, 5 / 18, -5 / 18]],
    path: vars => [gradientBehindNorm(vars)],
  },
});

test('γ and β of the batch give every sample back', () => {
  for (let seed = 0; seed < 100; seed++) {
    const variant = variantOf('normalization/undo', seed);
    const x = drawnBatch(variant.vars as Vars);
    const [gamma, beta] = variant.parts.map(({ key }) => (key.kind === 'number' ? key.value : Number.NaN));
    for (const value of x) {
      const xhat = (value - mean(x)) / Math.sqrt(variance(x));
      expect((gamma as number) * xhat + (beta as number)).toBeCloseTo(value, 9);
    }
  }
});

test.each([
  ['normalization/axes-of-the-variance', 'layer', '13/3 26/3 25/3 22/3', 1],
  ['normalization/axes-of-the-variance', 'layer', '[13/3; 26/3; 25/3; 22/3]', 1],
  ['normalization/axes-of-the-variance', 'batch', '8.5, 7.083', 1],
  ['normalization/weight-norm-gradient', 'gradient', '[10/9, 5/18, -5/18]', 1],
  ['normalization/weight-norm-gradient', 'gradient', '[1, 0.5, -0.5]', 0],
  ['normalization/why-batch-norm', 'normalized', '3/4 -3/2 5/4 1/4 -3/4', 1],
])('%s, part %s: %s earns %i', (id, name, reply, credit) => {
  expect(markReply(name, reply, partOf(id, name).key)).toMatchObject({ credit, error: null });
});

test.each([
  ['normalization/small-batches', 'effect', 1.5],
  ['normalization/why-batch-norm', 'benefit', 1],
  ['normalization/scale-and-shift', 'purpose', 1.5],
])('the points of %s are worth the credits of %s', (id, name, credits) => {
  const { key, credits: worth } = partOf(id, name);
  expect(worth).toBe(credits);
  expect(key.kind === 'rubric' ? sum(key.points.map(point => point.credits)) : Number.NaN).toBeCloseTo(credits, 12);
});
