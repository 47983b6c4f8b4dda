/**
 * Learning steps: what was not known is asked again on the same day, until it has been answered rightly once. These
 * repeats are practice. FSRS knows nothing of them, as it predicts repeats within a day worse than a constant does.
 */

import type { EffectiveReview } from './review.ts';

/** An answer of today. */
export type TodaysAnswer = Pick<
  EffectiveReview,
  'question' | 'at' | 'mode' | 'rating' | 'credit' | 'hint' | 'guess' | 'ms'
>;

export interface Step {
  readonly question: string;
  /** Enough has been asked or enough time has passed since it was answered. */
  readonly ready: boolean;
}

/** A step is ready after so many other answers … */
const ANSWERS_BETWEEN = 4;
/** … or after so long, whichever comes first. */
const WAIT_MS = 10 * 60_000;
/** Enough for one day, whatever comes of it. */
const MOST_REPEATS = 4;

/**
 * The questions to be asked again today, the one waiting longest first.
 * @param answers of today, in the order of time, without those taken back
 */
export function stepsOf(answers: readonly TodaysAnswer[], now: Date): Step[] {
  const open = new Map<string, { readonly since: number; readonly at: Date; readonly repeats: number }>();
  for (const [i, { question, at, mode, rating, credit, hint, guess }] of answers.entries()) {
    const before = open.get(question);
    if (mode === 'study' && rating !== null) {
      if (rating === 'again') open.set(question, { since: i, at, repeats: 0 });
      else open.delete(question);
    } else if (before) {
      const isKnown = credit === 1 && !hint && !guess;
      const repeats = before.repeats + 1;
      if (isKnown || repeats >= MOST_REPEATS) open.delete(question);
      else open.set(question, { since: i, at, repeats });
    }
  }
  return [...open]
    .sort(([, a], [, b]) => a.since - b.since)
    .map(([question, { since, at }]) => ({
      question,
      ready: answers.length - 1 - since >= ANSWERS_BETWEEN || now.getTime() - at.getTime() >= WAIT_MS,
    }));
}
