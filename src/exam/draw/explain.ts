import type { Bank } from '../../bank/bank.ts';
import type { Problem } from '../../bank/problem.ts';
import { stream } from '../../bank/streams.ts';
import { type Place, startOf } from '../../language/located.ts';
import type { Blueprint, ProblemBlueprint } from '../blueprint.ts';
import { BlueprintError } from '../error.ts';
import { type Candidate, toHalves, type Want } from './candidates.ts';
import { search, type Task } from './search.ts';
import { unknownNames } from './unknown.ts';
import { listed, plural, wanted } from './wording.ts';

/**
 * Why no form can be drawn. From the single slot to the whole exam, the first level at which something is proved
 * impossible is told, with all that is wrong on it; what is told was searched for in full.
 */

/** Each proof may take so many; with all of them an answer still comes within seconds. */
const STEPS = 150_000;

interface Asked extends Task {
  readonly blueprint: Blueprint;
  readonly bank: Bank;
}

/** @param task that of the blueprint and the bank, for which nothing was found */
export function explain(blueprint: Blueprint, bank: Bank, task: Task): BlueprintError {
  const asked = { ...task, blueprint, bank };
  const levels: readonly (() => readonly Problem[])[] = [
    () => unknownNames(blueprint, bank),
    () => task.wants.flatMap(want => aloneProblem(want, asked)),
    () => blueprint.problems.flatMap((_, problem) => sumProblem(problem, asked)),
    () => togetherProblem(asked),
    () => coverProblem(asked),
  ];
  for (const level of levels) {
    const problems = level();
    if (problems.length > 0) return new BlueprintError(problems);
  }
  const message =
    'no form was found, though each problem can be met by itself: ask for less, or let more questions fit';
  return new BlueprintError([problemAt(blueprint, { line: 1 }, message)]);
}

function problemAt({ file }: Blueprint, place: Place, message: string): Problem {
  return { file: file ?? '', ...startOf(place), message };
}

function isImpossible(task: Task): boolean {
  return search(task, stream(0, 'exam', 'explain', 0), STEPS).status === 'impossible';
}

/** null where that was not found out. */
type Makes = (halves: number) => boolean | null;

function isPossible(task: Task): boolean | null {
  const { status } = search(task, stream(0, 'exam', 'explain', 0), STEPS);
  return status === 'gave up' ? null : status === 'found';
}

/** What some of the wants ask for, as if there were nothing else. */
function only(wants: readonly Want[], { totals }: Asked, sums: boolean): Task {
  const involved = new Set(wants.map(({ problem }) => problem));
  return { wants, totals: totals.map((total, i) => (sums && involved.has(i) ? total : null)), cover: 0 };
}

/** A slot that could not be filled even if it were the only one. */
function aloneProblem(want: Want, asked: Asked): readonly Problem[] {
  if (!isImpossible(only([want], asked, false))) return [];
  const message = `problem ${want.problem + 1} needs ${wanted(want)}; ${shortfall(want, asked)}`;
  return [problemAt(asked.blueprint, want.slot, message)];
}

function shortfall(want: Want, asked: Asked): string {
  const { candidates, count } = want;
  const fit = candidates.length;
  if (count === null) {
    if (fit === 0) return 'no question fits';
    return `the questions that fit (${fit}) ${nearestSums(want, asked)}`;
  }
  if (fit < count) return fit === 0 ? 'no question fits' : `${fit} ${fit === 1 ? 'fits' : 'fit'}`;
  return `${fit} fit, but not so many of them without a shared idea (see ideas)`;
}

/** `make 14.5 at most`, or `make 15 or 17`. */
function nearestSums(want: Want, asked: Asked): string {
  const wantedHalves = want.halves as number;
  const makes: Makes = halves => isPossible(only([{ ...want, halves }], asked, false));
  const most = want.candidates.reduce((sum, { halves }) => sum + halves, 0);
  return nearest(wantedHalves, most, makes);
}

