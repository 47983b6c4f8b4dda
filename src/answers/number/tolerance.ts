/** How far a reply may lie from the key. */
export type Tolerance =
  | { readonly rule: 'exact' }
  | { readonly rule: 'relative'; readonly by: number }
  | { readonly rule: 'absolute'; readonly by: number }
  /** By half a unit of so many significant digits: whatever was rounded to as many. */
  | { readonly rule: 'digits'; readonly by: number }
  /** The same, of so many decimals. */
  | { readonly rule: 'decimals'; readonly by: number };

/**
 * Half a percent: it forgives rounding every intermediate result to four significant digits, as long as no two nearly equal
 * ones are subtracted, and a reply of three.
 * Counts, which nobody needs to round, are exact instead.
 */
export const DEFAULT_TOLERANCE: Tolerance = { rule: 'relative', by: 0.005 };
export const EXACT: Tolerance = { rule: 'exact' };

/** Two doubles that agree to this are one number computed in two orders. */
const NOISE = 1e-12;

export type Interval = readonly [low: number, high: number];

const WRITTEN: readonly (readonly [RegExp, (amount: number) => Tolerance])[] = [
  [/^exact$/, () => EXACT],
  [/^(\d+(?:\.\d+)?)\s*%$/, amount => ({ rule: 'relative', by: amount / 100 })],
  [/^(\d+(?:\.\d+)?(?:e-?\d+)?)$/, amount => ({ rule: 'absolute', by: amount })],
  [/^([1-9]\d?)\s*digits?$/, amount => ({ rule: 'digits', by: amount })],
  [/^(\d\d?)\s*decimals?$/, amount => ({ rule: 'decimals', by: amount })],
];

export const TOLERANCE_FORMS = 'exact, 1%, 0.01, 3 digits or 2 decimals';

/** `exact`, `1%`, `0.01` (absolute), `3 digits` (significant), `2 decimals`; null for anything else. */
export function parseTolerance(text: string): Tolerance | null {
  for (const [form, make] of WRITTEN) {
    const match = form.exec(text.trim());
    if (match) return make(Number(match[1]));
  }
  return null;
}

/** The values that count as right, ends included. */
export function acceptedInterval(key: number, tolerance: Tolerance): Interval {
  const margin = marginOf(key, tolerance);
  return [key - margin + 0, key + margin + 0];
}

export function accepts([low, high]: Interval, value: number): boolean {
  const slack = NOISE * Math.max(Math.abs(low), Math.abs(high));
  return value >= low - slack && value <= high + slack;
}

function marginOf(key: number, tolerance: Tolerance): number {
  switch (tolerance.rule) {
    case 'exact':
      return 0;
    case 'relative':
      return Math.abs(key) * tolerance.by;
    case 'absolute':
      return tolerance.by;
    case 'digits':
      return key === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(key))) + 1 - tolerance.by) / 2;
    case 'decimals':
      return 10 ** -tolerance.by / 2;
  }
}
