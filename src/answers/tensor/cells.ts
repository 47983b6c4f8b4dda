import { digitsTex, exactDigits } from '../../compute/digits.ts';
import { accepts, type Tolerance } from '../number/tolerance.ts';

/** Grids of numbers, cell by cell. */

/** The cells of a reply in the order of the key's, null where one was left blank. */
export type CellsReply = readonly (number | null)[];

/** How far a cell may lie from the key: absolute + relative · |key|. */
export interface CellTolerance {
  readonly absolute: number;
  readonly relative: number;
}

/**
 * A value of about 1 whose summands were rounded to four significant digits is off by some 1e-4. Where the summands cancel,
 * that is much more than a fixed part of the small cell that is left; so the default has an absolute share, by the
 * largest cell.
 */
const DEFAULT = { relative: 0.005, ofLargest: 2e-4 };

/** @param rule the author's, or null where none was given; counts, which nobody rounds, are then exact */
export function cellTolerance(values: readonly number[], rule: Tolerance | null, counts: boolean): CellTolerance {
  if (rule === null) {
    if (counts) return { absolute: 0, relative: 0 };
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return { absolute: DEFAULT.ofLargest * largest, relative: DEFAULT.relative };
  }
  switch (rule.rule) {
    case 'exact':
      return { absolute: 0, relative: 0 };
    case 'relative':
      return { absolute: 0, relative: rule.by };
    case 'absolute':
      return { absolute: rule.by, relative: 0 };
    // Half a unit in the last digit weighs most in a number that begins with 1; the cells have one rule for all.
    case 'digits':
      return { absolute: 0, relative: 5 * 10 ** -rule.by };
    case 'decimals':
      return { absolute: 10 ** -rule.by / 2, relative: 0 };
  }
}

/** Whether a cell may count as `value`. */
export function isNear(cell: number | null, value: number, { absolute, relative }: CellTolerance): boolean {
  const margin = absolute + relative * Math.abs(value);
  return cell !== null && accepts([value - margin, value + margin], cell);
}

/** `each within 0.5 % + 0.0002`; nothing where cells are exact. */
export function toleranceInWords({ absolute, relative }: CellTolerance): string {
  const shares = [relative > 0 ? `${amount(relative * 100)} %` : '', absolute > 0 ? amount(absolute) : ''];
  const given = shares.filter(share => share !== '').join(' + ');
  return given && `each within ${given}`;
}

const SHORT = 7;

/** In full where that is short, else rounded down: what is said to be accepted is accepted. */
function amount(value: number): string {
  const full = exactDigits(value);
  if (full.exact && full.text.length <= SHORT) return written(full.text);
  const [mantissa, exponent] = value.toExponential().split('e');
  return written(exactDigits(Number(`${mantissa?.slice(0, 3)}e${exponent}`)).text);
}

const written = (text: string): string => (text.includes('e') ? `$${digitsTex(text)}$` : text);