/** The sums next to one that cannot be made, in credits. */
function nearest(halves: number, most: number, makes: Makes): string {
  // The first that can be made, or of which it is not known.
  const first = (sums: readonly number[]): readonly [sum: number, made: boolean] | null => {
    for (const sum of sums) {
      const made = makes(sum);
      if (made !== false) return [sum, made === true];
    }
    return null;
  };
  const below = first(range(1, halves - 1).toReversed());
  const above = first(range(halves + 1, most));
  if (below?.[1] === false || above?.[1] === false) return 'cannot make just that';
  if (!below && !above) return 'do not go together';
  if (!above) return `make ${(below?.[0] ?? 0) / 2} at most`;
  if (!below) return `make ${above[0] / 2} at least`;
  return `make ${below[0] / 2} or ${above[0] / 2}, and nothing between`;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** Slots of one problem that can be filled one by one, but not all of them with its credits. */
function sumProblem(problem: number, asked: Asked): readonly Problem[] {
  const wants = asked.wants.filter(want => want.problem === problem);
  if (!isImpossible(only(wants, asked, true))) return [];
  const { credits, title, ...place } = asked.blueprint.problems[problem] as ProblemBlueprint;
  const makes: Makes = halves =>
    isPossible({ wants, totals: asked.totals.map((_, i) => (i === problem ? halves : null)), cover: 0 });
  const most = wants.flatMap(want => want.candidates).reduce((sum, { halves }) => sum + halves, 0);
  const whatToDo = 'change its credits, or let more questions fit';
  const message = `problem ${problem + 1} is worth ${credits} credits; its questions together ${nearest(toHalves(credits), most, makes)}: ${whatToDo}`;
  return [problemAt(asked.blueprint, place, message)];
}

/** The first problem that cannot be met beside those before it. */
function togetherProblem(asked: Asked): readonly Problem[] {
  const { blueprint, wants } = asked;
  const last = blueprint.problems.findIndex((_, problem) => {
    const until = wants.filter(want => want.problem <= problem);
    return isImpossible(only(until, asked, true));
  });
  if (last < 0) return [];
  const own = wants.filter(want => want.problem === last);
  const taken = own.flatMap(want => takenProblem(want, last, asked));
  if (taken.length > 0) return taken;
  const message = `problem ${last + 1} cannot be met beside ${last === 1 ? 'problem 1' : `problems 1 to ${last}`}: they need the same questions or ideas; ask for less, let more questions fit, or say ideas: free`;
  return [problemAt(blueprint, blueprint.problems[last] as ProblemBlueprint, message)];
}

/** A slot that is short of questions because every form has them elsewhere. */
function takenProblem(want: Want, last: number, asked: Asked): readonly Problem[] {
  const others = asked.wants.filter(other => other !== want && other.problem <= last);
  const forced = others.flatMap(other =>
    isForced(other) ? other.candidates.map(by => ({ by, at: other.problem })) : [],
  );
  const claims = new Map(forced.flatMap(({ by, at }) => by.claims.map((claim): [string, number] => [claim, at])));
  const takenBy = ({ claims: own }: Candidate): number | undefined =>
    own.map(claim => claims.get(claim)).find(at => at !== undefined);
  const left = { ...want, candidates: want.candidates.filter(candidate => takenBy(candidate) === undefined) };
  if (!isImpossible(only([left], asked, false))) return [];
  const lost = want.candidates.flatMap(candidate => takenBy(candidate) ?? []);
  const where = listed([...new Set(lost)].sort((a, b) => a - b).map(at => `${at + 1}`));
  const of = `problem${new Set(lost).size === 1 ? '' : 's'} ${where}`;
  const message = `problem ${want.problem + 1} needs ${wanted(want)}; ${shortfall(left, asked)} (${lost.length} more ${lost.length === 1 ? 'is' : 'are'} ruled out by ${of})`;
  return [problemAt(asked.blueprint, want.slot, message)];
}

/** Whether every form takes all of its candidates. */
function isForced({ candidates, count, halves }: Want): boolean {
  if (count !== null) return count === candidates.length;
  return candidates.reduce((sum, candidate) => sum + candidate.halves, 0) === halves;
}

/** Topics that no form of these credits can ask about, one by one or all together. */
function coverProblem(asked: Asked): readonly Problem[] {
  const { blueprint, wants, totals } = asked;
  const { cover, coverAt = { line: 1 } } = blueprint;
  const single = (topic: number): Task => {
    const bit = 1n << BigInt(topic);
    const seen = ({ covers, ...rest }: Candidate): Candidate => ({ ...rest, covers: (covers & bit) === 0n ? 0n : 1n });
    return { wants: wants.map(want => ({ ...want, candidates: want.candidates.map(seen) })), totals, cover: 1 };
  };
  const missing = cover.filter((_, i) => isImpossible(single(i)));
  if (missing.length > 0) {
    return missing.map(topic => {
      const i = cover.indexOf(topic);
      const fit = new Set(
        wants.flatMap(want => want.candidates.filter(({ covers }) => ((covers >> BigInt(i)) & 1n) === 1n)),
      );
      const why =
        fit.size === 0
          ? 'no problem can ask about it'
          : `the ${plural(fit.size, 'question')} on it that could be drawn never ${fit.size === 1 ? 'goes' : 'go'} with the rest`;
      return problemAt(
        blueprint,
        coverAt,
        `cover: ${topic}: ${why}: let a problem ask for it, or take it out of cover`,
      );
    });
  }
  if (!isImpossible(asked)) return [];
  return [
    problemAt(
      blueprint,
      coverAt,
      'cover: these topics are never asked about all in one form: take one out, or ask for more questions',
    ),
  ];
}
