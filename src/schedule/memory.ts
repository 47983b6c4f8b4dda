/**
 * What a student remembers of a question, by FSRS-6.
 *
 * ts-fsrs counts elapsed days by UTC date. It is therefore only ever shown study days, each as midnight UTC of its date,
 * and no time zone can leak into an interval.
 */

import { createEmptyCard, FSRSVersion, type Card as FsrsCard, State } from 'ts-fsrs';
import { GRADES, intervalScheduler, MAXIMUM_INTERVAL, type MemoryModel, memoryModel } from './fsrs.ts';
import { quickModel } from './plan/arithmetic.ts';
import type { EffectiveReview, Memory, Rating } from './review.ts';
import { dayDate, startOfStudyDay } from './study-day.ts';
import { retentionOf, type Tuning } from './tuning.ts';

const DAY = 86_400_000;

/** The moment of an answer, with the study day that it falls in. */
export interface When {
  readonly at: Date;
  readonly zone: string;
  /** Days since 1970-01-01. */
  readonly day: number;
}

export interface Forecast {
  readonly due: Date;
  /** Study days from now to `due`, at least 1. */
  readonly days: number;
  readonly stability: number;
}

/** What of a row of the log decides about a memory. */
type Rated = Pick<EffectiveReview, 'id' | 'at' | 'zone' | 'day' | 'rating' | 'undone'>;

export interface Scheduler {
  /** Changes whenever the same log could give other memories: whoever keeps them then replays the log. */
  readonly version: string;
  /** The memory model by the weights in force, for thousands of questions at a time. */
  readonly model: MemoryModel;
  /**
   * The memory after an answer rated `rating`; `memory` is null for a question never rated before.
   *
   * An answer from before the last one (a clock set back, a flight west over midnight) counts as 0 elapsed days: no time
   * has been seen to pass, so a right answer proves nothing new and leaves the stability alone, while 1 day would make it
   * grow with every turn of the clock. The later of the two moments is kept as the last one.
   */
  readonly rate: (question: string, memory: Memory | null, rating: Rating, when: When) => Memory;
  /** What each of the four ratings would lead to. */
  readonly preview: (question: string, memory: Memory | null, when: When) => Record<Rating, Forecast>;
  /** The chance (0 … 1) that the question is still known on a study day. */
  readonly retrievability: (memory: Memory, day: number) => number;
  /**
   * The rows of one question that count, in the order of time: not those taken back, not those without a rating, and of
   * several in a row within one study day the first.
   */
  readonly counted: <Row extends Rated>(reviews: readonly Row[]) => (Row & { readonly rating: Rating })[];
  /** The memory that one question's log adds up to, whatever order its rows come in; null where nothing in it counts. */
  readonly replay: (question: string, reviews: readonly Rated[]) => Memory | null;
}

export function createScheduler(tuning: Tuning): Scheduler {
  const { weights } = tuning;
  const model = memoryModel(weights);
  const byRetention = new Map<number, ReturnType<typeof intervalScheduler>>();
  const schedulerFor = (question: string): ReturnType<typeof intervalScheduler> => {
    const retention = retentionOf(tuning, question);
    const known = byRetention.get(retention);
    if (known) return known;
    const made = intervalScheduler(weights, retention);
    byRetention.set(retention, made);
    return made;
  };

  const rate: Scheduler['rate'] = (question, memory, rating, when) => {
    const last = memory && memory.lastAt > when.at ? lastOf(memory) : when;
    const moment = midnight(memory ? Math.max(last.day, memory.lastDay) : last.day);
    const { card } = schedulerFor(question).next(toFsrs(memory, moment), moment, GRADES[rating]);
    return {
      stability: card.stability,
      difficulty: card.difficulty,
      reps: card.reps,
      lapses: card.lapses,
      firstDay: memory?.firstDay ?? last.day,
      lastDay: last.day,
      lastAt: last.at,
      lastZone: last.zone,
      dueDay: last.day + interval(card),
    };
  };

  return {
    version: `${FSRSVersion}, whole study days, at most ${MAXIMUM_INTERVAL} days, ${JSON.stringify([weights, tuning.retention, [...tuning.retentionBelow]])}`,
    model: quickModel(model.weights),
    rate,
    preview: (question, memory, when) => {
      const forecast = (rating: Rating): Forecast => {
        const after = rate(question, memory, rating, when);
        return { due: dueAt(after), days: after.dueDay - when.day, stability: after.stability };
      };
      return { again: forecast('again'), hard: forecast('hard'), good: forecast('good'), easy: forecast('easy') };
    },
    retrievability: ({ stability, lastDay }, day) => model.recall(stability, Math.max(0, day - lastDay)),
    counted,
    replay: (question, reviews) =>
      counted(reviews).reduce<Memory | null>((memory, review) => rate(question, memory, review.rating, review), null),
  };
}

function counted<Row extends Rated>(reviews: readonly Row[]): (Row & { readonly rating: Rating })[] {
  let lastDay: number | null = null;
  return reviews.toSorted(byTime).filter((review): review is Row & { readonly rating: Rating } => {
    if (review.undone || review.rating === null || review.day === lastDay) return false;
    lastDay = review.day;
    return true;
  });
}

/** Whether an answer on that study day would be rated: only the first attempt is, the rest is practice. */
export function isFirstAttempt(memory: Memory | null, day: number): boolean {
  return memory === null || day !== memory.lastDay;
}

/** Start (04:00 local) of the study day on which the question is due again. */
export function dueAt({ dueDay, lastZone }: Memory): Date {
  return startOfStudyDay(dayDate(dueDay), lastZone);
}

function lastOf({ lastAt, lastZone, lastDay }: Memory): When {
  return { at: lastAt, zone: lastZone, day: lastDay };
}

function byTime(a: Rated, b: Rated): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function toFsrs(memory: Memory | null, moment: Date): FsrsCard {
  const empty = createEmptyCard(moment);
  if (!memory) return empty;
  const { stability, difficulty, reps, lapses, lastDay } = memory;
  return { ...empty, stability, difficulty, reps, lapses, state: State.Review, last_review: midnight(lastDay) };
}

/** ts-fsrs keeps the four intervals apart by adding days, and so can pass its own maximum. */
function interval(card: FsrsCard): number {
  return Math.min(Math.max(1, card.scheduled_days), MAXIMUM_INTERVAL);
}

function midnight(day: number): Date {
  return new Date(day * DAY);
}
