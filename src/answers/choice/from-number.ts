import type { NumberKey } from '../number/number.ts';
import { accepts, type Interval } from '../number/tolerance.ts';
import type { Option } from './key.ts';

/** A number asked as a choice: its mistakes are the distractors. */

/** With fewer wrong options a guess is worth too much. */
const FEWEST_DISTRACTORS = 2;
const MOST_DIGITS = 4;
/** Below this and from its reciprocal on, all options are written with a power of ten. */
const SMALLEST_PLAIN = 1e-4;
const LARGEST_PLAIN = 1e15;
/** Doubles closer than this, relatively, differ only by rounding on the way. */
const NOISE = 1e-14;

interface Candidate {
  readonly value: number;
  readonly accepts: Interval;
  readonly why: string | null;
  readonly tag?: string;
}

/**
 * The right value first and then the wrong ones, in the author's order: who asks shuffles and labels them. Values that
 * a reader could take for one another are left out.
 *
 * @param show how many options at most, the right one included; null for all
 * @returns null where fewer than two wrong ones are left
 */
export function asChoice(key: NumberKey, show: number | null): readonly Omit<Option, 'label'>[] | null {
  const wrong = key.mistakes.map(({ value, accepts: interval, because, tag }): Candidate => {
    return { value, accepts: interval, why: because, tag };
  });
  const all: Candidate[] = [{ value: key.value, accepts: key.accepts, why: null }, ...wrong];
  const apart: Candidate[] = [];
  for (const next of all) if (isApart(apart, next)) apart.push(next);
  const shown = distinctAsShown(apart, show ?? apart.length);
  if (shown.length <= FEWEST_DISTRACTORS) return null;
  const texts = inOneStyle(shown.map(({ value }) => value));
  return shown.map(({ why, tag }, i) => {
    return { text: texts[i] as string, right: i === 0, why, ...(tag === undefined ? {} : { tag }) };
  });
}

/** No reply would count as this value and as an earlier one. */
function isApart(earlier: readonly Candidate[], { value, accepts: interval }: Candidate): boolean {
  return earlier.every(other => !accepts(other.accepts, value) && !accepts(interval, other.value));
}

/** The first ones that read differently. The style is that of the options shown, so a twin gives its place to the next. */
function distinctAsShown(candidates: readonly Candidate[], show: number): readonly Candidate[] {
  const shown = candidates.slice(0, show);
  const texts = inOneStyle(shown.map(({ value }) => value));
  const twin = texts.findIndex((text, i) => texts.indexOf(text) < i);
  return twin === -1 ? shown : distinctAsShown(candidates.toSpliced(twin, 1), show);
}

/** Counts as they are; else all to the same number of significant digits, so that none stands out by its precision. */
function inOneStyle(values: readonly number[]): string[] {
  const sizes = values.map(Math.abs).filter(size => size > 0);
  const isPlain = sizes.every(size => size >= SMALLEST_PLAIN && size < LARGEST_PLAIN);
  if (isPlain && values.every(Number.isInteger)) return values.map(value => `$${value + 0}$`);
  const digits = fewestExact(values) ?? MOST_DIGITS;
  if (!isPlain) return values.map(value => `$${scientific(value, digits)}$`);
  const whole = Math.max(0, ...sizes.map(size => Math.floor(Math.log10(size)) + 1));
  return values.map(value => `$${plain(value, Math.max(digits, whole))}$`);
}

/** How many significant digits write all of them in full; null where the most that are shown do not. */
function fewestExact(values: readonly number[]): number | null {
  const isExact = (value: number, digits: number): boolean =>
    Math.abs(Number(value.toPrecision(digits)) - value) <= NOISE * Math.abs(value);
  for (let digits = 1; digits <= MOST_DIGITS; digits++) {
    if (values.every(value => isExact(value, digits))) return digits;
  }
  return null;
}

/** `0.5000`: zeros at the end are kept. */
function plain(value: number, digits: number): string {
  const exponent = Number(value.toExponential(digits - 1).split('e')[1]);
  return value.toFixed(Math.max(0, digits - 1 - exponent));
}

function scientific(value: number, digits: number): string {
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
  return value === 0 ? '0' : `${mantissa} \\cdot 10^{${Number(exponent)}}`;
}
