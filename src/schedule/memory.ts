/**
 * What a student remembers of a question, by FSRS-6. The only file that knows ts-fsrs.
 *
 * ts-fsrs counts elapsed days by UTC date. It is therefore only ever shown study days, each as midnight UTC of its date,
 * and no time zone can leak into an interval.
 */

import { createEmptyCard, FSRSVersion, type Card as FsrsCard, fsrs, Rating as Grade, State } from 'ts-fsrs';
import type { EffectiveReview, Memory, Rating } from './review.ts';
import { addDays, daysBetween, startOfStudyDay, studyDay } from './study-day.ts';

/** The share of due questions that should still be known when they come up. */
const DESIRED_RETENTION = 0.9;

/** A hundred years: in effect no limit. */
export const MAXIMUM_INTERVAL = 36_500;

/** Changes whenever the same log could give other memories: whoever keeps them then replays the log. */
export const ALGORITHM_VERSION = `${FSRSVersion}, default weights, retention ${DESIRED_RETENTION}, at most ${MAXIMUM_INTERVAL} days, whole study days`;

const scheduler = fsrs({
  request_retention: DESIRED_RETENTION,
  maximum_interval: MAXIMUM_INTERVAL,
  enable_fuzz: false,
  // FSRS-6 predicts repeats within one day worse than a constant does, so there are none in it.
  enable_short_term: false,
});

const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;

export interface Forecast {
  readonly due: Date;
  /** Study days from now to `due`, at least 1. */
  readonly days: number;
  readonly stability: number;
}

/**
 * The memory after an answer rated `rating`; `memory` is null for a question never rated before.
 *
 * An answer from before the last one (a clock set back, a flight west over midnight) counts as 0 elapsed days: no time has
 * been seen to pass, so a right answer proves nothing new and leaves the stability alone, while 1 day would make it grow
 * with every turn of the clock. The later of the two moments is kept as the last one.
 * @throws RangeError for an unknown zone or an invalid date.
 */
export function rate(memory: Memory | null, rating: Rating, at: Date, zone: string): Memory {
  const [lastAt, lastZone] = memory && memory.lastAt > at ? [memory.lastAt, memory.lastZone] : [at, zone];
  const today = studyDay(lastAt, lastZone);
  const { card } = scheduler.next(toFsrs(memory, today), midnight(laterDay(memory, today)), GRADES[rating]);
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
    lastAt,
    lastZone,
    due: startOfStudyDay(addDays(today, interval(card)), lastZone),
  };
}

/** What each of the four ratings would lead to. */
export function preview(memory: Memory | null, at: Date, zone: string): Record<Rating, Forecast> {
  const forecast = (rating: Rating): Forecast => {
    const { due, stability, lastZone } = rate(memory, rating, at, zone);
    return { due, days: daysBetween(studyDay(at, zone), studyDay(due, lastZone)), stability };
  };
  return { again: forecast('again'), hard: forecast('hard'), good: forecast('good'), easy: forecast('easy') };
}

/** The chance (0 … 1) that the question is still known, by whole study days since the last rated answer. */
export function retrievability(memory: Memory, at: Date, zone: string): number {
  const elapsed = Math.max(0, daysBetween(studyDay(memory.lastAt, memory.lastZone), studyDay(at, zone)));
  return scheduler.forgetting_curve(elapsed, memory.stability);
}

/** Whether an answer now would be rated: only the first attempt in a study day is, the rest is practice. */
export function isFirstAttempt(memory: Memory | null, at: Date, zone: string): boolean {
  return memory === null || studyDay(at, zone) !== studyDay(memory.lastAt, memory.lastZone);
}

/**
 * The memory that one question's log adds up to, whatever order its rows come in; null where nothing in it counts. Rows
 * taken back, rows without a rating, and repeats within one study day count for nothing.
 */
export function replay(reviews: readonly EffectiveReview[]): Memory | null {
  let memory: Memory | null = null;
  for (const { at, zone, rating, undone } of reviews.toSorted(byTime)) {
    if (undone || rating === null || !isFirstAttempt(memory, at, zone)) continue;
    memory = rate(memory, rating, at, zone);
  }
  return memory;
}

function byTime(a: EffectiveReview, b: EffectiveReview): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function toFsrs(memory: Memory | null, today: string): FsrsCard {
  const empty = createEmptyCard(midnight(today));
  if (!memory) return empty;
  const { stability, difficulty, reps, lapses } = memory;
  const last = midnight(studyDay(memory.lastAt, memory.lastZone));
  return { ...empty, stability, difficulty, reps, lapses, state: State.Review, last_review: last };
}

/** Today, or the day of the last answer where that is later: ts-fsrs throws on a negative number of days. */
function laterDay(memory: Memory | null, today: string): string {
  const last = memory && studyDay(memory.lastAt, memory.lastZone);
  return last !== null && last > today ? last : today;
}

/** ts-fsrs keeps the four intervals apart by adding days, and so can pass its own maximum. */
function interval(card: FsrsCard): number {
  return Math.min(Math.max(1, card.scheduled_days), MAXIMUM_INTERVAL);
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
