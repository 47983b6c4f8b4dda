/**
 * How much work the schedule will ask for, and how much will be known by then.
 *
 * What is due when depends on what is forgotten before, and every answer doubles the ways that a question can go; so
 * single courses are drawn by chance and counted, enough of them that the means are steady to about one in a hundred. The
 * draws are the same at every call: two tunings are compared by the same luck, and the same log gives the same forecast.
 */

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { MAXIMUM_INTERVAL, type MemoryModel, type MemoryState, memoryModel } from './fsrs.ts';
import { daysSince, type Histories } from './optimize/predictions.ts';
import type { Memory, Rating } from './review.ts';
import { retentionOf, type Tuning } from './tuning.ts';

export type Remembered = Pick<Memory, 'stability' | 'difficulty' | 'lastDay' | 'dueDay'>;

export interface WorkloadInput {
  readonly cards: ReadonlyMap<string, Remembered>;
  readonly tuning: Tuning;
  /** The study day that the forecast begins with. */
  readonly today: number;
  /** How many days it covers, at least 1. */
  readonly days: number;
  /** Milliseconds that an answer to a question takes. */
  readonly expectedMs: (question: string) => number;
  readonly fresh?: Fresh;
}

/** Questions that are still to be met. */
interface Fresh {
  /** In the order in which they will come. */
  readonly questions: readonly string[];
  readonly perDay: number;
  /** The chance (0 … 1) that the first answer to one is right. */
  readonly known: number;
}

interface WorkloadDay {
  /** Rated answers, on average. */
  readonly reviews: number;
  readonly ms: number;
}

export interface Workload {
  /** From today on. What is overdue is all asked today. */
  readonly days: readonly WorkloadDay[];
  /** The mean chance, on the day after the last, that a question met by then is known; null where none is. */
  readonly known: number | null;
}

/** So many courses are drawn at least. */
const COURSES = 2000;

const SEED = 1;

/**
 * Every question is asked on the day it is due. A right answer is taken to be rated good, a wrong one again, and repeated
 * once on the same day: that takes time, and is no rated answer.
 */
export function forecastWorkload(input: WorkloadInput): Workload {
  const { tuning, today, days, expectedMs } = input;
  const model = memoryModel(tuning.weights);
  const starts = startsOf(input);
  const runs = Math.ceil(COURSES / Math.max(1, starts.length));
  const totals = Array.from({ length: days }, () => ({ reviews: 0, ms: 0 }));
  const seeds = xoroshiro128plus(SEED);
  let known = 0;
  for (const { question, ...start } of starts) {
    const retention = retentionOf(tuning, question);
    const ms = expectedMs(question);
    for (let run = 0; run < runs; run++) {
      // A generator for each course: one more answer in one of them leaves the luck of the others as it was.
      const luck = xoroshiro128plusFromState([seeds.next(), seeds.next(), seeds.next(), seeds.next()]);
      let { state, last, due, chance }: Course = start;
      while (due < today + days) {
        const since = state ? Math.max(0, due - last) : 0;
        const recalled = uniformFloat64(luck) < (state ? model.recall(state.stability, since) : chance);
        const after = answered(model, state, since, recalled ? 'good' : 'again', retention);
        const total = totals[due - today];
        if (total) {
          total.reviews++;
          total.ms += recalled ? ms : 2 * ms;
        }
        [state, last, due] = [after.state, due, due + after.interval];
      }
      // A clock set back stands before the last answer.
      if (state) known += model.recall(state.stability, Math.max(0, today + days - last));
    }
  }
  return {
    days: totals.map(total => ({ reviews: total.reviews / runs, ms: total.ms / runs })),
    known: starts.length === 0 ? null : known / (starts.length * runs),
  };
}

/** One question on its way; it has no memory yet if it is new. */
interface Course {
  readonly state: MemoryState | null;
  readonly last: number;
  readonly due: number;
  /** That the first answer is right. */
  readonly chance: number;
}

/** What is met before the forecast ends, with the day on which it first comes up. */
function startsOf({ cards, today, days, fresh }: WorkloadInput): (Course & { readonly question: string })[] {
  const met = [...cards].map(([question, { stability, difficulty, lastDay, dueDay }]) => ({
    question,
    state: { stability, difficulty },
    last: lastDay,
    due: Math.max(dueDay, today),
    chance: 0,
  }));
  if (!fresh || fresh.perDay <= 0) return met;
  const { perDay, known } = fresh;
  const coming = fresh.questions.filter(question => !cards.has(question)).slice(0, perDay * days);
  return [
    ...met,
    ...coming.map((question, i) => {
      const due = today + Math.floor(i / perDay);
      return { question, state: null, last: due, due, chance: known };
    }),
  ];
}

/**
 * What is remembered of each question, and when it would be due, had the tuning been in force all along: the cards of the
 * store are due by the tuning that is in force now.
 */
export function cardsUnder(histories: Histories, tuning: Tuning): Map<string, Remembered> {
  const model = memoryModel(tuning.weights);
  return new Map(
    [...histories].flatMap(([question, answers]): [string, Remembered][] => {
      const latest = answers.at(-1);
      if (!latest) return [];
      const before = answers
        .slice(0, -1)
        .reduce<MemoryState | null>((state, { rating }, i) => model.next(state, daysSince(answers, i), rating), null);
      const since = daysSince(answers, answers.length - 1);
      const { state, interval } = answered(model, before, since, latest.rating, retentionOf(tuning, question));
      return [[question, { ...state, lastDay: latest.day, dueDay: latest.day + interval }]];
    }),
  );
}

/**
 * The memory after an answer, and in how many days the question comes again: as the scheduler has it, where each rating's
 * interval is at least a day longer than that of the one below.
 */
function answered(
  model: MemoryModel,
  state: MemoryState | null,
  since: number,
  rating: Rating,
  retention: number,
): { readonly state: MemoryState; readonly interval: number } {
  const next = (other: Rating): MemoryState => model.next(state, since, other);
  const own = ({ stability }: MemoryState): number => model.interval(stability, retention);
  const after = { again: next('again'), hard: next('hard'), good: next('good'), easy: next('easy') };
  const again = Math.min(own(after.again), own(after.hard));
  const hard = Math.max(own(after.hard), again + 1);
  const good = Math.max(own(after.good), hard + 1);
  const easy = Math.max(own(after.easy), good + 1);
  return { state: after[rating], interval: Math.min({ again, hard, good, easy }[rating], MAXIMUM_INTERVAL) };
}
