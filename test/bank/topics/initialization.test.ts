import { describe, expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { numberOf, partOf } from './formulas.ts';
import { secondPaths, type Vars, variantOf } from './second-path.ts';

const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const variance = (xs: readonly number[]): number => mean(xs.map(x => x ** 2)) - mean(xs) ** 2;

/** A fair coin with this mean and variance. */
const coin = (center: number, spread: number): number[] => [center - Math.sqrt(spread), center + Math.sqrt(spread)];

const products = (xs: readonly number[], ys: readonly number[]): number[] => xs.flatMap(x => ys.map(y => x * y));

/** Of the uniform distribution on [−b, b], by the midpoints of many cells. */
const CELLS = 4000;
const UNIFORM = mean(Array.from({ length: CELLS }, (_, i) => ((2 * i + 1) / CELLS - 1) ** 2));

/** The positive number at which an increasing function is 1, by halving. */
function whereOne(f: (x: number) => number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 1) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The variance of a sum of as many products of a weight and an input, each of them a fair coin or a list of cases. */
const layer = (inputs: number, weights: readonly number[], h: readonly number[]): number =>
  inputs * variance(products(weights, h));

/** Symmetric about 0, with variance 1, and what an activation makes of it. */
const STANDARD = [-Math.SQRT2, 0, 0, Math.SQRT2];
const rectified = (slope = 0): number[] => STANDARD.map(z => (z > 0 ? z : slope * z));

const weightVariance = (inputs: number, h: readonly number[]): number => whereOne(v => layer(inputs, coin(0, v), h));
const weightBound = (inputs: number, h: readonly number[]): number =>
  whereOne(b => layer(inputs, coin(0, b ** 2 * UNIFORM), h));

/** The table of the question: each value as often as its probability, in hundredths of a half. */
function table({ p, q, r }: Vars): number[] {
  const outer = Math.round(r * 100);
  return [-q, q].flatMap(a => Array(outer).fill(a)).concat([-p, p].flatMap(a => Array(100 - outer).fill(a)));
}

/** From layer to layer, with coins for weights. */
function throughLayers({ g, d, L }: Vars): number {
  let spread = 1;
  for (let l = 1; l < L; l++) {
    const h = coin(0, spread).map(a => Math.max(0, a));
    spread = layer(d, coin(0, g / d), h);
  }
  return spread;
}

/** All that one output of a convolution adds up, counted. */
function fanOf({ C, k }: Vars): number {
  let count = 0;
  for (let channel = 0; channel < C; channel++) for (let at = 0; at < k * k; at++) count++;
  return count;
}

secondPaths('initialization', {
  'initialization/variance-of-a-product': {
    given: [0.8 * 1.5 + 0.8 * 1.44 + 1.5 * 0.25],
    path: ({ mu, nu, s, t }) => [variance(products(coin(mu, s), coin(nu, t)))],
  },
  'initialization/preactivation-variance': {
    given: [200 * (0.01 * 0.5 + 0.01 * 0.64 + 0.0025 * 0.5)],
    path: ({ n, mw, vw, mh, vh }) => [layer(n, coin(mw, vw), coin(mh, vh))],
  },
  'initialization/one-setting': {
    given: [[0, 0, 0.005], 0.0034, [0, 0, 2 / 300]],
    path: ({ d, n, fixed }) => [
      [0, 0, weightVariance(d, STANDARD)],
      whereOne(v => layer(d, coin(fixed, v), STANDARD)),
      [0, 0, weightVariance(n, rectified())],
    ],
  },
  'initialization/variance-from-fan-in': {
    given: [0.005, 0.01],
    path: ({ d }) => [weightVariance(d, STANDARD), weightVariance(d, rectified())],
  },
  'initialization/second-moment-of-relu': {
    given: [1.3, 1.3 - 0.49],
    path: vars => {
      const h = table(vars).map(a => Math.max(0, a));
      return [mean(h.map(x => x * x)), variance(h)];
    },
  },
  'initialization/he-variance': {
    given: [Math.sqrt(6 / (150 * 1.04))],
    path: ({ n, slope }) => [weightBound(n, rectified(slope))],
    within: 1e-6,
  },
  'initialization/name-for-relu': { given: [2 / 576], path: vars => [2 * fanOf(vars) ** -1] },
  'initialization/uniform-bounds': {
    given: [0.1, Math.SQRT2 / 10, 0.25],
    path: ({ d, far }) => [
      weightBound(d, STANDARD),
      weightBound(d, rectified()),
      layer(d, coin(0, far ** 2 * UNIFORM), STANDARD),
    ],
    within: 1e-6,
  },
  'initialization/why-he-works': { given: [0.5 ** 19], path: vars => [throughLayers(vars)] },
  'initialization/xavier-layers': {
    given: [1 / 300, 1 / 210],
    path: ({ n2, n3 }) => [weightVariance(n2, STANDARD), 1 / mean([n2, n3])],
  },
});

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
    expect(numberOf(id, 'mean', { c, d, mu, m })).toBeCloseTo(mean(outcomes), 10);
    expect(numberOf(id, 'variance', { d, mu, sigma, m, v })).toBeCloseTo(variance(outcomes), 10);
    expect(numberOf(id, 'standard', { d, mu, sigma })).toBeCloseTo(
      numberOf(id, 'variance', { d, mu, sigma, m: 0, v: 1 }),
      10,
    );
  }
});

