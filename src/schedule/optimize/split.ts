/** Where the log is cut: what lies before is learnt from, what lies after is only measured on. */

/**
 * So large a share of the answers is held out. With a fifth, as is usual, there are too few to measure on: of the real
 * improvements of simulated students a fifth fewer could be told from chance.
 */
const HELD_OUT = 1 / 3;

/**
 * The study day from which on answers are held out, so that their share is as near to a third as whole days let it be; null
 * where all answers lie on one day. As the cut goes through time, nothing of the future is learnt from.
 *
 * @param days of each answer, in any order
 */
export function cutDay(days: readonly number[]): number | null {
  const sorted = days.toSorted((a, b) => a - b);
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, day] of sorted.entries()) {
    if (i === 0 || day === sorted[i - 1]) continue;
    const off = Math.abs(1 - i / sorted.length - HELD_OUT);
    if (off < least) [best, least] = [day, off];
  }
  return best;
}
