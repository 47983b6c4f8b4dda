/** How long a student takes for a question, from the times of past answers. */

import type { Syllabus } from './syllabus.ts';

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

/** @param times newest first or in any order; those of questions that are gone are passed over */
export function speedOf({ get }: Syllabus, times: readonly Timed[]): Speed {
  const estimate = (id: string): number => {
    const question = get(id);
    return question?.minutes ? question.minutes * 60_000 : (question?.credits ?? 1) * MS_PER_CREDIT;
  };
  const used = times
    .filter(({ question }) => get(question) !== null)
    .map(({ question, ms, credit }) => {
      const most = LONGEST * estimate(question);
      return { question, credit, ms: Math.min(Math.max(ms, SHORTEST_MS), most) };
    });
  const right = used.filter(({ credit }) => credit === 1);
  /** Times as shares of the author's estimate, so that questions of different lengths compare. */
  const paces = (some: readonly Timed[]): number[] => some.map(({ question, ms }) => ms / estimate(question));
  const pacesByKind = (some: readonly Timed[]): ReadonlyMap<string, readonly number[]> =>
    new Map(
      Object.entries(Object.groupBy(some, ({ question }) => get(question)?.kind ?? '')).map(([kind, members = []]) => [
        kind,
        paces(members),
      ]),
    );
  const [anyByKind, rightByKind] = [pacesByKind(used), pacesByKind(right)];
  const [anyByQuestion, rightByQuestion] = [used, right].map(some =>
    Object.groupBy(some, ({ question }) => question),
  ) as [Partial<Record<string, Timed[]>>, Partial<Record<string, Timed[]>>];
  const overall = used.length >= KIND_NEEDED ? median(paces(used)) : 1;

  const find = (
    id: string,
    byQuestion: Partial<Record<string, Timed[]>>,
    byKind: ReadonlyMap<string, readonly number[]>,
  ): Usual | null => {
    const own = byQuestion[id] ?? [];
    if (own.length >= OWN_NEEDED) return { ms: median(own.map(({ ms }) => ms)), from: 'question' };
    const kind = byKind.get(get(id)?.kind ?? '') ?? [];
    return kind.length >= KIND_NEEDED ? { ms: median(kind) * estimate(id), from: 'kind' } : null;
  };
  return {
    expectedMs: id => find(id, anyByQuestion, anyByKind)?.ms ?? overall * estimate(id),
    usual: id => find(id, rightByQuestion, rightByKind) ?? { ms: estimate(id), from: 'author' },
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
