import { describe, expect, test } from 'vitest';
import { shownKind } from '../../src/answers/authors.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';

/** The keys of the bank by a second path: plain arithmetic, counting or simulation, from the drawn values alone. */

type Vars = Readonly<Record<string, number>>;

const sigma = (x: number): number => 1 / (1 + Math.exp(-x));

/** Positions of a window that slides over `size` cells without leaving them. */
function windows(size: number, kernel: number, stride: number): number {
  let count = 0;
  for (let start = 0; start + kernel <= size; start += stride) count++;
  return count;
}

/** Pixels from the first to the last that one unit of the second of two layers depends on. */
function seenBySecond({ k, s, d, p }: Vars): number {
  const pixels: number[] = [];
  for (let unit = 0; unit < (p as number); unit++) {
    for (let tap = 0; tap < (k as number); tap++) pixels.push(unit * (s as number) + tap * (d as number));
  }
  return Math.max(...pixels) - Math.min(...pixels) + 1;
}

function lossOfNet(v: Vars, w11: number): number {
  const get = (name: string): number => v[name] as number;
  const leaky = (h: number): number => Math.max(get('slope') * h, h);
  const h4 = leaky(w11 * get('x1') + get('w21') * get('x2') + get('b1'));
  const h5 = leaky(get('w12') * get('x1') + get('w22') * get('x2') + get('b2'));
  const h6 = leaky(get('w13') * get('x1') + get('w23') * get('x2') + get('b3'));
  const first = get('v11') * h4 + get('v21') * h5 + get('v31') * h6 + get('b4');
  const second = get('v12') * h4 + get('v22') * h5 + get('v32') * h6 + get('b5');
  return ((first - get('y1')) ** 2 + (second - get('y2')) ** 2) / 2;
}

/** The loss is quadratic in the weight on each side of the kink, so a small central difference is its slope. */
function slopeOfNet(v: Vars): number {
  const step = 1e-5;
  const w11 = v.w11 as number;
  return (lossOfNet(v, w11 + step) - lossOfNet(v, w11 - step)) / (2 * step);
}

/** The same net with its weights in matrices. */
function withoutMatrices(v: Readonly<Record<string, unknown>>): Vars {
  const { x, W, b, V, c, y, slope, eta } = v as Record<'x' | 'b' | 'c' | 'y', number[]> &
    Record<'W' | 'V', number[][]> &
    Record<'slope' | 'eta', number>;
  const list = (name: string, values: readonly number[] = [], from = 1) =>
    values.map((value, i) => [`${name}${i + from}`, value] as const);
  const named = [...list('x', x), ...list('b', b), ...list('b', c, 4), ...list('y', y)];
  const rows = [...W.flatMap((row, i) => list(`w${i + 1}`, row)), ...V.flatMap((row, i) => list(`v${i + 1}`, row))];
  return { ...Object.fromEntries([...named, ...rows]), slope, eta };
}

/** E[v_t] / E[g], by running the average on a constant gradient of 1. */
function averageOfOnes({ beta, t }: Vars): number {
  let average = 0;
  for (let i = 0; i < (t as number); i++) average = (beta as number) * average + (1 - (beta as number));
  return average;
}

function lstmStep(v: Vars): number[] {
  const get = (name: string): number => v[name] as number;
  const unit = (suffix: string): number =>
    sigma(get(`b${suffix}`) + get(`U${suffix}`) * get('x') + get(`W${suffix}`) * get('h0'));
  const [f, g, q, i] = ['f', 'g', 'q', ''].map(unit) as [number, number, number, number];
  const s = f * get('s0') + g * i;
  const h = Math.max(0, s) * q;
  return [f, g, q, i, s, h, sigma(get('V') * h + get('c'))];
}

