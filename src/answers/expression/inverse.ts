import { solveLinear } from '../../compute/linear-algebra.ts';
import type { Slice } from './reductions.ts';
import { EPSILON, put, unknown, type Values } from './rounding.ts';

/** So many roundings each element of a matrix takes part in, per row, while it is inverted. */
const ROUNDINGS = 8;
/** Beyond this share of the largest element the bound, which is one of first order, says nothing. */
const SOUND = 1e-3;

/** A⁻¹, off by |A⁻¹| E |A⁻¹| where the elements of A are off by E. */
export function inverse({ of, start }: Slice, n: number, to: Values): void {
  const a = of.value.slice(start, start + n * n);
  const unit = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  const found = solveLinear(a, unit, n);
  const error = found && drift(of, start, a, found, n);
  if (!error || !(largestOf(error) < SOUND * largestOf(found))) {
    for (let i = start; i < start + n * n; i++) unknown(to, i);
    return;
  }
  found.forEach((value, i) => {
    put(to, start + i, value, 2 * (error[i] as number));
  });
}

function drift(of: Values, start: number, a: Float64Array, found: Float64Array, n: number): Float64Array {
  const scale = largestOf(a);
  const off = a.map((_, i) => (of.error[start + i] as number) + ROUNDINGS * n * EPSILON * scale);
  const sizes = found.map(Math.abs);
  return product(product(sizes, off, n), sizes, n);
}

function largestOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const found = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k] as number;
      for (let j = 0; j < n; j++) found[i * n + j] = (found[i * n + j] as number) + factor * (b[k * n + j] as number);
    }
  }
  return found;
}
