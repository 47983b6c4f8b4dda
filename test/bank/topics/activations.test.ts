import { describe, expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { numberOf, partOf, slopes } from './formulas.ts';
import { secondPaths, type Vars, variantOf } from './second-path.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** The derivative of the function by its only argument. */
function slopeAt(f: (x: number) => number, x: number): number {
  return slopes(([only]) => f(only as number), [x])[0] as number;
}

/** The steepest slope of the sigmoid, by looking for it. */
function steepest(): number {
  const at = Array.from({ length: 201 }, (_, i) => (i - 100) / 10);
  return Math.max(...at.map(z => slopeAt(sigmoid, z)));
}

/** A chain of units, each with the slope of the sigmoid at its middle. */
function chainOfSigmoids({ w, n }: Vars): number {
  let derivative = 1;
  for (let k = 0; k < n; k++) derivative *= w * steepestSlope;
  return derivative;
}

const steepestSlope = steepest();

/** The chain of ReLU units itself, differentiated by small differences. */
function chainOfRelus({ x, w1, w2, w3, b1, b2, b3 }: Vars): number {
  const relu = (a: number): number => Math.max(0, a);
  return slopeAt(h => relu(w3 * relu(w2 * relu(w1 * h + b1) + b2) + b3), x);
}

secondPaths('activations', {
  'activations/sigmoid-derivative': {
    given: [0.25, 0.03125],
    path: vars => [steepestSlope, chainOfSigmoids(vars)],
  },
  'activations/relu-drawbacks': { given: [-1.5], path: vars => [chainOfRelus(vars)] },
});

test('the slope of the sigmoid in terms of its output', () => {
  for (const z of [-4, -1, 0, 0.3, 2]) {
    const s = sigmoid(z);
    expect(numberOf('activations/sigmoid-derivative', 'derivative', { s })).toBeCloseTo(slopeAt(sigmoid, z), 8);
  }
});

test.each([
  ['s − s²', 1],
  ["σ'(z) = s(1-s)", 1],
  ['(1-s)*s', 1],
  ['-s^2 + s', 1],
  ['1 - s^2', 0],
  ['s(s-1)', 0],
  ['s²', 0],
])('the derivative as a student writes it: %s earns %i', (reply, credit) => {
  const { key } = partOf('activations/sigmoid-derivative', 'derivative');
  expect(markReply('derivative', reply, key)).toMatchObject({ credit, error: null });
});

/** Labels of the right options as the source stands. */
function rightOnes(id: string): string[] {
  const key = variantOf(id, null).parts[0]?.key;
  if (key?.kind !== 'choice') throw new Error(`${id} is no choice`);
  return key.options.filter(({ right }) => right).map(({ label }) => label);
}

/** Numbers from -1 to 1 that are the same in every run. */
function uniform(): () => number {
  let state = 1;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 31 - 1;
  };
}

/** How much of the gradient's length is left below a deep tanh net whose weights start with this deviation. */
function gradientLeft(layers: number, width: number, deviation: number): number {
  const draw = uniform();
  const scale = deviation * Math.sqrt(3);
  const vector = (of: (i: number) => number): number[] => Array.from({ length: width }, (_, i) => of(i));
  const nets = Array.from({ length: layers }, () => vector(() => 0).map(() => vector(() => scale * draw())));
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
  let h = vector(draw);
  const slopesOf = nets.map(W => {
    h = W.map(row => Math.tanh(dot(row, h)));
    return h.map(out => 1 - out ** 2);
  });
  const top = vector(draw);
  const below = nets.reduceRight((g, W, l) => {
    const inner = g.map((value, i) => value * (slopesOf[l]?.[i] as number));
    return vector(j => W.reduce((sum, row, i) => sum + (row[j] as number) * (inner[i] as number), 0));
  }, top);
  return Math.hypot(...below) / Math.hypot(...top);
}