/** The lowest point of the squared error with its penalty, from three points of this parabola. */
function vertexOfRidge({ lambda, ...vars }: Vars): number {
  const { x, y } = vars as unknown as Readonly<Record<'x' | 'y', readonly number[]>>;
  const at = (w: number): number =>
    x.reduce((sum, xi, i) => sum + ((y[i] as number) - xi * w) ** 2, (lambda as number) * w ** 2);
  return (at(-1) - at(1)) / (2 * (at(1) + at(-1) - 2 * at(0)));
}

/** The last epoch and the best one, from a walk along the losses. */
function endOfTraining({ low, turn, patience, ...vars }: Vars): [last: number, best: number] {
  const { noise } = vars as unknown as { readonly noise: readonly number[] };
  let [best, lowest] = [0, Number.POSITIVE_INFINITY];
  for (let epoch = 1; epoch <= noise.length; epoch++) {
    const bump = 0.8 * (epoch - (turn as number)) ** 2 + (noise[epoch - 1] as number);
    const loss = Math.round(100 * (low as number) + bump);
    if (loss < lowest) [best, lowest] = [epoch, loss];
    else if (epoch - best === patience) return [epoch, best];
  }
  return [Number.NaN, best];
}

/** How often a number is multiplied by a factor until it is below one percent. */
function stepsBelowOnePercent(factor: number): number {
  let steps = 0;
  for (let rest = 1; rest >= 0.01; rest *= factor) steps++;
  return steps;
}

/** Batches that are taken one after another until the samples of each epoch are used up. */
function updatesOf({ n, B, E }: Vars): number {
  let updates = 0;
  for (let epoch = 0; epoch < (E as number); epoch++) {
    for (let used = 0; used < (n as number); used += B as number) updates++;
  }
  return updates;
}

const times = (factor: number, count: number): number =>
  Array.from({ length: count }, () => factor).reduce((product, each) => product * each, 1);

interface Second {
  /** As the source prints it, or as its correction says. */
  readonly given: readonly number[];
  readonly path: (vars: Vars) => readonly number[];
}

const SECOND: Readonly<Record<string, Second>> = {
  'cnn/conv-1x1-params': { given: [33], path: ({ C }) => [Array.from({ length: C as number }).length + 1] },
  'cnn/flatten-size': {
    given: [784],
    path: ({ C2, H }) => [(C2 as number) * windows(windows(H as number, 2, 2), 2, 2) ** 2],
  },
  'cnn/receptive-field-after-pool': { given: [6], path: vars => [seenBySecond(vars)] },
  'losses/mse-two-outputs': {
    given: [1],
    path: ({ a, b, y1, y2 }) => [Math.hypot((a as number) - (y1 as number), (b as number) - (y2 as number)) ** 2 / 2],
  },
  'backpropagation/leaky-relu-net-update': {
    given: [1.5, -0.65],
    path: v => [slopeOfNet(v), (v.w11 as number) - (v.eta as number) * slopeOfNet(v)],
  },
  'backpropagation/two-layer-net': {
    given: [1, 1.5, -0.65],
    path: v => {
      const net = withoutMatrices(v);
      const w11 = net.w11 as number;
      return [lossOfNet(net, w11), slopeOfNet(net), w11 - (net.eta as number) * slopeOfNet(net)];
    },
  },
  'normalization/batch-norm-buffers': { given: [6], path: ({ C }) => [(C as number) + (C as number)] },
  'optimization/momentum-running-average': {
    given: [0.9, 0.01],
    path: ({ beta, delta }) => [beta as number, (delta as number) - (delta as number) * (beta as number)],
  },
  'optimization/running-average-bias': {
    given: [0.271, 1 / 0.271],
    path: v => [averageOfOnes(v), 1 / averageOfOnes(v)],
  },
  'initialization/variance-from-fan-in': {
    given: [0.005, 0.01],
    path: ({ d }) => [(d as number) ** -1, 2 * (d as number) ** -1],
  },
  'lstm/first-time-step': {
    given: [0.543639, 0.576885, 0.617748, 0.732433, 0.42253, 0.261017, 0.575685],
    path: lstmStep,
  },
  // Both corrections undo the zero start, so what is left is the gradient, its square, and a step of size α.
  'optimization/adam-first-step': {
    given: [2, 4, -0.1],
    path: ({ g, alpha, eps }) => {
      const gradient = g as number;
      return [gradient, gradient ** 2, (-(alpha as number) * gradient) / (Math.abs(gradient) + (eps as number))];
    },
  },
  'regularization/weight-decay-update': {
    given: [1.28],
    path: ({ theta, g, alpha, lambda }) => [
      (1 - (alpha as number) * (lambda as number)) * (theta as number) - (alpha as number) * (g as number),
    ],
  },
  'regularization/ridge-single-feature': {
    given: [29 / 16, 7 / 8],
    path: vars => [vertexOfRidge(vars), vertexOfRidge(vars) / vertexOfRidge({ ...vars, lambda: 0 })],
  },
  'activations/sigmoid-derivative': {
    given: [0.25, 0.03125],
    path: ({ w, n }) => {
      const slope = (sigma(1e-4) - sigma(-1e-4)) / 2e-4;
      return [slope, times((w as number) * slope, n as number)];
    },
  },
  'evaluation/overfitting-name': { given: [9, 6], path: endOfTraining },
  'rnn/vanishing-gradient-name': {
    given: [0.72 ** 20, 15],
    path: ({ w, slope, T }) => {
      const factor = (w as number) * (slope as number);
      return [times(factor, T as number), stepsBelowOnePercent(factor)];
    },
  },
  'optimization/gd-against-sgd': { given: [3910], path: vars => [updatesOf(vars)] },
};

