/** A vertical axis with round labels. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Rows between `low` and `high`. */
  readonly rows: number;
  /** Decimals that tell the labels apart. */
  readonly decimals: number;
}

const MOST_ROWS = 12;
/** From one label to the next, times a power of ten. */
const ROUND = [1, 2, 2.5, 5, 10];
/** An axis that would begin a little above 0 begins there. */
const NEAR_ZERO = 0.35;
/** Values that no label could tell apart make a level line. */
const SAME = 1e-9;
const NOTHING = 1e-15;

export function scaleOf(values: readonly number[]): Scale {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (low > 0 && low < NEAR_ZERO * high) low = 0;
  if (high < 0 && high > NEAR_ZERO * low) high = 0;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= SAME * largest || largest < NOTHING) {
    const margin = largest < NOTHING ? 1 : largest / 2;
    [low, high] = [low - margin, high + margin];
  }
  const power = 10 ** Math.floor(Math.log10((high - low) / MOST_ROWS));
  const step = power * (ROUND.find(round => ends(low, high, round * power).rows <= MOST_ROWS) ?? 10);
  // A quarter needs a decimal more than the power of ten does.
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9) + (isQuarter(step / power) ? 1 : 0));
  return { ...ends(low, high, step), decimals };
}

const isQuarter = (round: number): boolean => Math.abs(round - 2.5) < 1e-9;

function ends(low: number, high: number, step: number): Omit<Scale, 'decimals'> {
  const [from, to] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return { low: from * step, high: to * step, rows: to - from };
}
