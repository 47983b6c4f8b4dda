/** What a set of weights would have predicted of every answer in the log, had it been in force all along. */

import { type MemoryState, memoryModel } from '../fsrs.ts';
import type { Rating } from '../review.ts';

/** A rated answer that counts. */
export interface RatedAnswer {
  /** Study day: days since 1970-01-01. */
  readonly day: number;
  readonly rating: Rating;
}

/** The rated answers of each question, in the order of time. */
export type Histories = ReadonlyMap<string, readonly RatedAnswer[]>;

export interface Prediction {
  readonly question: string;
  readonly day: number;
  /** Whole study days since the answer before, at least 1. */
  readonly days: number;
  /** Answers to this question before this one. */
  readonly earlier: number;
  /** Of those, the ones that were forgotten. */
  readonly lapses: number;
  /** The predicted chance that it is known, between 0 and 1. */
  readonly recall: number;
  /** What then happened. */
  readonly recalled: boolean;
}

/**
 * A prediction for every answer but the first of each question, and but those that no day lies before (a clock set back):
 * no memory fades in no time. The order depends on the histories alone, so that of two sets of weights the n-th
 * predictions are about the same answer.
 *
 * @param weights null for those that FSRS-6 comes with
 */
export function predictions(histories: Histories, weights: readonly number[] | null): Prediction[] {
  const model = memoryModel(weights);
  const found: Prediction[] = [];
  for (const [question, answers] of histories) {
    let state: MemoryState | null = null;
    let lapses = 0;
    for (const [earlier, { day, rating }] of answers.entries()) {
      const days = daysSince(answers, earlier);
      const recalled = rating !== 'again';
      if (state && days > 0) {
        const recall = model.recall(state.stability, days);
        found.push({ question, day, days, earlier, lapses, recall, recalled });
      }
      state = model.next(state, days, rating);
      if (!recalled) lapses++;
    }
  }
  return found;
}

/** Whole days from the answer before to the one at `index`; 0 for the first, and where the clock was set back. */
export function daysSince(answers: readonly RatedAnswer[], index: number): number {
  const [before, now] = [answers[index - 1], answers[index]];
  return before && now ? Math.max(0, now.day - before.day) : 0;
}
