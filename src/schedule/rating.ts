/** How an answer is rated when the student does not say. Easy is never guessed: it takes the student's own key. */

import type { Rating } from './review.ts';

/** An answer is laboured when it took this many times the student's usual time for the question… */
const SLOW_AGAINST_OWN = 2.5;

/** …which is known from this many right answers on: the median of fewer says little. */
const OWN_TIMES_NEEDED = 3;

/** Until then the author's estimate serves. It fits nobody exactly, hence the wider margin. */
const SLOW_AGAINST_EXPECTED = 3;

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
  /** From question to reply; null where nobody watched the clock. */
  readonly ms: number | null;
  /** The times of this question's earlier right answers. */
  readonly earlierMs: readonly number[];
  /** The author's estimate, if there is one. */
  readonly expectedMs: number | null;
}

/** Wrong, helped or guessed → again; right → good; right but laboured, or but for one slip carried forward → hard. */
export function ratingFor(attempt: Attempt): Rating {
  if (attempt.hint || attempt.guess) return 'again';
  if (attempt.credit < 1 - ROUNDING) return attempt.singleSlip ? 'hard' : 'again';
  return isSlow(attempt) ? 'hard' : 'good';
}

function isSlow({ ms, earlierMs, expectedMs }: Attempt): boolean {
  if (ms === null) return false;
  if (earlierMs.length >= OWN_TIMES_NEEDED) return ms > SLOW_AGAINST_OWN * median(earlierMs);
  return expectedMs !== null && ms > SLOW_AGAINST_EXPECTED * expectedMs;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
