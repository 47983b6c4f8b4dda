import { has, type Sums } from '../draw/sums.ts';

/** Ways to share out credits. */

interface Split {
  readonly shares: readonly number[];
  /** How far from even, and from whole credits. */
  readonly cost: number;
}

/** Of partial ways with the same sum so many are followed. */
const WIDTH = 4;
/** What a half credit costs, beside the squares of the distances from even. */
const HALF = 2;

/**
 * Ways to make up a total of one share each, the most even first; whole credits are preferred.
 *
 * @param sums of each place: the half credits that it can make
 * @param total half credits
 */
export function evenSplits(sums: readonly Sums[], total: number, most: number): readonly (readonly number[])[] {
  const even = total / sums.length;
  let partial = new Map<number, readonly Split[]>([[0, [{ shares: [], cost: 0 }]]]);
  for (const possible of sums) {
    const next = new Map<number, Split[]>();
    const shares = range(total).filter(share => has(possible, share));
    for (const [sum, splits] of partial) {
      for (const share of shares) {
        if (sum + share > total) break;
        const added = (share - even) ** 2 + (share % 2) * HALF;
        const ways = next.get(sum + share) ?? [];
        next.set(sum + share, ways);
        for (const { shares: before, cost } of splits) ways.push({ shares: [...before, share], cost: cost + added });
      }
    }
    partial = new Map([...next].map(([sum, splits]) => [sum, best(splits, Math.max(WIDTH, sum === total ? most : 0))]));
  }
  return best(partial.get(total) ?? [], most).map(({ shares }) => shares);
}

function best(splits: readonly Split[], most: number): readonly Split[] {
  return splits.toSorted((a, b) => a.cost - b.cost).slice(0, most);
}

/** 1 … last */
function range(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}
