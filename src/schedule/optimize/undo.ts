import type { Setting } from '../review.ts';
import { weightsIn } from '../tuning.ts';

export interface EarlierWeights {
  /** null: those that FSRS-6 comes with. */
  readonly weights: readonly number[] | null;
  /** When they were put in force; null where they always were. */
  readonly at: Date | null;
}

/**
 * The weights that were in force before those of now; null where there were none. A row that says what the weights before
 * were takes back the row between, so that undoing twice goes two fits back, and not to and fro.
 *
 * @param rows all settings of the weights, oldest first
 */
export function weightsBefore(rows: readonly Setting[]): EarlierWeights | null {
  const stack: EarlierWeights[] = [{ weights: null, at: null }];
  for (const { value, at } of rows) {
    const weights = weightsIn(value);
    if (isSame(weights, stack.at(-2))) stack.pop();
    else if (!isSame(weights, stack.at(-1))) stack.push({ weights, at });
  }
  return stack.at(-2) ?? null;
}

function isSame(weights: readonly number[] | null, earlier: EarlierWeights | undefined): boolean {
  return earlier !== undefined && JSON.stringify(weights) === JSON.stringify(earlier.weights);
}
