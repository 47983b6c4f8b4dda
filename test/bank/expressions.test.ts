import { describe, expect, test } from 'vitest';
import { markReply } from '../../src/answers/answers.ts';
import type { ExpressionKey } from '../../src/answers/expression/expression.ts';
import { compile, run } from '../../src/answers/expression/program.ts';
import { vocabularyOf } from '../../src/answers/expression/symbols.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { makeVariant, type VariantPart } from '../../src/bank/variant.ts';
import { readFormula } from '../../src/language/expression.ts';

/** The formulas of the bank against what they claim: counting, simulation and numerical derivatives. */

const { templates } = loadFolder('questions');

function partOf(id: string, name: string): VariantPart {
  const template = templates.find(other => other.id === id);
  const part = template && makeVariant(template, null).parts.find(other => other.name === name);
  if (!part) throw new Error(`${id} has no part ${name}`);
  return part;
}

function keyOf(id: string, name: string): ExpressionKey {
  const { key } = partOf(id, name);
  if (key.kind !== 'expression') throw new Error(`${id}, ${name} is no formula`);
  return key;
}

type Numbers = number | readonly number[];

/** The numbers that a formula gives, row by row. */
function valuesOf(id: string, name: string, symbols: Readonly<Record<string, Numbers>>): number[] {
  const key = keyOf(id, name);
  const program = compile(readFormula(key.text, vocabularyOf(key.symbols)), key.symbols);
  const of = key.symbols.map(symbol => Float64Array.from([symbols[symbol.name] ?? Number.NaN].flat()));
  return [...(run(program, { count: 1, of })[program.result]?.value ?? [])];
}

const onlyValueOf = (...args: Parameters<typeof valuesOf>): number => valuesOf(...args)[0] as number;

/** As many numbers between −2 and 2, always the same. */
function numbers(count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, i) => 2 * Math.sin(12.9898 * (i + 1) + 78.233 * seed));
}

const STEP = 1e-5;

/** The derivative of a function of many numbers by each of them. */
function slopes(f: (x: readonly number[]) => number, x: readonly number[]): number[] {
  return x.map((xi, i) => (f(x.with(i, xi + STEP)) - f(x.with(i, xi - STEP))) / (2 * STEP));
}

/** Row `i` of a matrix of `m` columns times a column. */
const product = (rows: readonly number[], m: number, i: number, column: readonly number[]): number =>
  column.reduce((sum, value, j) => sum + (rows[i * m + j] as number) * value, 0);

function expectClose(found: readonly number[], wanted: readonly number[], digits = 8): void {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i] as number, digits);
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('mean and variance of a pre-activation, over every outcome of coins', () => {
  const id = 'initialization/preactivation-variance';
  const [c, mu, sigma, m, v] = [0.7, -0.4, 1.3, 0.9, 0.5];
  for (const d of [1, 2, 3]) {
    const outcomes = Array.from({ length: 4 ** d }, (_, code) => {
      const sign = (bit: number): number => ((code >> bit) & 1 ? 1 : -1);
      const terms = Array.from(
        { length: d },
        (_, j) => (mu + sigma * sign(2 * j)) * (m + Math.sqrt(v) * sign(2 * j + 1)),
      );
      return terms.reduce((sum, term) => sum + term, c);
    });
    const center = mean(outcomes);
    expect(onlyValueOf(id, 'mean', { c, d, mu, m })).toBeCloseTo(center, 10);
    const variance = mean(outcomes.map(a => (a - center) ** 2));
    expect(onlyValueOf(id, 'variance', { d, mu, sigma, m, v })).toBeCloseTo(variance, 10);
    expect(onlyValueOf(id, 'standard', { d, mu, sigma })).toBeCloseTo(
      onlyValueOf(id, 'variance', { d, mu, sigma, m: 0, v: 1 }),
      10,
    );
  }
});

describe('weights in front of ReLU make the variance of a pre-activation 1', () => {
  const id = 'initialization/he-variance';
  /** Symmetric, with mean 0 and variance 1. */
  const inputs = [-Math.SQRT2, 0, 0, Math.SQRT2];
  const passed = (slope: number): number => mean(inputs.map(z => (z > 0 ? z : slope * z) ** 2));
  /** Of the uniform distribution from −b to b, by the midpoints of many cells. */
  const uniform = (b: number): number =>
    mean(Array.from({ length: 2000 }, (_, i) => (b * ((2 * i + 1) / 2000 - 1)) ** 2));

  test.each([1, 7, 200])('with %i inputs', d => {
    expect(d * onlyValueOf(id, 'variance', { d }) * passed(0)).toBeCloseTo(1, 10);
    expect(d * uniform(onlyValueOf(id, 'bound', { d })) * passed(0)).toBeCloseTo(1, 5);
    expect(d * uniform(onlyValueOf(id, 'linear', { d })) * passed(1)).toBeCloseTo(1, 5);
    for (const alpha of [0.01, 0.2, 0.9]) {
      expect(d * onlyValueOf(id, 'leaky', { d, alpha }) * passed(alpha)).toBeCloseTo(1, 10);
    }
  });
});