test('weights of a deep tanh net shrink the gradient if they are too small, and blow it up if too large', () => {
  const width = 576;
  const perLayer = gradientLeft(2, width, 0.001) ** (1 / 2);
  expect(perLayer).toBeCloseTo(0.001 * Math.sqrt(width), 2);
  const xavier = 1 / Math.sqrt(64);
  expect(gradientLeft(20, 64, 10 * xavier)).toBeGreaterThan(100);
  expect(gradientLeft(20, 64, xavier / 10)).toBeLessThan(1e-10);
});

describe('the choices of the exam', () => {
  test('1.4: all four measures help', () => {
    expect(rightOnes('activations/vanishing-gradient-tanh')).toEqual(['a', 'b', 'c', 'd']);
  });

  test('1.6: none of the four is true of a sigmoid', () => {
    expect(rightOnes('activations/sigmoid-properties')).toEqual([]);
  });
});

/** What the options about the sigmoid say, each tried out. */
const SIGMOID: readonly (readonly [start: string, holds: () => boolean])[] = [
  ['Its outputs fill the range from −0.5', () => sigmoid(-40) < -0.4],
  ['It is a non-linearity with outputs centred on zero', () => Math.abs(sigmoid(1) + sigmoid(-1)) < 1e-9],
  ['Its slope is never larger than 0.25', () => steepestSlope <= 0.25 + 1e-9],
  [
    'Its derivative can be computed from its output',
    () => Math.abs(slopeAt(sigmoid, 0.7) - sigmoid(0.7) * (1 - sigmoid(0.7))) < 1e-8,
  ],
  ['Flipping the sign of z', () => Math.abs(sigmoid(-1.3) - (1 - sigmoid(1.3))) < 1e-12],
  ['Inputs of large magnitude', () => slopeAt(sigmoid, 20) < 1e-6 && slopeAt(sigmoid, -20) < 1e-6],
  [
    'It equals the first output of a softmax',
    () => Math.abs(Math.exp(0.9) / (Math.exp(0.9) + Math.exp(0)) - sigmoid(0.9)) < 1e-12,
  ],
  ['The outputs of the layer sum to 1', () => Math.abs(sigmoid(1) + sigmoid(2) + sigmoid(-1) - 1) < 1e-9],
  ['The further z lies above zero', () => slopeAt(sigmoid, 3) > slopeAt(sigmoid, 1)],
  ['Adding a constant to it gives tanh', () => Math.abs(Math.tanh(1) - sigmoid(1) - (Math.tanh(0) - 0.5)) < 1e-9],
  ['It maps larger inputs to larger outputs', () => sigmoid(-2) < sigmoid(-1) && sigmoid(0.5) < sigmoid(0.6)],
];

test.each(SIGMOID)('an option about the sigmoid is rightly marked: %s', (start, holds) => {
  for (let seed = 0; seed < 300; seed++) {
    const key = variantOf('activations/sigmoid-properties', seed).parts[0]?.key;
    const option = key?.kind === 'choice' ? key.options.find(({ text }) => text.startsWith(start)) : undefined;
    if (!option) continue;
    expect(option.right).toBe(holds());
    return;
  }
  throw new Error('the option is never drawn');
});

test('the points on the drawbacks of ReLU are worth the credits of their part', () => {
  const part = partOf('activations/relu-drawbacks', 'drawbacks');
  const points = part.key.kind === 'rubric' ? part.key.points : [];
  expect(points.reduce((sum, { credits }) => sum + credits, 0)).toBeCloseTo(part.credits, 12);
  expect(part.credits).toBe(1.5);
});

test('all units of the chain of ReLUs are active', () => {
  for (let seed = 0; seed < 300; seed++) {
    const { x, w1, w2, w3, b1, b2, b3 } = variantOf('activations/relu-drawbacks', seed).vars as Vars;
    const a1 = w1 * x + b1;
    const a2 = w2 * a1 + b2;
    expect(Math.min(a1, a2, w3 * a2 + b3)).toBeGreaterThan(0.2);
  }
});