const { templates } = loadFolder('questions');
const withNumbers = templates.filter(template => template.parts.some(part => shownKind(part.answer) === 'number'));
const keysOf = ({ parts }: Variant): number[] => parts.flatMap(({ key }) => (key.kind === 'number' ? [key.value] : []));

function expectClose(keys: readonly number[], others: readonly number[], digits: number, seed: number | null): void {
  expect(keys.length).toBe(others.length);
  keys.forEach((key, i) => {
    const scale = Math.max(1e-3, Math.abs(others[i] as number));
    expect((key - (others[i] as number)) / scale, `seed ${seed}, part ${i}: ${key} and ${others[i]}`).toBeCloseTo(
      0,
      digits,
    );
  });
}

test('every question with a number has a second path here', () => {
  expect(withNumbers.map(template => template.id).sort()).toEqual(Object.keys(SECOND).sort());
});

describe.each(withNumbers.map(template => [template.id, template] as const))('%s', (id, template) => {
  const { given, path } = SECOND[id] as Second;

  test('the given variant has the printed answer', () => {
    expectClose(keysOf(makeVariant(template, null)), given, 5, null);
  });

  test('the keys of 300 seeds agree with the second path', () => {
    for (let seed = 0; seed < 300; seed++) {
      const variant = makeVariant(template, seed);
      expectClose(keysOf(variant), path(variant.vars as Vars), 7, seed);
    }
  });
});

test('the choices of the exam have its answers', () => {
  const given = (id: string): string[] => {
    const template = templates.find(other => other.id === id);
    const key = template && makeVariant(template, null).parts[0]?.key;
    return key?.kind === 'choice' ? key.options.filter(({ right }) => right).map(({ label }) => label) : ['?'];
  };
  expect({
    '1.1': given('losses/output-layer-pairs'),
    '1.4': given('activations/vanishing-gradient-tanh'),
    '1.5': given('optimization/momentum-benefit'),
    '1.6': given('activations/sigmoid-properties'),
    '1.7': given('cnn/max-pool-backward'),
  }).toEqual({ '1.1': ['c', 'd'], '1.4': ['a', 'b', 'c', 'd'], '1.5': ['d'], '1.6': [], '1.7': ['a', 'd'] });
});
