import { describe, expect, test } from 'vitest';
import { isFilled } from '../../../src/answers/order/blank.ts';
import { alike, blankOf, type Claims, derivation, equal } from './claims.ts';
import { slopes } from './formulas.ts';

/** The derivations of this topic, line by line with numbers. */

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
const mean = (xs: readonly number[]): number => sum(xs) / xs.length;
const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((x, i) => x * (b[i] as number)));

/** Half the mean squared distance of all pairs: a variance that needs no mean. */
function variance(xs: readonly number[]): number {
  return sum(xs.flatMap(x => xs.map(y => (x - y) ** 2))) / (2 * xs.length ** 2);
}

/** A distribution with mean 0 and the unit matrix as its covariance, as equally likely points. */
type Points = readonly (readonly number[])[];

function whitened(points: Points, u: readonly number[], gamma: number, beta: number): Claims {
  const entry = (i: number): number[] => points.map(x => x[i] as number);
  const covariance = u.map((_, i) => u.map((_, j) => mean(points.map(x => (x[i] as number) * (x[j] as number)))));
  const y = points.map(x => dot(u, x));
  const length = Math.hypot(...u);
  const standard = y.map(value => (value - mean(y)) / Math.sqrt(variance(y)));
  const output = standard.map(value => gamma * value + beta);
  const w = u.map(x => (gamma * x) / length);
  return {
    mean: alike(
      [
        mean(y),
        dot(
          u,
          u.map((_, i) => mean(entry(i))),
        ),
      ],
      [0, 0],
    ),
    spread: equal(
      variance(y),
      dot(
        u,
        covariance.map(row => dot(row, u)),
      ),
    ),
    white: alike(
      [variance(y), ...covariance.flat()],
      [length ** 2, ...u.flatMap((_, i) => u.map((_, j) => +(i === j)))],
    ),
    standard: alike(
      standard,
      y.map(value => value / length),
    ),
    scaled: alike(
      output,
      y.map(value => (gamma * value) / length + beta),
    ),
    inserted: alike(
      output,
      points.map(
        x =>
          dot(
            u.map(value => (gamma * value) / length),
            x,
          ) + beta,
      ),
    ),
    result: alike(
      output,
      points.map(x => dot(w, x) + beta),
    ),
    length: equal(variance(y), length),
    square: alike(
      standard,
      y.map(value => value / length ** 2),
    ),
    unit: alike(
      output,
      y.map(value => gamma * value + beta),
    ),
  };
}

const third = Math.sqrt(1.5);

derivation('normalization/whitened-data', {
  orders: 3,
  decoys: ['length', 'square', 'unit'],
  examples: [
    whitened(
      [
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
      ],
      [3, -4],
      0.7,
      0.2,
    ),
    // Uncorrelated, but not independent.
    whitened(
      [
        [Math.SQRT2, 0],
        [-Math.SQRT2 / 2, third],
        [-Math.SQRT2 / 2, -third],
      ],
      [0.5, 2],
      2,
      -1,
    ),
  ],
});

/** Row by row, the derivatives of w by u. */
function jacobian(u: readonly number[], gamma: number): number[][] {
  return u.map((_, i) => slopes(v => (gamma * (v[i] as number)) / Math.hypot(...v), u));
}

function weightNorm(u: readonly number[], gamma: number, g: readonly number[]): Claims {
  const length = Math.hypot(...u);
  const each = (entry: (i: number, j: number) => number): number[] => u.flatMap((_, i) => u.map((_, j) => entry(i, j)));
  const unit = (i: number, j: number): number => (i === j ? 1 : 0);
  const [x, J] = [(i: number): number => u[i] as number, jacobian(u, gamma)];
  const flat = J.flat();
  const inverse = slopes(v => 1 / Math.hypot(...v), u);
  const perp = (i: number, j: number): number => unit(i, j) - (x(i) * x(j)) / length ** 2;
  const projected = u.map((_, i) =>
    dot(
      g,
      u.map((_, j) => perp(i, j)),
    ),
  );
  const ofLoss = slopes(v => (gamma * dot(v, g)) / Math.hypot(...v), u);
  const near = (left: readonly number[], right: readonly number[]) => alike(left.map(round), right.map(round));
  return {
    product: near(
      flat,
      each((i, j) => gamma * (unit(i, j) / length + x(i) * (inverse[j] as number))),
    ),
    length: near(
      slopes(v => Math.hypot(...v), u),
      u.map(value => value / length),
    ),
    inverse: near(
      [...inverse, ...inverse],
      [...slopes(v => Math.hypot(...v), u).map(slope => -slope / length ** 2), ...u.map(value => -value / length ** 3)],
    ),
    inserted: near(
      flat,
      each((i, j) => (gamma / length) * unit(i, j) - (gamma * x(i) * x(j)) / length ** 3),
    ),
    factored: near(
      flat,
      each((i, j) => (gamma / length) * perp(i, j)),
    ),
    chain: near(
      ofLoss,
      u.map((_, j) =>
        dot(
          g,
          J.map(row => row[j] as number),
        ),
      ),
    ),
    symmetric: near(
      each(perp),
      each((i, j) => perp(j, i)),
    ),
    result: near(
      ofLoss,
      projected.map(value => (gamma / length) * value),
    ),
    constant: near(
      flat,
      each((i, j) => (gamma / length) * unit(i, j)),
    ),
    scalar: near(
      inverse,
      u.map(() => -1 / length ** 2),
    ),
    orthogonal: near(
      each((i, j) => sum(u.map((_, k) => perp(i, k) * perp(j, k)))),
      each(unit),
    ),
  };
}

/** Differences are right to some nine decimals. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

derivation('normalization/weight-norm-gradient', {
  orders: 126,
  decoys: ['constant', 'scalar', 'orthogonal'],
  examples: [weightNorm([1, -2, 2], 1.5, [2, 1, -1]), weightNorm([0.5, 3], 0.8, [-1, 2])],
});

describe('what was hidden can be written in many ways', () => {
  test.each([
    ['normalization/whitened-data', 'spread', ['uᵀVar(x)u', 'u^T Var(x) u', 'u^\\top \\operatorname{Var}(x) u']],
    ['normalization/whitened-data', 'standard', ['||u||', '|u|', '‖u‖', '\\lVert u \\rVert', 'sqrt(u^T u)']],
    ['normalization/weight-norm-gradient', 'length', ['u/||u||', '\\frac{u}{\\lVert u \\rVert}', 'u/‖u‖']],
    ['normalization/weight-norm-gradient', 'factored', ['γ/‖u‖', 'gamma/||u||', '\\frac{\\gamma}{\\lVert u\\rVert}']],
  ])('%s, %s', (id, line, fills) => {
    const blank = blankOf(id, line);
    expect(fills.filter(fill => !isFilled(blank, fill))).toEqual([]);
  });

  test.each([
    ['normalization/whitened-data', 'spread', ['u Var(x)', '‖u‖', 'u^T u']],
    ['normalization/whitened-data', 'standard', ['‖u‖²', '1', 'u']],
    ['normalization/weight-norm-gradient', 'length', ['u', '1/‖u‖', 'u/‖u‖²', '1']],
    ['normalization/weight-norm-gradient', 'factored', ['γ', '1/‖u‖', 'γ/‖u‖²', '‖u‖/γ']],
  ])('%s, %s: and what is wrong cannot', (id, line, fills) => {
    const blank = blankOf(id, line);
    expect(fills.filter(fill => isFilled(blank, fill))).toEqual([]);
  });
});
