import type { Candidate } from './candidates.ts';

/** Sums that a choice of questions can make, as sets of bits: bit n stands for n half credits. */

export type Sums = bigint;

/** Candidates of which at most one is taken. */
type Group = readonly Candidate[];

export function groupsOf(candidates: readonly Candidate[]): readonly Group[] {
  return [...Map.groupBy(candidates, ({ group }) => group).values()];
}

/** Nothing above the limit is of interest. */
function upTo(limit: number): Sums {
  return limit < 0 ? 0n : (1n << BigInt(limit + 1)) - 1n;
}

export function has(sums: Sums, sum: number): boolean {
  return sum >= 0 && ((sums >> BigInt(sum)) & 1n) === 1n;
}

/**
 * Of each place in a list of groups: the sums that this group and those behind it can make, by the number of questions
 * taken; where the number does not matter, all of them stand at 0.
 *
 * @returns one list more than there are groups
 */
export function sumsFrom(groups: readonly Group[], count: number | null, limit: number): readonly (readonly Sums[])[] {
  const mask = upTo(limit);
  let after: readonly Sums[] = Array.from({ length: (count ?? 0) + 1 }, (_, k) => (k === 0 ? 1n : 0n));
  const all = [after];
  for (const group of groups.toReversed()) {
    const sizes = [...new Set(group.map(({ halves }) => BigInt(halves)))];
    const before = after;
    after = before.map((sums, k) => {
      const fewer = count === null ? sums : (before[k - 1] ?? 0n);
      return fewer === 0n ? sums : sizes.reduce((found, size) => found | ((fewer << size) & mask), sums);
    });
    all.push(after);
  }
  return all.reverse();
}

/** All sums of one of the first set and one of the second. */
export function added(first: Sums, second: Sums, limit: number): Sums {
  let result = 0n;
  for (let sum = 0, rest = first; rest > 0n; sum++, rest >>= 1n) {
    if ((rest & 1n) === 1n) result |= second << BigInt(sum);
  }
  return result & upTo(limit);
}

/** The sums that lack a member of the set to make up the total. */
export function lacking(total: number, sums: Sums): Sums {
  let result = 0n;
  for (let sum = 0, rest = sums; rest > 0n && sum <= total; sum++, rest >>= 1n) {
    if ((rest & 1n) === 1n) result |= 1n << BigInt(total - sum);
  }
  return result;
}
