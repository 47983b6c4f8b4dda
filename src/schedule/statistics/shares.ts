/** Shares of counted things, and how far chance alone may have moved them. */

/** 97.5 % of a standard normal distribution lie below it. */
export const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Share {
  readonly hits: number;
  readonly of: number;
  /** `hits / of`; null where nothing was counted, as is the interval. */
  readonly share: number | null;
  /** 95 %, by Wilson. */
  readonly interval: Interval | null;
}

export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: null, interval: null };
  return { hits, of, share: hits / of, interval: wilson(hits, of) };
}

/**
 * The score interval of E. B. Wilson (1927): the chances from which `hits` are at most 1.96 standard deviations away. It
 * stays within 0 … 1, and holds for a few answers, too.
 */
function wilson(hits: number, of: number): Interval {
  const share = hits / of;
  const stretch = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / stretch;
  const half = (Z / stretch) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  // All or none leave no room on one side; rounding must not make any.
  return { low: hits === 0 ? 0 : middle - half, high: hits === of ? 1 : middle + half };
}

/** null of an empty list. */
export function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** null of an empty list. */
export function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