test.each([1, 7, 200])('weights in front of ReLU make the variance of a pre-activation 1, with %i inputs', d => {
  const id = 'initialization/he-variance';
  const uniform = (part: string): number[] => coin(0, numberOf(id, part, { d }) ** 2 * UNIFORM);
  expect(layer(d, coin(0, numberOf(id, 'variance', { d })), rectified())).toBeCloseTo(1, 10);
  expect(layer(d, uniform('bound'), rectified())).toBeCloseTo(1, 6);
  expect(layer(d, uniform('linear'), STANDARD)).toBeCloseTo(1, 6);
  for (const alpha of [0.01, 0.2, 0.9]) {
    expect(layer(d, coin(0, numberOf(id, 'leaky', { d, alpha })), rectified(alpha))).toBeCloseTo(1, 10);
  }
});

describe('any setting that makes mean 0 and variance 1 is right', () => {
  test.each([
    ['standard', '0, 0, 0.005', 1],
    ['standard', '0 0 1/200', 1],
    ['standard', '[0, 0.05, 0.0025]', 1],
    ['standard', '[0, -0.05, 0.0025]', 1],
    ['standard', '[0, 0.05, 0.005]', 0],
    ['standard', '[1, 0, 0.005]', 0],
    ['standard', '[0, sqrt(1/200), 0]', 0],
    ['standard', '[0, 0, 0.01]', 0],
    ['relu', '0, 0, 1/150', 1],
    ['relu', '[0, 0, 0.00667]', 1],
    ['relu', '[0, 0, 1/300]', 0],
    ['relu', '[-0.5, 0.01, 1/150]', 0],
  ])('%s: %s earns %i', (name, reply, credit) => {
    const { key } = partOf('initialization/one-setting', name);
    expect(markReply(name, reply, key)).toMatchObject({ credit, error: null });
  });
});

/** What students write, and what it earns. */
test.each([
  ['initialization/preactivation-variance', 'mean', 'dμm + c', 1],
  ['initialization/preactivation-variance', 'mean', 'dμm', 0],
  ['initialization/preactivation-variance', 'variance', 'd(σ²(v + m²) + μ²v)', 1],
  ['initialization/preactivation-variance', 'variance', 'd(\\sigma^2 v + \\mu^2 v)', 0],
  ['initialization/preactivation-variance', 'standard', 'd\\sigma^2 + d\\mu^2', 1],
  ['initialization/preactivation-variance', 'standard', 'dσ²', 0],
  ['initialization/he-variance', 'variance', '\\frac{2}{d}', 1],
  ['initialization/he-variance', 'bound', 'b = √6/√d', 1],
  ['initialization/he-variance', 'bound', '2.449/sqrt(d)', 0],
  ['initialization/he-variance', 'linear', '√(3/d)', 1],
  ['initialization/he-variance', 'leaky', '2/(d + dα²)', 1],
  ['initialization/he-variance', 'leaky', '2/d', 0],
  ['initialization/name-for-relu', 'scheme', 'He', 1],
  ['initialization/name-for-relu', 'scheme', 'he initialisation', 1],
  ['initialization/name-for-relu', 'scheme', 'Kaiming', 1],
  ['initialization/name-for-relu', 'scheme', 'Kaiming-He initialization', 1],
  ['initialization/name-for-relu', 'scheme', 'kaiming normal', 1],
  ['initialization/name-for-relu', 'scheme', "He's initialization", 1],
  ['initialization/name-for-relu', 'scheme', 'Kaiming init', 1],
  ['initialization/name-for-relu', 'scheme', 'MSRA', 1],
  ['initialization/name-for-relu', 'scheme', 'Kaiming uniform', 0],
  ['initialization/name-for-relu', 'scheme', 'Xavier', 0],
  ['initialization/name-for-relu', 'scheme', 'Xavier initialization', 0],
  ['initialization/name-for-relu', 'scheme', 'Glorot', 0],
  ['initialization/name-for-relu', 'scheme', 'LeCun initialization', 0],
  ['initialization/name-for-relu', 'scheme', 'orthogonal initialization', 0],
  ['initialization/name-for-relu', 'variance', '2/(64*3*3)', 1],
])('%s, part %s: %s earns %i', (id, name, reply, credit) => {
  expect(markReply(name, reply, partOf(id, name).key)).toMatchObject({ credit, error: null });
});

