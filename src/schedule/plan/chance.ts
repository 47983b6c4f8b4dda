/** Draws of the plan. Each purpose has a source of its own, so that no draw of one changes those of another. */

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers of [0, 1), one after the other. */
export type Chance = () => number;

export function chance(seed: number, purpose: number): Chance {
  const generator = xoroshiro128plus(mix(seed | 0, purpose));
  return () => uniformFloat64(generator);
}

/** Standard normal. */
export function normal(next: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

export function normals(next: Chance, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => normal(next));
}

/** 0 … 1, with mean a / (a + b); both above 0. */
export function beta(next: Chance, a: number, b: number): number {
  const [x, y] = [gamma(next, a), gamma(next, b)];
  return x + y > 0 ? x / (x + y) : a / (a + b);
}

/** Gamma with scale 1 and `shape` above 0, by the rejection of Marsaglia and Tsang (2000). */
export function gamma(next: Chance, shape: number): number {
  if (shape < 1) return gamma(next, shape + 1) * (1 - next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(next);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * A number of [0, 1) that belongs to its keys alone. A sequence would not do: two plans meet the same questions in
 * different orders, and are told apart with far fewer runs where the same answer has the same luck in both.
 */
export function luck(a: number, b: number, c: number): number {
  return (mix(mix(a, b), c) >>> 0) / 2 ** 32;
}

/** Two whole numbers into 32 bits that look like chance: the finisher of MurmurHash3. */
function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