test('momentum and running average take the same steps', () => {
  const id = 'optimization/momentum-as-average';
  const [beta, delta] = [0.8, 0.3];
  const alpha = onlyValueOf(id, 'alpha', { beta });
  const epsilon = onlyValueOf(id, 'epsilon', { beta, delta });
  expect(onlyValueOf(id, 'delta', { alpha, epsilon })).toBeCloseTo(delta, 12);
  let [velocity, average, before] = [0, 0, 0];
  for (const g of numbers(30, 1)) {
    velocity = alpha * velocity + epsilon * g;
    average = beta * average + (1 - beta) * g;
    const step = -delta * average;
    expect(-velocity).toBeCloseTo(step, 12);
    expect(onlyValueOf(id, 'recursion', { 'u_{t-1}': before, g_t: g, beta, delta })).toBeCloseTo(step, 12);
    before = step;
  }
});

test('a step with weight decay descends the loss and its penalty', () => {
  for (const [theta, g, alpha, lambda] of [
    [1.5, 0.5, 0.2, 0.4],
    [-0.7, 1.1, 0.05, 2],
  ] as const) {
    const [slope] = slopes(([x]) => g * (x as number) + (lambda / 2) * (x as number) ** 2, [theta]);
    const next = theta - alpha * (slope as number);
    expect(onlyValueOf('regularization/weight-decay-update', 'rule', { theta, g, alpha, lambda })).toBeCloseTo(next, 8);
  }
});

test('ridge regression: the gradient is that of the objective, and it is zero at the minimum', () => {
  const id = 'regularization/ridge-closed-form';
  const [X, y, lambda] = [numbers(12, 2), numbers(4, 3), 0.6];
  const objective = (w: readonly number[]): number =>
    y.reduce((sum, target, i) => sum + (target - product(X, 3, i, w)) ** 2, 0) +
    lambda * w.reduce((sum, x) => sum + x * x, 0);
  const w = numbers(3, 4);
  expect(onlyValueOf(id, 'loss', { X, y, w, lambda })).toBeCloseTo(objective(w), 10);
  expectClose(valuesOf(id, 'gradient', { X, y, w, lambda }), slopes(objective, w));
  const lowest = valuesOf(id, 'minimum', { X, y, lambda, I: [1, 0, 0, 0, 1, 0, 0, 0, 1] });
  expectClose(slopes(objective, lowest), [0, 0, 0]);
});

test('the gradients of an affine layer', () => {
  const id = 'backpropagation/affine-gradient';
  const [X, W, G] = [numbers(6, 5), numbers(6, 6), numbers(4, 7)];
  /** Its gradient by Y is G. */
  const loss = (x: readonly number[], w: readonly number[]): number =>
    G.reduce((sum, g, at) => {
      const [i, k] = [Math.floor(at / 2), at % 2];
      return sum + g * product(x, 3, i, [w[k], w[k + 2], w[k + 4]] as number[]);
    }, 0);
  expectClose(
    valuesOf(id, 'X', { G, W }),
    slopes(x => loss(x, W), X),
  );
  expectClose(
    valuesOf(id, 'W', { X, G }),
    slopes(w => loss(X, w), W),
  );
});

test('the slope of the sigmoid in terms of its output', () => {
  const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
  for (const z of [-4, -1, 0, 0.3, 2]) {
    const [slope] = slopes(([x]) => sigmoid(x as number), [z]);
    expect(onlyValueOf('activations/sigmoid-derivative', 'derivative', { s: sigmoid(z) })).toBeCloseTo(
      slope as number,
      8,
    );
  }
});

/** What students write, and what it earns. */
test.each([
  ['initialization/preactivation-variance', 'mean', 'dμm + c', 1],
  ['initialization/preactivation-variance', 'variance', 'd(σ²(v + m²) + μ²v)', 1],
  ['initialization/preactivation-variance', 'variance', 'd(\\sigma^2 v + \\mu^2 v)', 0],
  ['initialization/he-variance', 'bound', 'b = √6/√d', 1],
  ['initialization/he-variance', 'bound', '2.449/sqrt(d)', 0],
  ['initialization/he-variance', 'leaky', '2/(d + dα²)', 1],
  ['optimization/momentum-as-average', 'recursion', 'βuₜ₋₁ − δ(1−β)gₜ', 1],
  ['optimization/momentum-as-average', 'recursion', 'beta*u_(t-1) + delta*(beta - 1)*g_t', 1],
  ['optimization/momentum-as-average', 'delta', '\\frac{\\varepsilon}{1-\\alpha}', 1],
  ['regularization/weight-decay-update', 'rule', '(1-αλ)θ - αg', 1],
  ['regularization/ridge-closed-form', 'loss', '(Xw-y)ᵀ(Xw-y) + λwᵀw', 1],
  ['regularization/ridge-closed-form', 'gradient', '2(XᵀXw - Xᵀy + λw)', 1],
  ['regularization/ridge-closed-form', 'minimum', 'inv(λI + X^T X) X^T y', 1],
  ['regularization/ridge-closed-form', 'minimum', '(X^TX + λ)^{-1} X^T y', 0],
  ['backpropagation/affine-gradient', 'X', 'GWᵀ', 1],
  ['backpropagation/affine-gradient', 'X', 'GᵀWᵀ', 0],
  ['activations/sigmoid-derivative', 'derivative', 's − s²', 1],
])('%s, part %s: %s earns %i', (id, name, reply, credit) => {
  expect(markReply(name, reply, partOf(id, name).key)).toMatchObject({ credit, error: null });
});
