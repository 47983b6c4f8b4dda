import { type Claims, equal, most } from './claims.ts';
import { numbers, slopes } from './formulas.ts';

/** Small recurrent nets in plain arithmetic, of which anything can be nudged. */

type Vector = readonly number[];

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const sigma = (z: number): number => 1 / (1 + Math.exp(-z));

export const furthest = (one: Vector, other: Vector): number =>
  Math.max(...one.map((x, i) => Math.abs(x - (other[i] ?? Number.POSITIVE_INFINITY))));

/** Row by row. */
export const outer = (column: Vector, row: Vector): number[] => column.flatMap(x => row.map(y => x * y));

const add = (a: Vector, b: Vector | undefined): number[] => a.map((x, i) => x + (b?.[i] ?? 0));
const apply = ([a = 0, b = 0, c = 0, d = 0]: Vector, [x = 0, y = 0]: Vector): number[] => [
  a * x + b * y,
  c * x + d * y,
];

/** A bidirectional net with two inputs, two logistic units each way and two outputs, over three steps. */
export interface BothChains {
  readonly x: readonly Vector[];
  readonly Wf: Vector;
  readonly Uf: Vector;
  readonly Wb: Vector;
  readonly Ub: Vector;
  readonly Vf: Vector;
  readonly Vb: Vector;
  readonly z: readonly Vector[];
}

export function inBothChains(seed: number): BothChains {
  const vectors = (from: number): Vector[] => [0, 1, 2].map(t => numbers(2, from + t + seed));
  const square = (i: number): Vector => numbers(4, 10 * i + seed);
  const [Wf, Uf, Wb, Ub, Vf, Vb] = [square(1), square(2), square(3), square(4), square(5), square(6)];
  return { x: vectors(100), Wf, Uf, Wb, Ub, Vf, Vb, z: vectors(200) };
}

type Nudged = 'Wf' | 'Ub' | 'af' | 'hf' | 'ab' | 'hb';
type Nudges = Readonly<Partial<Record<Nudged, readonly (Vector | undefined)[]>>>;

/** Each step has a copy of its own of the weights, its sums and its states, to be nudged by itself. */
export function bothChains(net: BothChains, nudges: Nudges = {}) {
  const nudged = (name: Nudged, t: number, value: Vector): number[] => add(value, nudges[name]?.[t]);
  const hf: Vector[] = [];
  for (const t of [0, 1, 2]) {
    const input = apply(nudged('Wf', t, net.Wf), net.x[t] as Vector);
    const a = nudged('af', t, add(input, apply(net.Uf, hf[t - 1] ?? [0, 0])));
    hf[t] = nudged('hf', t, a.map(sigma));
  }
  const hb: Vector[] = [];
  for (const t of [2, 1, 0]) {
    const state = apply(nudged('Ub', t, net.Ub), hb[t + 1] ?? [0, 0]);
    const a = nudged('ab', t, add(apply(net.Wb, net.x[t] as Vector), state));
    hb[t] = nudged('hb', t, a.map(sigma));
  }
  const loss = [0, 1, 2].reduce((sum, t) => {
    const y = add(apply(net.Vf, hf[t] as Vector), apply(net.Vb, hb[t] as Vector));
    return sum + y.reduce((inner, value, i) => inner + (value - (net.z[t]?.[i] as number)) ** 2, 0);
  }, 0);
  return { hf, hb, loss };
}

/** The gradient of the loss by what is nudged, in the same way at all of these steps. */
export function gradientOf(net: BothChains, name: Nudged, at: readonly number[]): number[] {
  const size = name === 'Wf' || name === 'Ub' ? 4 : 2;
  const nudge = (value: Vector): Nudges => ({ [name]: [0, 1, 2].map(t => (at.includes(t) ? value : undefined)) });
  return slopes(
    value => bothChains(net, nudge(value)).loss,
    Array.from({ length: size }, () => 0),
  );
}

type Square = readonly [number, number, number, number];
type Pair = readonly [number, number];

const multiply = ([a, b, c, d]: Square, [e, f, g, h]: Square): Square => [
  a * e + b * g,
  a * f + b * h,
  c * e + d * g,
  c * f + d * h,
];

/** The longest image of a vector of length 1, by trying them all around the circle. */
function norm([a, b, c, d]: Square): number {
  const lengths = range(20_000).map(i => {
    const [x, y] = [Math.cos((i * Math.PI) / 20_000), Math.sin((i * Math.PI) / 20_000)];
    return Math.hypot(a * x + b * y, c * x + d * y);
  });
  return Math.max(...lengths);
}

/** Of a symmetric matrix, or of another one with real eigenvalues. */
const largestEigenvalue = ([a, b, c, d]: Square): number => (a + d) / 2 + Math.sqrt(((a - d) / 2) ** 2 + b * c);

/** The derivative of a map of the plane at a point, by small differences. */
function jacobianOf(map: (h: Pair) => Pair, at: Pair): Square {
  const row = (i: 0 | 1): number[] => slopes(([x = 0, y = 0]) => map([x, y])[i], at);
  return [...row(0), ...row(1)] as unknown as Square;
}

/** A tanh unit of two states, so that γ is 1, whose W has the norm δ. */
export function vanishing(raw: Square, delta: number, n: number): Claims {
  const gamma = 1;
  const gram = multiply([raw[0], raw[2], raw[1], raw[3]], raw);
  const scale = ((delta / gamma) * (1 - 1e-12)) / Math.sqrt(largestEigenvalue(gram));
  const W = raw.map(x => x * scale) as unknown as Square;
  const unit = ([x, y]: Pair, t: number): Pair => [
    W[0] * Math.tanh(x) + W[1] * Math.tanh(y) + 0.1 * t,
    W[2] * Math.tanh(x) + W[3] * Math.tanh(y) - 0.2,
  ];
  const start: Pair = [0.3, -0.2];
  const run = (h: Pair, steps: number): Pair => range(steps).reduce(unit, h);
  const whole = jacobianOf(h => run(h, n), start);
  const steps = range(n).map(t => {
    const before = run(start, t - 1);
    const flat: Square = [1 - Math.tanh(before[0]) ** 2, 0, 0, 1 - Math.tanh(before[1]) ** 2];
    return { flat, jacobian: multiply(W, flat), numerical: jacobianOf(h => unit(h, t), before) };
  });
  const chained = steps.reduce<Square>((product, { numerical }) => multiply(numerical, product), [1, 0, 0, 1]);
  const added = whole.map((_, i) => steps.reduce((sum, { numerical }) => sum + (numerical[i] ?? 0), 0));
  const { flat, jacobian, numerical } = steps.at(-1) as (typeof steps)[number];
  return {
    chain: most(furthest(whole, chained), 1e-8),
    product: most(
      norm(whole),
      steps.reduce((bound, step) => bound * norm(step.numerical), 1),
    ),
    jacobian: most(furthest(jacobian, numerical), 1e-8),
    split: most(norm(jacobian), norm(W) * norm(flat) + 1e-6),
    slopes: most(norm(flat), gamma),
    weights: most(norm(W), delta / gamma),
    step: most(norm(jacobian), delta),
    power: most(norm(whole), delta ** n),
    limit: most(delta ** (50 * n), 0.01),
    eigenvalue: equal(norm(W), largestEigenvalue(W)),
    sum: most(furthest(whole, added), 1e-8),
  };
}
