/**
 * Numbers that know how far rounding may have moved them. Every value v comes with a bound e: the number that an exact
 * computation would give lies between v − e and v + e. So what has lost its digits by cancellation is known to have lost
 * them, and (x + 1) − 1 can be told from x only where the digits suffice.
 *
 * A value that does not exist, as 1/0 or the root of −1, is NaN with the bound 0. A value of which nothing is known, as it
 * left the range of doubles or as rounding decides whether it exists, is NaN with an infinite bound.
 */
export interface Values {
  readonly value: Float64Array;
  readonly error: Float64Array;
}

export const EPSILON = Number.EPSILON;
/** Below the smallest normal number a rounding may be this large. */
const TINY = Number.MIN_VALUE;
/** Bounds are themselves rounded on the way. */
const WIDER = 1 + 16 * EPSILON;

export function values(size: number): Values {
  return { value: new Float64Array(size), error: new Float64Array(size) };
}

export function put(to: Values, at: number, value: number, error: number): void {
  if (Number.isFinite(value) && Number.isFinite(error)) {
    to.value[at] = value;
    to.error[at] = error * WIDER;
  } else unknown(to, at);
}

/** There is no value. */
export function missing(to: Values, at: number): void {
  to.value[at] = Number.NaN;
  to.error[at] = 0;
}

/** Whether there is a value, and which, is not known. */
export function unknown(to: Values, at: number): void {
  to.value[at] = Number.NaN;
  to.error[at] = Number.POSITIVE_INFINITY;
}

/** What rounding to the nearest double, or to one of the nearest few, may change. */
export function rounded(value: number, times = 1): number {
  return Math.abs(value) * EPSILON * times + TINY;
}

/** What `spread` comes to where its terms, none of which is 0, may themselves fall below the smallest double. */
export function kept(spread: number): number {
  return spread + 4 * TINY;
}

/** Short numbers, whose products are exact. */
const isShort = (x: number): boolean => Math.fround(x) === x;

export function productRounding(a: number, b: number, product: number): number {
  return a === 0 || b === 0 || (isShort(a) && isShort(b)) ? 0 : rounded(product);
}

export function quotientRounding(a: number, b: number, quotient: number): number {
  return a === 0 || (isShort(b) && isShort(quotient) && quotient * b === a) ? 0 : rounded(quotient);
}

export function rootRounding(x: number, root: number): number {
  return isShort(root) && root * root === x ? 0 : rounded(root);
}

/** What is lost in a sum, exactly (Knuth's TwoSum). */
export function sumRounding(a: number, b: number, sum: number): number {
  const back = sum - a;
  return Math.abs(a - (sum - back) + (b - back));
}

/** A number as it was written: 0.5 is itself, and 0.1 is close to what was meant. */
export function writtenRounding(value: number): number {
  return Number.isInteger(value * 2 ** 20) ? 0 : rounded(value);
}
