/** How an answer is rated when the student does not say. Easy is never guessed: it takes the student's own key. */

import type { Rating } from './review.ts';
import type { Usual } from './speed.ts';

/** An answer is laboured when it took this many times the usual time. An author's estimate fits nobody exactly. */
const SLOW: Readonly<Record<Usual['from'], number>> = { question: 2.5, kind: 2.5, author: 3 };

/** Credits of parts are summed in floating point: so much less than 1 is still full credit. */
const ROUNDING = 1e-9;

export interface Attempt {
  /** 0 … 1. */
  readonly credit: number;
  /** All that was lost was lost in one part; the others follow from it. */
  readonly singleSlip: boolean;
  /** A hint was shown. */
  readonly hint: boolean;
  /** The student declared a guess. */
  readonly guess: boolean;
  /** The question was left and read a second time. */
  readonly reread: boolean;
  /** From question to reply; null where nobody watched the clock. */
  readonly ms: number | null;
  /** The time of a right answer, by what is known of this student. */
  readonly usual: Usual;
}

/** Why an answer that earned its credit is rated below good, or one that did not is not rated again. */
export type RatingReason = 'hint' | 'guess' | 'slip' | 'slow' | 'reread';

interface Judged {
  readonly rating: Rating;
  readonly because: RatingReason | null;
}

/** Wrong, helped or guessed → again; right → good; right but laboured, or but for one slip carried forward → hard. */
export function ratingFor(attempt: Attempt): Judged {
  const isRight = attempt.credit >= 1 - ROUNDING;
  // What is wrong needs no other reason, whether or not a hint was shown.
  if (!isRight && !attempt.singleSlip) return { rating: 'again', because: null };
  if (attempt.hint) return { rating: 'again', because: 'hint' };
  if (attempt.guess) return { rating: 'again', because: 'guess' };
  if (!isRight) return { rating: 'hard', because: 'slip' };
  if (attempt.reread) return { rating: 'hard', because: 'reread' };
  return isSlow(attempt) ? { rating: 'hard', because: 'slow' } : { rating: 'good', because: null };
}

function isSlow({ ms, usual }: Attempt): boolean {
  return ms !== null && ms > SLOW[usual.from] * usual.ms;
}