test.each([
  ['Xavier', 'Xavier for He'],
  ['Glorot initialization', 'Xavier for He'],
  ['LeCun', 'LeCun for He'],
  ['kaiming uniform', 'uniform for normal'],
])('who answers %s is told of %s', (reply, mistake) => {
  expect(markReply('scheme', reply, partOf('initialization/name-for-relu', 'scheme').key)).toMatchObject({ mistake });
});

/** The deviations that the rules give, from the names that the options have. */
function deviations(d: number, m: number): Readonly<Record<string, number>> {
  return {
    "He's rule with the fan-in": Math.sqrt(2 / d),
    "He's rule with the fan-out": Math.sqrt(2 / m),
    "He's rule with the mean of both fans": Math.sqrt(2 / mean([d, m])),
    "Glorot's (Xavier's) rule with both fans": Math.sqrt(1 / mean([d, m])),
    "Glorot's rule with the gain $\\frac{5}{3}$ for tanh": (5 / 3) * Math.sqrt(1 / mean([d, m])),
    "LeCun's rule": Math.sqrt(1 / d),
    'The variance $\\frac{1}{\\text{fan-out}}$': Math.sqrt(1 / m),
    'Uniform between $\\pm \\frac{1}{\\sqrt{\\text{fan-in}}}$': Math.sqrt(UNIFORM / d),
    'The deviation $\\frac{2}{\\text{fan-in}}$': 2 / d,
    'The deviation $\\frac{1}{\\text{fan-out}}$': 1 / m,
  };
}

test('the rule that is right has the printed deviation, and no other comes near it', () => {
  const met = new Set<string>();
  for (const seed of [null, ...Array.from({ length: 300 }, (_, i) => i)]) {
    const variant = variantOf('initialization/which-scheme', seed);
    const { d, m } = variant.vars as Vars;
    const printed = Number(/standard deviation is ([\d.]+)\./.exec(variant.stem.replaceAll('\n', ' '))?.[1]);
    const key = variant.parts[0]?.key;
    if (key?.kind !== 'choice') throw new Error('it is a choice');
    const known = deviations(d, m);
    for (const { text, right } of key.options) {
      met.add(text);
      const off = Math.abs(Math.log((known[text] as number) / printed));
      if (right) expect(off, `seed ${seed}: ${text}`).toBeLessThan(1e-3);
      else expect(off, `seed ${seed}: ${text}`).toBeGreaterThan(0.028);
    }
  }
  expect([...met].sort()).toEqual(Object.keys(deviations(1, 1)).sort());
});

test('1.8: of the four statements of the exam the first alone is true for XW', () => {
  const { key } = partOf('initialization/xavier-layers', 'truths');
  expect(key.kind === 'choice' ? key.options.map(({ right }) => right) : []).toEqual([true, false, false, false]);
});

test('the points on why He works are worth the credits of their part', () => {
  const { key, credits } = partOf('initialization/why-he-works', 'reasons');
  expect(credits).toBe(2);
  expect(key.kind === 'rubric' ? key.points.reduce((sum, point) => sum + point.credits, 0) : Number.NaN).toBe(credits);
});
