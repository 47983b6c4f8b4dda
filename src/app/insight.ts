import type { Forecast } from '../schedule/memory.ts';
import type { QueueItem } from '../schedule/queue.ts';
import type { Card, EffectiveReview, Rating } from '../schedule/review.ts';

/** Why a question is asked now, and what is known about the student's memory of it. */
export interface Insight {
  /** Beside what the queue says: practice; and of one that is not asked: not due, due and waiting, or set aside. */
  readonly why: QueueItem['why'] | 'practice' | 'waits' | 'later' | 'aside';
  /** The study day, in days since 1970-01-01. */
  readonly today: number;
  readonly card: Card | null;
  /** 0 … 1; null for a question never rated. */
  readonly retrievability: number | null;
  /** The share that should still be known when a question comes up. */
  readonly desired: number;
  /** How long it will probably take, in milliseconds. */
  readonly ms: number;
  /** Newest first. */
  readonly last: readonly PastAnswer[];
  /** What each rating would do; null where the answer moves nothing. */
  readonly forecasts: Readonly<Record<Rating, Forecast>> | null;
}

export type PastAnswer = Pick<EffectiveReview, 'id' | 'at' | 'zone' | 'credit' | 'rating' | 'mode' | 'ms'>;

/** So many of the last answers are told. */
export const ANSWERS_TOLD = 5;
