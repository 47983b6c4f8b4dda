/** How much of a day a question takes: a wrong answer is repeated on the same day, once on average. */

/** Half of the first answers are taken to be wrong. */
const TIMES_WHEN_NEW = 1.5;

/**
 * How often a question is answered on a day on which it is asked, on average.
 *
 * @param known the chance (0 … 1) that it is known; null for a question never rated
 */
export function timesAsked(known: number | null): number {
  return known === null ? TIMES_WHEN_NEW : 2 - known;
}
