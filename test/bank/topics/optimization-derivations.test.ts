import { describe, expect, test } from 'vitest';
import { isFilled } from '../../../src/answers/order/blank.ts';
import { alike, blankOf, type Claims, derivation, equal, so } from './claims.ts';
import { numbers } from './formulas.ts';

/** Derivations on optimizers, by going through all outcomes and by running the rules. */

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const sumOf = (count: number, term: (i: number) => number): number => range(count).reduce((sum, i) => sum + term(i), 0);

/** Every sequence of gradients from a distribution of two values, each as likely as its probability says. */
function biasOfAverage(beta: number, t: number, [low, high]: readonly [number, number], p: number): Claims {
  let mean = 0;
  let unrolled = 0;
  const means = range(t).map(() => 0);
  for (let mask = 0; mask < 2 ** t; mask++) {
    const gradients = range(t).map(i => (mask & (1 << (i - 1)) ? high : low));
    const weight = gradients.reduce((product, g) => product * (g === high ? p : 1 - p), 1);
    mean += weight * gradients.reduce((v, g) => beta * v + (1 - beta) * g, 0);
    unrolled += weight * (1 - beta) * sumOf(t, i => beta ** (t - i) * (gradients[i - 1] as number));
    for (const i of means.keys()) means[i] = (means[i] as number) + weight * (gradients[i] as number);
  }
  const expected = p * high + (1 - p) * low;
  const series = sumOf(t, i => beta ** (t - i));
  const hat = mean / (1 - beta ** t);
  return {
    unroll: equal(mean, unrolled),
    expect: equal(mean, (1 - beta) * sumOf(t, i => beta ** (t - i) * (means[i - 1] as number))),
    same: alike(
      means,
      means.map(() => expected),
    ),
    out: equal(mean, (1 - beta) * expected * series),
    series: equal(series, (1 - beta ** t) / (1 - beta)),
    closed: equal(mean, (1 - beta ** t) * expected),
    biased: so(Math.abs(mean) < Math.abs(expected) - 1e-3),
    rescale: equal(hat * (1 - beta ** t), mean),
    unbiased: equal(hat, expected),
    sumtoone: equal(mean, expected),
    times: equal((1 - beta ** t) * mean, expected),
  };
}

derivation('optimization/remove-the-bias', {
  orders: 45,
  decoys: ['sumtoone', 'times'],
  examples: [biasOfAverage(0.9, 3, [-1, 4], 0.3), biasOfAverage(0.6, 8, [2, 0.5], 0.8)],
});

/** v₀ to v_t, where each new one is a sum of the last one and the gradient with these factors. */
function velocities(old: number, fresh: number, gradients: readonly number[]): number[] {
  const v = [0];
  for (const g of gradients) v.push(old * (v.at(-1) as number) + fresh * g);
  return v;
}

/** Both rules on the same gradients; of α and ε those are tried that the line names. */
function sameSteps(beta: number, delta: number, gradients: readonly number[]): Claims {
  const average = velocities(beta, 1 - beta, gradients);
  const u = average.map(v => -delta * v);
  const stepsOf = (alpha: number, epsilon: number): number[] => velocities(alpha, epsilon, gradients).map(v => -v);
  const [alpha, epsilon] = [0.7 * beta, 1.3 * delta];
  const other = velocities(alpha, epsilon, gradients);
  const w = other.map(v => -v);
  const each = <T>(of: (now: number, before: number, g: number) => T, row: readonly number[]): T[] =>
    gradients.map((g, i) => of(row[i + 1] as number, row[i] as number, g));
  const matched = stepsOf(beta, delta * (1 - beta));
  return {
    avgsolve: alike(
      average,
      u.map(step => -step / delta),
    ),
    avgput: alike(
      each(now => -now / delta, u),
      each((_, before, g) => (-beta * before) / delta + (1 - beta) * g, u),
    ),
    avgsteps: alike(
      u.slice(1),
      each((_, before, g) => beta * before - delta * (1 - beta) * g, u),
    ),
    momsolve: alike(
      other,
      w.map(step => -step),
    ),
    momsteps: alike(
      w.slice(1),
      each((_, before, g) => alpha * before - epsilon * g, w),
    ),
    choose: alike(
      each((_, before, g) => -delta * (beta * (-before / delta) + (1 - beta) * g), w),
      each((_, before, g) => -(beta * -before + delta * (1 - beta) * g), w),
    ),
    inherit: alike(
      each((_, before, g) => -delta * (beta * (-before / delta) + (1 - beta) * g), matched),
      matched.slice(1),
    ),
    start: alike([u[0] as number, w[0] as number], [0, 0]),
    all: alike(u, matched),
    lost: alike(
      u.slice(1),
      each((_, before, g) => beta * before - (1 - beta) * g, u),
    ),
    swapped: alike(u, stepsOf(1 - beta, delta * beta)),
  };
}

derivation('optimization/same-steps', {
  orders: 80,
  decoys: ['lost', 'swapped'],
  examples: [sameSteps(0.9, 0.1, numbers(6, 1)), sameSteps(0.3, 2.5, numbers(9, 2))],
});

describe('what was hidden can be written in many ways', () => {
  test.each([
    ['optimization/remove-the-bias', 'unroll', ['β^{t-i}', 'beta^(t-i)', 'βᵗ⁻ⁱ']],
    ['optimization/remove-the-bias', 'series', ['1 − β', '(1 - beta)', '-β + 1']],
    ['optimization/remove-the-bias', 'closed', ['1 − βᵗ', '(1-β^t)', '-β^t + 1']],
    ['optimization/remove-the-bias', 'rescale', ['1 − βᵗ', '1 - beta**t']],
    ['optimization/same-steps', 'avgsolve', ['-u_{t-1}/δ', '-\\frac{u_{t-1}}{\\delta}', '−uₜ₋₁/δ', '-u_(t-1)/delta']],
    ['optimization/same-steps', 'avgsteps', ['δ(1-β)', 'delta*(1 - beta)', '(1-β)δ', 'δ - δβ']],
    ['optimization/same-steps', 'momsteps', ['αuₜ₋₁ − εgₜ', 'alpha*u_{t-1} - epsilon*g_t', '-ε g_t + α u_{t-1}']],
  ])('%s, %s', (id, line, fills) => {
    const blank = blankOf(id, line);
    expect(fills.filter(fill => !isFilled(blank, fill))).toEqual([]);
  });

  test.each([
    ['optimization/remove-the-bias', 'unroll', ['β^t', 'β^i', 'β']],
    ['optimization/remove-the-bias', 'closed', ['1 - β', 'β^t', '1']],
    ['optimization/same-steps', 'avgsolve', ['u_{t-1}/δ', '-δ u_{t-1}', '-u_{t-1}']],
    ['optimization/same-steps', 'avgsteps', ['δ', '1-β', 'δβ', 'δ/(1-β)']],
    ['optimization/same-steps', 'momsteps', ['αuₜ₋₁ + εgₜ', 'αuₜ₋₁', 'βuₜ₋₁ − εgₜ']],
  ])('%s, %s: and what is wrong cannot', (id, line, fills) => {
    const blank = blankOf(id, line);
    expect(fills.filter(fill => isFilled(blank, fill))).toEqual([]);
  });
});
