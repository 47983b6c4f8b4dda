/** How long a student takes for a question, from the times of past answers. */

import { medianOf } from './statistics/shares.ts';
import { kindOf, type Syllabus } from './syllabus.ts';

interface Timed {
  readonly question: string;
  /** From showing the question to the reply, in milliseconds. */
  readonly ms: number;
  readonly credit: number;
}

/** A usual time, and what it is known from: the question itself, its kind, or its author's estimate. */
export interface Usual {
  readonly ms: number;
  readonly from: 'question' | 'kind' | 'author';
}

export interface Speed {
  /** How long an answer will probably take, right or wrong, in milliseconds. */
  readonly expectedMs: (question: string) => number;
  /** How long a right answer usually takes. */
  readonly usual: (question: string) => Usual;
}

/** Of that many of the newest answers. */
export const TIMES_CONSIDERED = 500;

/** The median of fewer answers to a question says little. */
const OWN_NEEDED = 3;
/** The same of answers to a kind of question, whose lengths differ more. */
const KIND_NEEDED = 5;
/** Where the author says nothing, per credit. */
const MS_PER_CREDIT = 90_000;
/** Somebody who takes this many times the estimate has left the desk. */
const LONGEST = 10;
/** Nobody reads and answers faster, and in no time at all any number of questions would fit. */
const SHORTEST_MS = 1000;

/**
 * What earned nothing in less than this share of the estimate was given up, and not worked at. Counted, a few evenings of that
 * would make a plan expect every question of the bank to be asked many times over.
 */
const GIVEN_UP = 0.1;

/** @param times newest first or in any order; those of questions that are gone are passed over */
export function speedOf({ get }: Syllabus, times: readonly Timed[]): Speed {
  const estimate = (id: string): number => {
    const question = get(id);
    return question?.minutes ? question.minutes * 60_000 : (question?.credits ?? 1) * MS_PER_CREDIT;
  };
  const kindAt = (id: string): string => {
    const question = get(id);
    return question ? kindOf(question) : '';
  };
  const used = times
    .filter(({ question, ms, credit }) => get(question) !== null && (credit > 0 || ms >= GIVEN_UP * estimate(question)))
    .map(({ question, ms, credit }) => {
      const most = LONGEST * estimate(question);
      return { question, credit, ms: Math.min(Math.max(ms, SHORTEST_MS), most) };
    });
  const right = used.filter(({ credit }) => credit === 1);
  /** A time as a share of the author's estimate, so that questions of different lengths compare. */
  const pace = ({ question, ms }: Timed): number => ms / estimate(question);
  const mediansOf = (some: readonly Timed[]): Medians => ({
    byQuestion: medians(
      some,
      ({ question }) => question,
      ({ ms }) => ms,
      OWN_NEEDED,
    ),
    byKind: medians(some, ({ question }) => kindAt(question), pace, KIND_NEEDED),
  });
  const [any, rightly] = [mediansOf(used), mediansOf(right)];
  const overall = (used.length >= KIND_NEEDED ? medianOf(used.map(pace)) : null) ?? 1;

  const find = (id: string, { byQuestion, byKind }: Medians): Usual | null => {
    const own = byQuestion.get(id);
    if (own !== undefined) return { ms: own, from: 'question' };
    const kind = byKind.get(kindAt(id));
    return kind === undefined ? null : { ms: kind * estimate(id), from: 'kind' };
  };
  return {
    expectedMs: id => find(id, any)?.ms ?? overall * estimate(id),
    usual: id => find(id, rightly) ?? { ms: estimate(id), from: 'author' },
  };
}

/** Worked out once: a queue asks for the time of every question of the bank. */
interface Medians {
  /** In milliseconds. */
  readonly byQuestion: ReadonlyMap<string, number>;
  /** As shares of the author's estimate. */
  readonly byKind: ReadonlyMap<string, number>;
}

/** Of each group that has enough members. */
function medians(
  times: readonly Timed[],
  groupOf: (time: Timed) => string,
  sizeOf: (time: Timed) => number,
  needed: number,
): Map<string, number> {
  const groups = [...Map.groupBy(times, groupOf)].filter(([, members]) => members.length >= needed);
  return new Map(groups.map(([group, members]) => [group, medianOf(members.map(sizeOf)) ?? 0]));
}
