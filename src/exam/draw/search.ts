import type { Stream } from '../../answers/author.ts';
import { shuffled } from '../../answers/shuffle.ts';
import type { Candidate, Want } from './candidates.ts';
import { added, groupsOf, has, lacking, type Sums, sumsFrom } from './sums.ts';

/**
 * Draws questions for all slots at once: no question twice, no idea twice, all sums exact, every topic of the cover.
 * Slots are filled one after another, those with little choice first; each takes a random subset, and only steps are
 * taken behind which the sums can still come out. What can be made without looking at shared ideas across groups is an
 * upper bound, so nothing possible is ever cut off, and a search that ends without a result has proved that there is none.
 */

export interface Task {
  readonly wants: readonly Want[];
  /** Half credits of each problem, by its index; null where its sum does not matter. */
  readonly totals: readonly (number | null)[];
  /** How many topics must all be asked about. */
  readonly cover: number;
}

export type Found =
  /** The questions of each want. */
  | { readonly status: 'found'; readonly chosen: ReadonlyMap<Want, readonly Candidate[]> }
  | { readonly status: 'impossible' }
  /** Nothing was found in so many steps, and it is not known whether there is anything. */
  | { readonly status: 'gave up' };

/** @param steps at which the search gives up: each is a look at one question, and takes some microseconds */
export function search({ wants, totals, cover }: Task, next: Stream, steps: number): Found {
  const order = wants.toSorted((a, b) => slack(a) - slack(b));
  const limits = totals.map((total, problem) => total ?? largest(wants, problem));
  const claimed = new Set<string>();
  const chosen = new Map<Want, readonly Candidate[]>();
  const known = new Map<Want, { readonly free: readonly Candidate[]; readonly made: Sums }>();
  const spent = totals.map(() => 0);
  const everything = (1n << BigInt(cover)) - 1n;
  let covered = 0n;
  let left = steps;

  /** Asked more often than anything else. */
  const isFree = ({ claims }: Candidate): boolean => {
    for (const claim of claims) if (claimed.has(claim)) return false;
    return true;
  };

  /** What the problem has left, for the wants from this place on; null where it does not matter. */
  const remaining = (problem: number): number | null => {
    const total = totals[problem] ?? null;
    return total === null ? null : total - (spent[problem] as number);
  };

  /** What a want can make; found anew only where other questions are free than the last time. */
  const makes = (want: Want, free: readonly Candidate[]): Sums => {
    const last = known.get(want);
    if (last && isSame(last.free, free)) return last.made;
    const made = madeBy(want, free, limits[want.problem] as number);
    known.set(want, { free, made });
    return made;
  };

  /** Whether each problem can still come out, and each topic be asked about. */
  const isOpen = (from: number): boolean => {
    let topics = covered;
    const sums = new Map<number, Sums>();
    for (const want of order.slice(from)) {
      const free = want.candidates.filter(isFree);
      left -= free.length + 1;
      for (const { covers } of free) topics |= covers;
      const limit = limits[want.problem] as number;
      const made = makes(want, free);
      if (made === 0n) return false;
      sums.set(want.problem, added(sums.get(want.problem) ?? 1n, made, limit));
    }
    if ((topics & everything) !== everything) return false;
    return totals.every((_, problem) => {
      const rest = remaining(problem);
      return rest === null || has(sums.get(problem) ?? 1n, rest);
    });
  };

  const fill = (place: number): boolean => {
    const want = order[place];
    if (!want) return (covered & everything) === everything;
    if (!isOpen(place)) return false;
    const { problem, count } = want;
    const limit = limits[problem] as number;
    const later = order.slice(place + 1);
    let laterTopics = 0n;
    for (const { candidates } of later)
      for (const candidate of candidates) if (isFree(candidate)) laterTopics |= candidate.covers;
    const targets = targetsOf(want, later, remaining(problem), limit, other =>
      makes(other, other.candidates.filter(isFree)),
    );
    const groups = shuffled(groupsOf(want.candidates.filter(isFree)), next).map(group => shuffled(group, next));
    const sums = sumsFrom(groups, count, limit);
    const topics = topicsFrom(groups);
    const taken: Candidate[] = [];

    const pick = (group: number, sum: number): boolean => {
      if (--left < 0) return false;
      const missing = count === null ? 0 : count - taken.length;
      const isDone = count === null ? sum === want.halves : missing === 0;
      if (isDone) {
        if (!has(targets, sum)) return false;
        chosen.set(want, [...taken]);
        spent[problem] = (spent[problem] as number) + sum;
        if (fill(place + 1)) return true;
        spent[problem] = (spent[problem] as number) - sum;
        chosen.delete(want);
        return false;
      }
      const possible = ((sums[group] as readonly Sums[])[missing] as Sums) << BigInt(sum);
      if ((possible & targets) === 0n) return false;
      if (((covered | (topics[group] as bigint) | laterTopics) & everything) !== everything) return false;
      for (const candidate of groups[group] ?? []) {
        if (!isFree(candidate)) continue;
        for (const claim of candidate.claims) claimed.add(claim);
        taken.push(candidate);
        const before = covered;
        covered |= candidate.covers;
        if (pick(group + 1, sum + candidate.halves)) return true;
        covered = before;
        taken.pop();
        for (const claim of candidate.claims) claimed.delete(claim);
        if (left < 0) return false;
      }
      return group < groups.length && pick(group + 1, sum);
    };
    return pick(0, 0);
  };

  if (fill(0)) return { status: 'found', chosen };
  return { status: left < 0 ? 'gave up' : 'impossible' };
}

/** The sums of one want that the wants behind it, of the same problem, can make up to its total. */
function targetsOf(
  want: Want,
  later: readonly Want[],
  remaining: number | null,
  limit: number,
  makes: (want: Want) => Sums,
): Sums {
  if (want.halves !== null && remaining === null) return 1n << BigInt(want.halves);
  if (remaining === null) return (1n << BigInt(limit + 1)) - 1n;
  const rest = later
    .filter(({ problem }) => problem === want.problem)
    .reduce((sums, other) => added(sums, makes(other), limit), 1n);
  const targets = lacking(remaining, rest);
  return want.halves === null ? targets : targets & (1n << BigInt(want.halves));
}

function isSame(one: readonly Candidate[], other: readonly Candidate[]): boolean {
  return one.length === other.length && one.every((candidate, i) => candidate === other[i]);
}

/** The sums that a want can make, at most. */
function madeBy({ count, halves }: Want, free: readonly Candidate[], limit: number): Sums {
  const [all = []] = sumsFrom(groupsOf(free), count, limit);
  const sums = all[count ?? 0] ?? 0n;
  return halves === null ? sums : sums & (1n << BigInt(halves));
}

function topicsFrom(groups: readonly (readonly Candidate[])[]): readonly bigint[] {
  let after = 0n;
  const all = [after];
  for (const group of groups.toReversed()) {
    for (const { covers } of group) after |= covers;
    all.push(after);
  }
  return all.reverse();
}

/** How many more questions there are than a want needs, at the least. */
function slack({ candidates, count, halves }: Want): number {
  const groups = groupsOf(candidates).length;
  const most = candidates.reduce((largest, candidate) => Math.max(largest, candidate.halves), 1);
  return groups - (count ?? Math.ceil((halves ?? 0) / most));
}

/** Half credits of all questions that a problem could take. */
function largest(wants: readonly Want[], problem: number): number {
  return wants
    .filter(want => want.problem === problem)
    .reduce((sum, { candidates, halves }) => sum + (halves ?? candidates.reduce((all, one) => all + one.halves, 0)), 0);
}
