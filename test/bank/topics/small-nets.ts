import { slopes } from './formulas.ts';
import type { Vars } from './second-path.ts';

/** The small nets of the questions on backpropagation, as plain loops with numerical derivatives. */

export type Matrix = readonly (readonly number[])[];

export const zip = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
export const column = (W: Matrix, j: number): number[] => W.map(row => row[j] as number);

export interface Net {
  readonly x: readonly number[];
  readonly W: Matrix;
  readonly b: readonly number[];
  readonly V: Matrix;
  readonly c: readonly number[];
  readonly y: readonly number[];
  readonly slope: number;
}

/** Hidden units before and after leaky ReLU, outputs, and the mean squared error of the two outputs. */
export function forward({ x, W, b, V, c, y, slope }: Net): { h: number[]; a: number[]; yhat: number[]; loss: number } {
  const h = b.map((bias, j) => zip(x, column(W, j)) + bias);
  const a = h.map(value => Math.max(slope * value, value));
  const yhat = c.map((bias, j) => zip(a, column(V, j)) + bias);
  const loss = yhat.reduce((sum, value, j) => sum + (value - (y[j] as number)) ** 2, 0) / 2;
  return { h, a, yhat, loss };
}

/** The loss is quadratic in the weight on each side of the kink, so a central difference off the kink is its slope. */
export function slopeByFirst(net: Net): number {
  const at = (by: number): number =>
    forward({ ...net, W: net.W.with(0, (net.W[0] as readonly number[]).with(0, (net.W[0]?.[0] as number) + by)) }).loss;
  const step = 1e-4;
  return (at(step) - at(-step)) / (2 * step);
}

export const netOf = ({ x, W, b, V, c, y, slope }: Vars): Net => ({ x, W, b, V, c, y, slope });

/** The same net, written without matrices. */
export const spelledOut = (v: Vars): Net => ({
  x: [v.x1, v.x2],
  W: [
    [v.w11, v.w12, v.w13],
    [v.w21, v.w22, v.w23],
  ],
  b: [v.b1, v.b2, v.b3],
  V: [
    [v.v11, v.v12],
    [v.v21, v.v22],
    [v.v31, v.v32],
  ],
  c: [v.b4, v.b5],
  y: [v.y1, v.y2],
  slope: v.slope,
});

/** A loss of all parameters, one step down its numerical gradient. */
function descend(loss: (p: readonly number[]) => number, p: readonly number[], rate: number): number[] {
  const gradient = slopes(loss, p);
  return p.map((value, i) => value - rate * (gradient[i] as number));
}

/** w₁ … w₄ and v of the toy net with a squared loss, after so many iterations. */
export function regression({ x, t, eta }: Vars, iterations: number): number[] {
  const gradient = (p: readonly number[]): number[] =>
    p.map((value, i) => {
      const loss = (q: readonly number[]): number => ((q[4] as number) * zip(x, q.slice(0, 4)) - t) ** 2 / 2;
      // The loss is a parabola in each single weight, so a wide central difference is exact.
      const step = Math.max(1, Math.abs(value));
      return (loss(p.with(i, value + step)) - loss(p.with(i, value - step))) / (2 * step);
    });
  let p = [1, 1, 1, 1, 1];
  for (let i = 0; i < iterations; i++) {
    const slope = gradient(p);
    p = p.map((value, k) => value - eta * (slope[k] as number));
  }
  return p;
}

/** Eight weights into two hidden units, then two weights into each of K logits; class 0 is the target. */
export function logits(p: readonly number[], x: readonly number[], K: number): number[] {
  const hidden = [zip(x, p.slice(0, 4)), zip(x, p.slice(4, 8))];
  return Array.from({ length: K }, (_, k) => zip(hidden, p.slice(8 + 2 * k, 10 + 2 * k)));
}

export function crossEntropy(p: readonly number[], x: readonly number[], K: number): number {
  const z = logits(p, x, K);
  return Math.log(z.reduce((sum, value) => sum + Math.exp(value - (z[0] as number)), 0));
}

/** Its parameters after so many iterations. */
export function classifier({ x, K, eta }: Vars, iterations: number): number[] {
  let p = new Array<number>(8 + 2 * K).fill(1);
  for (let i = 0; i < iterations; i++) p = descend(q => crossEntropy(q, x, K), p, eta);
  return p;
}
