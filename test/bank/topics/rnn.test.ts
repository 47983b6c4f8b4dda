import { expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { partOf, slopes } from './formulas.ts';
import { choiceOf, longestIsRight } from './option-pools.ts';
import { secondPaths, type Vars, variantOf } from './second-path.ts';

/** Recurrent nets: every number by running the net, and every gradient by small differences. */

const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
const slopeAt = (f: (x: number) => number, x = 0): number => slopes(([own]) => f(own as number), [x])[0] as number;

/** The same factor, so many times over. */
function times(factor: number, steps: number): number {
  let product = 1;
  for (let i = 0; i < steps; i++) product *= factor;
  return product;
}

/** The first number of steps after which less than this is left. */
function stepsBelow(share: number, factor: number): number {
  let steps = 0;
  for (let left = 1; left >= share; left *= factor) steps++;
  return steps;
}

/** How much a matrix lengthens vectors at most: the larger root for W^T W, by its trace and determinant. */
function longest([[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]]): number {
  const trace = a * a + b * b + c * c + d * d;
  const determinant = (a * d - b * c) ** 2;
  return Math.sqrt((trace + Math.sqrt(trace * trace - 4 * determinant)) / 2);
}

/** The states of a net with one unit. */
function statesOf(f: (a: number) => number, { W, U, x }: Vars): number[] {
  const states: number[] = [];
  for (const input of x) states.push(f(U * input + W * (states.at(-1) ?? 0)));
  return states;
}

interface Nudges {
  readonly hf?: readonly [number, number];
  readonly hb?: readonly [number, number];
}

/** Both chains with one unit each over two steps; states can be nudged. */
function bothWays(v: Vars, { hf = [0, 0], hb = [0, 0] }: Nudges = {}) {
  const f1 = sigma(v.Wf * v.x1) + hf[0];
  const f2 = sigma(v.Wf * v.x2 + v.Uf * f1) + hf[1];
  const b2 = sigma(v.Wb * v.x2) + hb[1];
  const b1 = sigma(v.Wb * v.x1 + v.Ub * b2) + hb[0];
  const [y1, y2] = [v.Vf * f1 + v.Vb * b1, v.Vf * f2 + v.Vb * b2];
  return { hf: [f1, f2], hb: [b1, b2], y: [y1, y2], loss: (y1 - v.z1) ** 2 + (y2 - v.z2) ** 2 };
}

/** Two steps with an error at each; the states can be nudged, each for its own error. */
function twoSteps(v: Vars, nudges: readonly number[] = [0, 0]) {
  const h1 = Math.tanh(v.u * v.x1);
  const h2 = Math.tanh(v.u * v.x2 + v.w * h1);
  const error = (h: number, d: number): number => (sigma(v.v * h) - d) ** 2 / 2;
  return { h: [h1, h2], E1: error(h1 + (nudges[0] ?? 0), v.d1), E2: error(h2 + (nudges[1] ?? 0), v.d2) };
}

/** The loss of step t and of what follows, as the forward state of step t is nudged. */
function lossAround({ U, V, h, d, y, z }: Vars, nudge: readonly number[]): { own: number; total: number } {
  const moved = (M: number[][], i: number): number =>
    nudge.reduce((sum, delta, j) => sum + (M[i]?.[j] as number) * delta, 0);
  const own = [0, 1].reduce((sum, i) => sum + (z[i] - y[i] - moved(V, i)) ** 2, 0);
  const later = [0, 1].reduce((sum, i) => sum + d[i] * sigma(Math.log(h[i] / (1 - h[i])) + moved(U, i)), 0);
  return { own, total: own + later };
}

secondPaths('rnn', {
  'rnn/activation-before-or-after': {
    given: [null, null],
    path: ({ w, u, b, h0, x1, x2 }) => {
      let h = h0;
      let g = Math.tanh(h0);
      for (const x of [x1, x2]) {
        h = w * Math.tanh(h) + u * x + b;
        g = Math.tanh(w * g + u * x + b);
      }
      return [h, g];
    },
  },
  'rnn/gradient-bound': {
    given: [null, null, null],
    path: ({ W, gamma, n }) => [longest(W) ** 2, gamma * longest(W), times(gamma * longest(W), n)],
  },
  'rnn/norm-above-one': {
    given: [null, null],
    // Of the corner: the paths that change units after 0, 1, 2 or 3 steps.
    path: ({ a, c, k }) => {
      const corner = k * (c ** 3 + a * c ** 2 + a ** 2 * c + a ** 3);
      const square = [
        [a, k],
        [0, c],
      ] as const;
      return [
        longest(square),
        [
          [a ** 4, corner],
          [0, c ** 4],
        ],
      ];
    },
  },
  'rnn/bidirectional-local-derivatives': {
    given: [
      [2, -1.6],
      [1.2, -1.92],
    ],
    within: 1e-5,
    path: vars => [
      slopes(nudge => lossAround(vars, nudge).own, [0, 0]),
      slopes(nudge => lossAround(vars, nudge).total, [0, 0]),
    ],
  },
  'rnn/bidirectional-gradients': {
    given: [null, null, null, null, null, null, null],
    within: 1e-5,
    path: vars => {
      const { hf, hb, y } = bothWays(vars);
      const by = (name: string): number => slopeAt(value => bothWays({ ...vars, [name]: value }).loss, vars[name]);
      return [
        hf,
        hb,
        y,
        slopes(([a, b]) => bothWays(vars, { hf: [a as number, b as number] }).loss, [0, 0]),
        slopes(([a, b]) => bothWays(vars, { hb: [a as number, b as number] }).loss, [0, 0]),
        by('Wf'),
        by('Ub'),
      ];
    },
  },
  'rnn/factor-over-gap': {
    given: [0.9 ** 50, 1.1 ** 50, 28],
    path: ({ a, b, n, p }) => [times(a, n), times(b, n), stepsBelow(p / 100, a) - 1],
  },
  'rnn/vanishing-gradient-name': {
    given: [0.72 ** 20, 15],
    path: ({ w, slope, n }) => [times(w * slope, n), stepsBelow(0.01, w * slope)],
  },
  'rnn/unrolled-formula': {
    given: [null, 1.3],
    path: vars => [statesOf(Math.tanh, vars).at(-1) as number, statesOf(a => Math.max(0, a), vars).at(-1) as number],
  },
  'rnn/gradient-clipping': {
    given: [7, [30 / 7, -10 / 7, 15 / 7], 0.5, [5, -2, 3]],
    path: ({ g, limit, eta }) => {
      const length = Math.hypot(...g);
      const clipped = g.map((x: number) => (length > limit ? (x / length) * limit : x));
      const bounded = g.map((x: number) => (Math.abs(x) > limit ? Math.sign(x) * limit : x));
      return [length, clipped, Math.hypot(...clipped.map((x: number) => eta * x)), bounded];
    },
  },
  'rnn/two-step-gradient': {
    given: [null, null, null, null],
    within: 1e-5,
    path: vars => {
      const by = (of: (v: Vars) => number): number => slopeAt(u => of({ ...vars, u }), vars.u);
      return [
        twoSteps(vars).h,
        [slopeAt(nudge => twoSteps(vars, [nudge, 0]).E1), slopeAt(nudge => twoSteps(vars, [0, nudge]).E2)],
        by(v => twoSteps(v).E1),
        by(v => twoSteps(v).E1 + twoSteps(v).E2),
      ];
    },
  },
});

test.each([
  ['rnn/vanishing-gradient-name', 'problem', 'vanishing gradients', 1],
  ['rnn/vanishing-gradient-name', 'problem', 'gradient vanishing problem', 1],
  ['rnn/vanishing-gradient-name', 'problem', 'vanishing of the gradients', 1],
  ['rnn/vanishing-gradient-name', 'problem', 'exploding gradients', 0],
  ['rnn/vanishing-gradient-name', 'problem', 'exploding gradient problem', 0],
  ['rnn/why-clip', 'problem', 'exploding gradients', 1],
  ['rnn/why-clip', 'problem', 'the exploding gradient problem', 1],
  ['rnn/why-clip', 'problem', 'gradients are exploding', 1],
  ['rnn/why-clip', 'problem', 'explosion of the gradients', 1],
  ['rnn/why-clip', 'problem', 'gradient exploding', 1],
  ['rnn/why-clip', 'problem', 'gradient explosion problem', 1],
  ['rnn/why-clip', 'problem', 'vanishing gradients', 0],
  ['rnn/why-clip', 'problem', 'overfitting', 0],
  ['rnn/why-clip', 'problem', 'divergence', 0],
])('%s, part %s: %s earns %i', (id, name, reply, credit) => {
  expect(markReply(name, reply, partOf(id, name).key)).toMatchObject({ credit, error: null });
});

test('rnn/must-vanish: right are the units that no input can save', () => {
  const steepest: Readonly<Record<string, number>> = { tanh: 1, ReLU: 1, identity: 1, sigmoid: 0.25 };
  for (const seed of [null, ...Array.from({ length: 200 }, (_, i) => i)]) {
    for (const { text, right } of choiceOf('rnn/must-vanish', 'a', seed).options) {
      const [, name, weight] = /is (?:the )?(\w+), \$w = (-?[\d.]+)\$$/.exec(text) ?? [];
      expect(Math.abs(Number(weight)) * (steepest[name as string] as number) < 1, text).toBe(right);
    }
  }
});

test.each([
  ['rnn/exploding-condition', 'kind'],
  ['rnn/norm-above-one', 'limit'],
  ['rnn/remedies', 'wild'],
  ['rnn/long-sequences', 'task'],
])('%s, %s: the longest of the four options is right no more often than by chance', (id, name) => {
  expect(longestIsRight(id, name)).toBeLessThanOrEqual(0.28);
});

test('the places of the bidirectional graph are in its figure, each of them once', () => {
  const { stem, parts } = variantOf('rnn/bidirectional-unrolled', null);
  const figure = stem.slice(stem.indexOf('```figure'), stem.lastIndexOf('```')).split('\n').slice(1).join('\n');
  const letters = figure.match(/[α-ω]/g) ?? [];
  expect(letters.join('')).toBe('βαμπγδκλζηθε');
  expect(parts[0]?.key).toMatchObject({ kind: 'match', blanks: { length: 8 } });
});
