/** How well predictions fit what then happened. */

import type { Prediction } from './predictions.ts';

export interface Score {
  /**
   * Mean of −ln of the chance that was given to what happened: 0 for a prophet, 0.69 for one who always says 50 %. It
   * punishes a wrong prediction the more, the surer it was.
   */
  readonly logLoss: number;
  /**
   * How far predicted and actual shares lie apart, 0 … 1: the root of the mean square over groups of answers with similar
   * history, each weighted by its size.
   */
  readonly rmse: number;
}

/** @param made at least one prediction */
export function score(made: readonly Prediction[]): Score {
  return { logLoss: mean(made.map(loss)), rmse: rmseInBins(made) };
}

export interface Comparison {
  /** Log loss of the first less that of the second: positive where the second predicts better. */
  readonly gain: number;
  /** The standard error of `gain`. */
  readonly error: number;
}

/**
 * Compares two predictions for each of the same answers. Answers to one question go wrong together, as every prediction
 * builds on the one before, so the error is that of a mean over questions, not over answers.
 *
 * @param first at least one prediction
 * @param second about the same answers in the same order
 */
export function compare(first: readonly Prediction[], second: readonly Prediction[]): Comparison {
  const gains = first.map((prediction, i) => {
    const other = second[i];
    if (!other || other.question !== prediction.question || other.day !== prediction.day)
      throw new RangeError('The predictions are not about the same answers.');
    return loss(prediction) - loss(other);
  });
  const gain = mean(gains);
  const deviations = new Map<string, number>();
  for (const [i, { question }] of first.entries())
    deviations.set(question, (deviations.get(question) ?? 0) + (gains[i] ?? 0) - gain);
  const squares = [...deviations.values()].reduce((sum, deviation) => sum + deviation ** 2, 0);
  // Without at least two questions there is nothing to tell chance by.
  const few = deviations.size / (deviations.size - 1);
  return { gain, error: Math.sqrt(few * squares) / gains.length };
}

function loss({ recall, recalled }: Prediction): number {
  return -Math.log(recalled ? recall : 1 - recall);
}

/** Bases of the logarithms that sort answers into groups, by FSRS's own way of judging itself. */
const DAYS_BASE = 3.62;
const EARLIER_BASE = 1.89;
const LAPSES_BASE = 1.73;

function rmseInBins(made: readonly Prediction[]): number {
  const bins = new Map<string, { count: number; excess: number }>();
  for (const { days, earlier, lapses, recall, recalled } of made) {
    const bin = [step(days, DAYS_BASE), step(earlier, EARLIER_BASE), lapses && 1 + step(lapses, LAPSES_BASE)].join(' ');
    const { count, excess } = bins.get(bin) ?? { count: 0, excess: 0 };
    bins.set(bin, { count: count + 1, excess: excess + recall - (recalled ? 1 : 0) });
  }
  // A bin's mean square, (excess / count)², weighs count.
  const squares = [...bins.values()].reduce((sum, { count, excess }) => sum + excess ** 2 / count, 0);
  return Math.sqrt(squares / made.length);
}

function step(count: number, base: number): number {
  return Math.floor(Math.log(count) / Math.log(base));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
