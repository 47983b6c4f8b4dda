import type { When } from '../../src/schedule/memory.ts';
import type { Card, EffectiveReview, Rating } from '../../src/schedule/review.ts';
import type { TodaysAnswer } from '../../src/schedule/steps.ts';
import { dayDate, startOfStudyDay, studyDayNumber } from '../../src/schedule/study-day.ts';
import type { SyllabusQuestion } from '../../src/schedule/syllabus.ts';

/** Rows of the log, cards and questions; what a test does not say does not matter to it. */

export const ZONE = 'Europe/Berlin';
/** The study day of most tests, a Friday in November 2026. */
export const TODAY = studyDayNumber(new Date('2026-11-20T12:00:00Z'), ZONE);

const HOUR = 3_600_000;

/** A moment with the study day that it falls in. */
export function when(at: string, zone = ZONE): When {
  return { at: new Date(at), zone, day: studyDayNumber(new Date(at), zone) };
}

/** So many hours into a study day. */
export function hourOf(day: number, hours = 15, zone = ZONE): Date {
  return new Date(startOfStudyDay(dayDate(day), zone).getTime() + hours * HOUR);
}

/** A rated row of the log. */
export function review(at: string, rating: Rating | null, rest: Partial<EffectiveReview> = {}): EffectiveReview {
  const zone = rest.zone ?? ZONE;
  return {
    id: at,
    question: 'cnn/one',
    hash: 'h',
    seed: 1,
    vars: {},
    key: {},
    reply: [],
    credit: 1,
    mark: null,
    rating,
    ms: null,
    mode: rating === null ? 'practice' : 'study',
    hint: false,
    guess: false,
    at: new Date(at),
    zone,
    day: studyDayNumber(new Date(at), zone),
    device: 'd',
    recall: null,
    exam: null,
    undone: false,
    remarked: false,
    ...rest,
  };
}

/** An answer of today, at a minute of it. */
export function answer(
  question: string,
  rest: Partial<TodaysAnswer> & { readonly minute?: number } = {},
): TodaysAnswer {
  const { minute = 0, ...told } = rest;
  const at = new Date(hourOf(TODAY).getTime() + minute * 60_000);
  return { question, at, mode: 'study', rating: 'good', credit: 1, hint: false, guess: false, ms: null, ...told };
}

/** The same, not known at the first attempt. */
export const forgotten = (question: string, rest: Parameters<typeof answer>[1] = {}): TodaysAnswer =>
  answer(question, { rating: 'again', credit: 0, ...rest });

/** A repeat of it within the day. */
export const repeat = (question: string, rest: Parameters<typeof answer>[1] = {}): TodaysAnswer =>
  answer(question, { mode: 'practice', rating: null, ...rest });

/** A question that was met ten days ago and is due today. */
export function cardOf(question: string, rest: Partial<Card> = {}): Card {
  const lastDay = rest.lastDay ?? TODAY - 5;
  return {
    question,
    stability: 5,
    difficulty: 5,
    reps: 2,
    lapses: 0,
    firstDay: TODAY - 10,
    lastDay,
    lastAt: hourOf(lastDay),
    lastZone: ZONE,
    dueDay: TODAY,
    ...rest,
  };
}

export function cardsOf(...cards: readonly Card[]): ReadonlyMap<string, Card> {
  return new Map(cards.map(card => [card.question, card]));
}

/** One, answered so. */
export const partsOf = (kind: string): SyllabusQuestion['parts'] => [{ answer: { kind } }];

/** A question about a topic of its own within the folder that it lies in. */
export function questionOf(
  id: string,
  { kind = 'number', ...rest }: Partial<SyllabusQuestion> & { readonly kind?: string } = {},
): SyllabusQuestion {
  return { id, topics: [id], source: [], requires: [], credits: 1, parts: partsOf(kind), minutes: 2, ...rest };
}
