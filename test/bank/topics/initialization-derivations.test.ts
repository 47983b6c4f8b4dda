import { describe, expect, test } from 'vitest';
import { isFilled } from '../../../src/answers/order/blank.ts';
import { blankOf, type Claims, derivation, equal } from './claims.ts';

/** The derivations of this topic, line by line with numbers. */

/** Two independent variables with three values each. */
function product(xs: readonly number[], ys: readonly number[], px: readonly number[], py: readonly number[]): Claims {
  const over = (of: (x: number, y: number) => number): number =>
    xs.reduce(
      (sum, x, i) => sum + ys.reduce((inner, y, j) => inner + (px[i] as number) * (py[j] as number) * of(x, y), 0),
      0,
    );
  const [mu, nu] = [over(x => x), over((_, y) => y)];
  const [s, t] = [over(x => (x - mu) ** 2), over((_, y) => (y - nu) ** 2)];
  const mean = over((x, y) => x * y);
  const variance = over((x, y) => (x * y - mean) ** 2);
  const [xx, yy, xxyy] = [over(x => x * x), over((_, y) => y * y), over((x, y) => x * x * y * y)];
  return {
    definition: equal(variance, xxyy - mean ** 2),
    means: equal(mean, mu * nu),
    squares: equal(xxyy, xx * yy),
    factored: equal(variance, xx * yy - mu ** 2 * nu ** 2),
    moments: equal(xx + yy, s + mu ** 2 + (t + nu ** 2)),
    inserted: equal(variance, (s + mu ** 2) * (t + nu ** 2) - mu ** 2 * nu ** 2),
    expanded: equal(variance, s * t + s * nu ** 2 + mu ** 2 * t + mu ** 2 * nu ** 2 - mu ** 2 * nu ** 2),
    result: equal(variance, s * t + s * nu ** 2 + t * mu ** 2),
    product: equal(variance, s * t),
    jensen: equal(xx, mu ** 2),
  };
}

derivation('initialization/variance-of-a-product', {
  orders: 30,
  decoys: ['product', 'jensen'],
  examples: [
    product([-1, 2, 5], [0.5, 1, 3], [0.2, 0.5, 0.3], [0.6, 0.3, 0.1]),
    product([1, 4, -3], [-2, 7, 1], [0.1, 0.1, 0.8], [0.25, 0.25, 0.5]),
  ],
});

/** Positive values with their probabilities, each mirrored at 0; the rest of the probability lies at 0. */
function rectified(values: readonly number[], probabilities: readonly number[]): Claims {
  const over = (of: (a: number) => number): number =>
    values.reduce((sum, a, i) => sum + (probabilities[i] as number) * (of(a) + of(-a)), 0) +
    (1 - 2 * probabilities.reduce((sum, p) => sum + p, 0)) * of(0);
  const relu = (a: number): number => Math.max(0, a);
  const [mean, meanOfH] = [over(a => a), over(relu)];
  const [variance, varianceOfH] = [over(a => (a - mean) ** 2), over(a => (relu(a) - meanOfH) ** 2)];
  const [above, below] = [over(a => (a > 0 ? a * a : 0)), over(a => (a < 0 ? a * a : 0))];
  const [squares, squaresOfH] = [over(a => a * a), over(a => relu(a) ** 2)];
  return {
    split: equal(squares, above + below),
    mirror: equal(above, below),
    half: equal(above, squares / 2),
    relu: equal(squaresOfH, above),
    joined: equal(squaresOfH, squares / 2),
    centred: equal(squares, variance),
    result: equal(squaresOfH, variance / 2),
    zero: equal(squaresOfH, varianceOfH),
    variance: equal(varianceOfH, variance / 2),
    through: equal(meanOfH, relu(mean)),
  };
}

derivation('initialization/second-moment-of-relu', {
  orders: 48,
  decoys: ['zero', 'variance', 'through'],
  examples: [rectified([1, 3], [0.4, 0.1]), rectified([0.5, 2, 7], [0.1, 0.2, 0.05])],
});

describe('what was hidden can be written in many ways', () => {
  test.each([
    ['initialization/variance-of-a-product', 'definition', ['X²Y²', '(XY)^2', '(YX)^2', 'Y^2*X^2']],
    [
      'initialization/variance-of-a-product',
      'factored',
      ['μ²ν²', '(ν μ)²', 'E[X]²E[Y]²', '(E[X]E[Y])^2', 'E[XY]²', 'E(X)^2 E(Y)^2'],
    ],
    [
      'initialization/variance-of-a-product',
      'moments',
      ['μ² + σ²', 'Var(X) + μ^2', 'σ² + E[X]²', 'Var(X) + E[X]^2', 'Var(X) + E(X)^2', 'Var[X] + E[X]^2'],
    ],
    ['initialization/second-moment-of-relu', 'mirror', ['a<0', 'a < 0', '0 > a', '-a > 0']],
    ['initialization/second-moment-of-relu', 'half', ['1/2 E[a²]', 'E[a^2]/2', '0.5 E[a^2]', '\\frac12 E[a^2]']],
    ['initialization/second-moment-of-relu', 'centred', ['Var(a)', 'Var[a]', '\\operatorname{Var}(a)']],
  ])('%s, %s', (id, line, fills) => {
    const blank = blankOf(id, line);
    expect(fills.filter(fill => !isFilled(blank, fill))).toEqual([]);
  });

  test.each([
    ['initialization/variance-of-a-product', 'definition', ['X^2 + Y^2', 'XY', 'X^2 Y']],
    ['initialization/variance-of-a-product', 'factored', ['μν', 'μ² + ν²', 'σ²τ²']],
    ['initialization/variance-of-a-product', 'moments', ['σ² − μ²', 'μ²', 'σ²', 'τ² + ν²']],
    ['initialization/second-moment-of-relu', 'mirror', ['a > 0', 'a = 0', 'h < 0']],
    ['initialization/second-moment-of-relu', 'half', ['E[a²]', '2 E[a²]', 'E[a]/2']],
    ['initialization/second-moment-of-relu', 'centred', ['Var(h)', 'E[a]', '1/2 Var(a)', '0']],
  ])('%s, %s: and what is wrong cannot', (id, line, fills) => {
    const blank = blankOf(id, line);
    expect(fills.filter(fill => isFilled(blank, fill))).toEqual([]);
  });
});
