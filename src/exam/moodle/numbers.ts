import type { Interval } from '../../answers/number/tolerance.ts';
import type { CellTolerance } from '../../answers/tensor/cells.ts';

/** A number and how far a reply may be off, as Moodle writes them. */
export interface MoodleNumber {
  readonly value: string;
  readonly tolerance: string;
}

const DIGITS = 12;
const TOLERANCE_DIGITS = 6;
/** The tolerance is rounded; nothing that is accepted may fall out of it by that. */
const WIDER = 1 + 1e-5;

/** All that the interval holds is accepted. */
export function moodleNumber(value: number, [low, high]: Interval): MoodleNumber {
  const rounded = Number(value.toPrecision(DIGITS)) + 0;
  const tolerance = Math.max(high - rounded, rounded - low, 0);
  const near = Number(tolerance.toPrecision(TOLERANCE_DIGITS));
  const shown = near >= tolerance ? near : Number((tolerance * WIDER).toPrecision(TOLERANCE_DIGITS));
  return { value: String(rounded), tolerance: String(shown) };
}

export function moodleCell(value: number, { absolute, relative }: CellTolerance): MoodleNumber {
  const margin = absolute + relative * Math.abs(value);
  return moodleNumber(value, [value - margin, value + margin]);
}

/** Moodle knows only some shares of the credit; to five decimals, hundredths of up to ten parts are among them. */
export function share(count: number): number {
  return Number((100 / count).toFixed(5));
}
