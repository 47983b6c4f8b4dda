import type { Answered } from './state.ts';

/** What a session came to, beyond how many answers were right. */

export interface LookBack {
  /** Credits, of all that was asked. */
  readonly earned: number;
  readonly credits: number;
  /** Milliseconds: what it took, and what had been expected. */
  readonly ms: number;
  readonly expectedMs: number;
  /** The topic that cost most, where several were asked about and one lost anything. */
  readonly weakest: TopicShare | null;
  /** Misconceptions that were recognised, the most frequent first. */
  readonly mistakes: readonly Seen[];
  /** Questions that were missed, each once, what was missed most first. */
  readonly missed: readonly Answered[];
}

interface TopicShare {
  readonly topic: string;
  readonly earned: number;
  readonly credits: number;
}

export interface Seen {
  readonly tag: string;
  readonly times: number;
  /** What was said about it last: Markdown. */
  readonly comment: string | null;
}

export function lookBackOn(answered: readonly Answered[]): LookBack {
  const topics = topicShares(answered);
  const [weakest] = topics
    .filter(({ earned, credits }) => earned < credits)
    .toSorted((a, b) => b.credits - b.earned - (a.credits - a.earned) || a.earned / a.credits - b.earned / b.credits);
  return {
    earned: sumOf(answered, ({ credit, credits }) => credit * credits),
    credits: sumOf(answered, ({ credits }) => credits),
    ms: sumOf(answered, ({ ms }) => ms),
    expectedMs: sumOf(answered, ({ expectedMs }) => expectedMs),
    weakest: topics.length > 1 && weakest ? weakest : null,
    mistakes: mistakesIn(answered),
    missed: missedIn(answered),
  };
}

function topicShares(answered: readonly Answered[]): readonly TopicShare[] {
  return [...Map.groupBy(answered, ({ topic }) => topic)].map(([topic, own]) => ({
    topic,
    earned: sumOf(own, ({ credit, credits }) => credit * credits),
    credits: sumOf(own, ({ credits }) => credits),
  }));
}

function mistakesIn(answered: readonly Answered[]): readonly Seen[] {
  const shown = answered.flatMap(({ mistakes }) => mistakes);
  return [...Map.groupBy(shown, ({ tag }) => tag)]
    .map(([tag, own]) => ({ tag, times: own.length, comment: own.at(-1)?.comment ?? null }))
    .toSorted((a, b) => b.times - a.times);
}

/** By what they lost, where a question was asked again at its first attempt. */
function missedIn(answered: readonly Answered[]): readonly Answered[] {
  const first = new Map<string, Answered>();
  for (const answer of answered) if (!first.has(answer.question)) first.set(answer.question, answer);
  const lost = ({ credit, credits }: Answered): number => (1 - credit) * credits;
  return [...first.values()].filter(({ credit }) => credit < 1).toSorted((a, b) => lost(b) - lost(a));
}

function sumOf<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((sum, item) => sum + size(item), 0);
}
