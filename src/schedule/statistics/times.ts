import { byName, type Places } from './places.ts';
import { medianOf } from './shares.ts';
import type { AnswerRow } from './types.ts';

/** Where the time went. Answers whose time nobody took are left out, but for the hours of the day. */
export interface Times {
  /** Milliseconds in all. */
  readonly ms: number;
  /** Answers whose time was taken. */
  readonly timed: number;
  /** Milliseconds of the answer in the middle; null where no time was taken. */
  readonly median: number | null;
  readonly kinds: readonly KindTime[];
  /** Answers in each hour of the day by the clock of the student's zone, from midnight on: 24 numbers. */
  readonly hours: readonly number[];
}

interface KindTime {
  /** null: questions that have left the bank. */
  readonly kind: string | null;
  readonly timed: number;
  readonly ms: number;
  readonly median: number | null;
}

export function timesOf(answers: readonly AnswerRow[], { kindOf }: Places): Times {
  const timed = answers.flatMap(({ question, ms }) => (ms === null ? [] : [{ kind: kindOf(question), ms }]));
  const byKind = Map.groupBy(timed, ({ kind }) => kind);
  return {
    ...summary(timed),
    kinds: [...byKind].map(([kind, own]) => ({ kind, ...summary(own) })).sort((a, b) => byName(a.kind, b.kind)),
    hours: hoursOf(answers),
  };
}

function summary(timed: readonly { readonly ms: number }[]): Pick<Times, 'ms' | 'timed' | 'median'> {
  const all = timed.map(({ ms }) => ms);
  return { ms: all.reduce((sum, ms) => sum + ms, 0), timed: all.length, median: medianOf(all) };
}

function hoursOf(answers: readonly AnswerRow[]): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const [zone, own] of Map.groupBy(answers, answer => answer.zone)) {
    const clock = new Intl.DateTimeFormat('en-US-u-nu-latn', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });
    for (const { at } of own) {
      const hour = Number(clock.format(at));
      hours[hour] = (hours[hour] ?? 0) + 1;
    }
  }
  return hours;
}
