import { correlation, sum } from './numbers.ts';

/** How well a question tells those who know much from those who know little. */

/** What somebody earned with one item, and in all. */
export interface Scored {
  /** Credits. */
  readonly item: number;
  /** Credits of the whole paper, those of the item included. */
  readonly total: number;
}

/**
 * The corrected item-total correlation: of the credits of the item with those of all the **others**, as an item always
 * goes together with itself. After S. Henrysson, Psychometrika 28 (1963) 211–218.
 *
 * @returns −1 … 1; null of fewer than three papers, and where all earned the same
 */
export function itemRest(scores: readonly Scored[]): number | null {
  return correlation(
    scores.map(({ item }) => item),
    scores.map(({ item, total }) => total - item),
  );
}

/** T. L. Kelley, J. Educ. Psych. 30 (1939) 17–24: with these groups the difference is told most surely. */
const GROUP = 0.27;
/** In smaller classes the two groups are single papers. */
const FEWEST = 4;

/**
 * The upper-lower index: the mean share of the item's credits among the best 27 % of the papers, less that among the last
 * 27 %. Papers with the total at which a group ends belong to it in part, all alike, so that their order does not count.
 *
 * @param credits of the item
 * @returns −1 … 1; null of fewer than four papers
 */
export function upperLower(scores: readonly Scored[], credits: number): number | null {
  if (scores.length < FEWEST) return null;
  const size = Math.max(1, Math.round(GROUP * scores.length));
  const upper = headMean(
    scores.toSorted((a, b) => b.total - a.total),
    size,
  );
  const lower = headMean(
    scores.toSorted((a, b) => a.total - b.total),
    size,
  );
  return (upper - lower) / credits;
}

/** Totals that differ by rounding are the same. */
const SAME = 1e-9;

/** The mean of the item over the first so many papers. */
function headMean(sorted: readonly Scored[], size: number): number {
  const edge = (sorted[size - 1] as Scored).total;
  const isTied = ({ total }: Scored): boolean => Math.abs(total - edge) <= SAME;
  const inside = sorted.slice(0, size).filter(score => !isTied(score));
  const tied = sorted.filter(isTied);
  const share = (size - inside.length) / tied.length;
  return (sum(inside.map(({ item }) => item)) + share * sum(tied.map(({ item }) => item))) / size;
}
