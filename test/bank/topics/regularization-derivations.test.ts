import { describe, expect, test } from 'vitest';
import { isFilled } from '../../../src/answers/order/blank.ts';
import { alike, blankOf, type Claims, derivation, equal, so } from './claims.ts';
import { columnOf, dot, dropoutLoss, expected, lowestOf, type Row, range, squaredError } from './dropout-masks.ts';
import { numbers, slopes } from './formulas.ts';

/** Derivations on dropout: what each line claims, in linear regressions with all of their masks. */

/** A linear regression of two samples and three inputs, with all 64 masks. */
function inputDropout(seed: number, p: number): Claims {
  const X = [numbers(3, seed), numbers(3, seed + 1)];
  const [y, w] = [numbers(2, seed + 2), numbers(3, seed + 3)];
  const loss = dropoutLoss(X, y, w, p);
  const each = X.map((row, i) => {
    const target = y[i] as number;
    const mean = expected([row], p, ([kept]) => dot(kept as Row, w));
    return {
      mean,
      error: expected([row], p, ([kept]) => (target - dot(kept as Row, w)) ** 2),
      variance: expected([row], p, ([kept]) => (dot(kept as Row, w) - mean) ** 2),
      atMean: (target - mean) ** 2,
      whole: dot(row, w),
      squares: row.map((x, j) => (x * (w[j] as number)) ** 2),
    };
  });
  const sum = (of: (one: (typeof each)[number]) => number): number => each.reduce((total, one) => total + of(one), 0);
  const entry = expected([[1]], p, ([kept]) => ((kept as Row)[0] as number) ** 2) - p ** 2;
  const squares = sum(one => one.squares.reduce((total, x) => total + x, 0));
  const lengths = range(3).map(j => Math.hypot(...columnOf(X, j)));
  const gamma = Math.hypot(...lengths.map((length, j) => length * (w[j] as number))) ** 2;
  const fit = squaredError(
    X.map(row => row.map(x => p * x)),
    y,
    w,
  );
  return {
    linear: equal(
      loss,
      sum(one => one.error),
    ),
    moments: alike(
      each.map(one => one.error),
      each.map(one => one.atMean + one.variance),
    ),
    mean: alike(
      each.map(one => one.mean),
      each.map(one => p * one.whole),
    ),
    independent: alike(
      each.map(one => one.variance),
      each.map(one => one.squares.reduce((total, x) => total + x * entry, 0)),
    ),
    bernoulli: equal(entry, p - p ** 2),
    variance: alike(
      each.map(one => one.variance),
      each.map(one => p * (1 - p) * one.squares.reduce((total, x) => total + x, 0)),
    ),
    insert: equal(loss, sum(one => one.atMean) + p * (1 - p) * squares),
    gamma: equal(squares, gamma),
    result: equal(loss, fit + p * (1 - p) * gamma),
    inside: alike(
      each.map(one => one.error),
      each.map(one => one.atMean),
    ),
    shared: alike(
      each.map(one => one.variance),
      each.map(one => p * (1 - p) * one.whole ** 2),
    ),
    lengths: equal(
      squares,
      sum(one => one.whole ** 2),
    ),
  };
}

derivation('regularization/expected-dropout-loss', {
  orders: 1920,
  decoys: ['inside', 'shared', 'lengths'],
  examples: [inputDropout(1, 0.7), inputDropout(5, 0.4)],
});

/** The minimum of the expected loss over all masks, found from its values. */
function minimum(seed: number, p: number): Claims {
  const X = [numbers(2, seed), numbers(2, seed + 1), numbers(2, seed + 2)];
  const y = numbers(3, seed + 3);
  const at = numbers(2, seed + 4);
  const w = lowestOf((first, second) => dropoutLoss(X, y, [first, second], p));
  const gradient = slopes(x => dropoutLoss(X, y, x, p), at).map(x => Math.round(x * 1e6) / 1e6);
  const lengths = range(2).map(j => Math.hypot(...columnOf(X, j)) ** 2);
  /** Xᵀ(y − pXw) */
  const back = (weights: Row): Row => {
    const left = X.map((row, i) => (y[i] as number) - p * dot(row, weights));
    return range(2).map(j => dot(columnOf(X, j), left));
  };
  const scaled = (weights: Row, factor: number): Row => weights.map((x, j) => factor * (lengths[j] as number) * x);
  const plus = (a: Row, b: Row): Row => a.map((x, i) => x + (b[i] as number));
  const rounded = (x: Row): Row => x.map(value => Math.round(value * 1e6) / 1e6);
  const targets = range(2).map(j => dot(columnOf(X, j), y));
  /** XᵀX u + factor · Γ² u */
  const system = (u: Row, factor: number): Row =>
    plus(
      range(2).map(j =>
        dot(
          columnOf(X, j),
          X.map(row => dot(row, u)),
        ),
      ),
      scaled(u, factor),
    );
  const u = w.map(x => p * x);
  const lambda = (1 - p) / p;
  const [a, b, d] = [
    (lengths[0] as number) * (1 + lambda),
    dot(columnOf(X, 0), columnOf(X, 1)),
    (lengths[1] as number) * (1 + lambda),
  ];
  const [q, r] = targets as [number, number];
  return {
    gradient: alike(
      gradient,
      rounded(
        plus(
          back(at).map(x => -2 * p * x),
          scaled(at, 2 * p * (1 - p)),
        ),
      ),
    ),
    zero: alike(scaled(w, 1 - p), back(w)),
    collect: alike(
      plus(
        system(w, 0).map(x => p * x),
        scaled(w, 1 - p),
      ),
      targets,
    ),
    share: alike(
      w.map(x => (1 - p) * x),
      u.map(x => lambda * x),
    ),
    system: alike(system(u, lambda), targets),
    inverse: so(a > 0 && a * d - b * b > 0),
    solution: alike(u, [(d * q - b * r) / (a * d - b * b), (a * r - b * q) / (a * d - b * b)]),
    inner: alike(
      gradient,
      rounded(
        plus(
          back(at).map(x => -2 * x),
          scaled(at, 2 * p * (1 - p)),
        ),
      ),
    ),
    divided: alike(system(u, p * (1 - p)), targets),
  };
}

derivation('regularization/dropout-minimum', {
  orders: 24,
  decoys: ['inner', 'divided'],
  examples: [minimum(3, 0.7), minimum(8, 0.4)],
});

describe('what was hidden can be written in many ways', () => {
  test.each([
    ['regularization/expected-dropout-loss', 'moments', ['Var(z_i)', 'Var[z_i]', 'E[z_i^2] - E[z_i]^2'], ['E[z_i]^2']],
    ['regularization/expected-dropout-loss', 'independent', ['(X_ij w_j)^2', 'w_j^2 X_ij^2'], ['X_ij w_j', 'X_ij^2']],
    ['regularization/expected-dropout-loss', 'bernoulli', ['p - p²', 'p(1-p)', '(1 - p)p'], ['p', '1 - p', 'p^2']],
    ['regularization/dropout-minimum', 'gradient', ['−2p', '-2*p'], ['-2', '2p']],
    ['regularization/dropout-minimum', 'share', ['(1-p)/p', '1/p - 1'], ['p/(1-p)', '1 - p']],
  ])('%s, %s', (id, line, right, wrong) => {
    const blank = blankOf(id, line);
    expect(right.filter(fill => !isFilled(blank, fill))).toEqual([]);
    expect(wrong.filter(fill => isFilled(blank, fill))).toEqual([]);
  });
});
