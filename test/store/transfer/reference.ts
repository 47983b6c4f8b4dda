import { createEmptyCard, default_w, fsrs, Rating as Grade, type Grade as Graded } from 'ts-fsrs';
import type { Card, Correction, Rating, Review, Setting } from '../../../src/schedule/review.ts';

/** What the memories must be, worked out anew from a plain list of all rows with nothing but ts-fsrs. */

const DAY = 86_400_000;

export interface Rows {
  readonly reviews: ReadonlyMap<string, Review>;
  readonly corrections: ReadonlyMap<string, Correction>;
  readonly settings: ReadonlyMap<string, Setting>;
}

const GRADES: Readonly<Record<Rating, Graded>> = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
};

const clocks = new Map<string, Intl.DateTimeFormat>();
const SHOWN = { dateStyle: 'short', timeStyle: 'medium' } as const;

/** Days since 1970 of the local date, or of the one before until four o'clock. */
function dayOf(at: Date, zone: string): number {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...SHOWN });
  clocks.set(zone, clock);
  const shown = clock.format(at);
  return Date.parse(`${shown.slice(0, 10)}T00:00:00Z`) / DAY - (Number(shown.slice(11, 13)) < 4 ? 1 : 0);
}

export function expectedCards(rows: Rows): Map<string, Card> {
  const byQuestion = Map.groupBy(rows.reviews.values(), ({ question }) => question);
  const cards = new Map<string, Card>();
  for (const [question, reviews] of byQuestion) {
    const card = cardOf(question, reviews, rows);
    if (card) cards.set(question, card);
  }
  return cards;
}

function cardOf(question: string, reviews: readonly Review[], rows: Rows): Card | null {
  const model = fsrs({
    w: value(rows, 'weights', isFit)?.weights ?? default_w,
    request_retention:
      value(rows, `retention/${question.split('/')[0]}`, isRetention) ?? value(rows, 'retention', isRetention) ?? 0.9,
    maximum_interval: 36_500,
    enable_fuzz: false,
    enable_short_term: false,
  });
  let card = createEmptyCard(new Date(0));
  let found = null as Card | null;
  for (const review of reviews.toSorted((a, b) => Number(a.at) - Number(b.at) || (a.id < b.id ? -1 : 1))) {
    const rating = ratingOf(review, rows);
    const day = dayOf(review.at, review.zone);
    if (rating === null || day === found?.lastDay) continue;
    // No time has passed where the day is an earlier one.
    const seen = new Date(Math.max(day, found?.lastDay ?? day) * DAY);
    card = { ...model.next(card, seen, GRADES[rating]).card, last_review: new Date(day * DAY) };
    found = {
      question,
      stability: card.stability,
      difficulty: card.difficulty,
      reps: card.reps,
      lapses: card.lapses,
      firstDay: found?.firstDay ?? day,
      lastDay: day,
      lastAt: review.at,
      lastZone: review.zone,
      dueDay: day + Math.min(36_500, card.scheduled_days),
    };
  }
  return found;
}

/** The one in force; null where the review was taken back, or moves nothing. */
function ratingOf({ id, mode, rating }: Review, { corrections }: Rows): Rating | null {
  const own = [...corrections.values()].filter(({ review }) => review === id).sort((a, b) => (a.id < b.id ? 1 : -1));
  if (own.find(({ kind }) => kind === 'undo' || kind === 'restore')?.kind === 'undo') return null;
  if (mode !== 'study') return null;
  const byHand = own.find(({ kind }) => kind === 'rating')?.rating;
  const byMark = own.find(({ kind }) => kind === 'remark')?.rating;
  return byHand ?? byMark ?? rating;
}

function value<T>({ settings }: Rows, name: string, fits: (given: unknown) => given is T): T | null {
  const own = [...settings.values()].filter(setting => setting.name === name);
  const latest = own.sort((a, b) => (a.id < b.id ? 1 : -1))[0]?.value;
  return fits(latest) ? latest : null;
}

const isRetention = (given: unknown): given is number => typeof given === 'number' && given >= 0.7 && given <= 0.97;
const isFit = (given: unknown): given is { readonly weights: number[] } =>
  typeof given === 'object' && given !== null && 'algorithm' in given && given.algorithm === 'FSRS-6';
