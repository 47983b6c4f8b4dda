import { productSpread } from './arithmetic.ts';
import { missing, productRounding, put, rounded, sumRounding, unknown, type Values } from './rounding.ts';

/** Operations of whole matrices at one point, with what rounding does to them. */

/** A matrix at one point among the values of a part of a formula. */
export interface Slice {
  readonly of: Values;
  /** Where it begins. */
  readonly start: number;
  readonly size: number;
}

/** Where a value is missing or unknown, so is what rests on it. Returns false where none of them is. */
export function spoilt(slices: readonly Slice[], to: Values, at: number): boolean {
  let isUnknown = false;
  for (const { of, start, size } of slices) {
    for (let i = start; i < start + size; i++) {
      if (!Number.isNaN(of.value[i] as number)) continue;
      if (of.error[i] === 0) {
        missing(to, at);
        return true;
      }
      isUnknown = true;
    }
  }
  if (isUnknown) unknown(to, at);
  return isUnknown;
}

/** Adds up term by term. */
export function sum({ of, start, size }: Slice, to: Values, at: number): void {
  let [total, error] = [0, 0];
  for (let i = start; i < start + size; i++) {
    const next = total + (of.value[i] as number);
    error += (of.error[i] as number) + sumRounding(total, of.value[i] as number, next);
    total = next;
  }
  put(to, at, total, error);
}

/** Σ aᵢ bᵢ along two strides. */
export function dot(a: Slice, strideA: number, b: Slice, strideB: number, count: number, to: Values, at: number): void {
  let [total, error, isMissing] = [0, 0, false];
  for (let k = 0; k < count; k++) {
    const [i, j] = [a.start + k * strideA, b.start + k * strideB];
    const [x, y] = [a.of.value[i] as number, b.of.value[j] as number];
    const [ex, ey] = [a.of.error[i] as number, b.of.error[j] as number];
    isMissing ||= (Number.isNaN(x) && ex === 0) || (Number.isNaN(y) && ey === 0);
    const product = x * y;
    const next = total + product;
    error += productSpread(x, ex, y, ey) + productRounding(x, y, product);
    error += sumRounding(total, product, next);
    total = next;
  }
  // Of a number that is not known, the sum is none.
  if (isMissing) missing(to, at);
  else put(to, at, total, error);
}

/** The largest element moves no further than any of them. */
export function extreme(pick: (a: number, b: number) => number) {
  return ({ of, start, size }: Slice, to: Values, at: number): void => {
    let [best, error] = [of.value[start] as number, 0];
    for (let i = start; i < start + size; i++) {
      best = pick(best, of.value[i] as number);
      error = Math.max(error, of.error[i] as number);
    }
    put(to, at, best, error);
  };
}

/** ln Σ eˣ, shifted by the largest. It moves no further than the largest of its arguments does. */
export function logSumExp({ of, start, size }: Slice, to: Values, at: number): void {
  let [top, error, total] = [Number.NEGATIVE_INFINITY, 0, 0];
  for (let i = start; i < start + size; i++) {
    top = Math.max(top, of.value[i] as number);
    error = Math.max(error, of.error[i] as number);
  }
  for (let i = start; i < start + size; i++) total += Math.exp((of.value[i] as number) - top);
  const rest = Math.log(total);
  put(to, at, top + rest, error + rounded(Math.abs(top) + Math.abs(rest) + 1, size + 8));
}

/** Shares of eˣ along a row or column; `stride` apart. */
export function softmax({ of, start }: Slice, count: number, stride: number, to: Values): void {
  let [top, error, total] = [Number.NEGATIVE_INFINITY, 0, 0];
  const place = (k: number): number => start + k * stride;
  for (let k = 0; k < count; k++) {
    top = Math.max(top, of.value[place(k)] as number);
    error = Math.max(error, of.error[place(k)] as number);
  }
  for (let k = 0; k < count; k++) total += Math.exp((of.value[place(k)] as number) - top);
  for (let k = 0; k < count; k++) {
    const distance = (of.value[place(k)] as number) - top;
    const share = Math.exp(distance) / total;
    put(to, place(k), share, share * Math.expm1(2 * error) + rounded(share, count + 8 + Math.abs(distance)));
  }
}
