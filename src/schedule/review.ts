/** One answered question, as the append-only log keeps it, and the vocabulary that every room shares about it. */

export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof RATINGS)[number];

/**
 * How an answer came about. `study` moves the schedule; `drill` (the practice lane) and `practice` (a repeat within one
 * study day) are logged and move nothing.
 */
export type Mode = 'study' | 'drill' | 'practice';

/** A row of the review log. Nothing in it is ever changed: see Correction. */
export interface Review {
  /** UUID version 7: sortable by time, unique across machines. */
  readonly id: string;
  readonly question: string;
  /** Content hash of the question file as it was. */
  readonly hash: string;
  /** null: the given variant. */
  readonly seed: number | null;
  /** The drawn values by variable name. */
  readonly vars: Readonly<Record<string, unknown>>;
  /** The answer key of each part, by part name. */
  readonly key: Readonly<Record<string, unknown>>;
  /** The raw reply to each part, in order, as typed. */
  readonly reply: readonly string[];
  /** 0 … 1. */
  readonly credit: number;
  /** The whole mark as it was given (credits, recognised mistakes, comments by part). */
  readonly mark: unknown;
  /** null where the mode is not `study`: such rows move nothing. */
  readonly rating: Rating | null;
  /** Milliseconds from showing the question to the reply; null where nobody watched the clock. */
  readonly ms: number | null;
  readonly mode: Mode;
  readonly hint: boolean;
  /** The student declared a guess. */
  readonly guess: boolean;
  readonly at: Date;
  /** IANA time zone of the student at that moment; the study day is counted in it. */
  readonly zone: string;
  readonly device: string;
  /** Predicted recall (0 … 1) just before the answer; null for a question never rated before. */
  readonly recall: number | null;
}

/** A review before the log gives it its id and its device. */
export type NewReview = Omit<Review, 'id' | 'device'>;

/** A compensating row: takes a review back, or overrules its rating. The latest one of a kind counts. */
export interface Correction {
  readonly id: string;
  readonly review: string;
  readonly kind: 'undo' | 'rating';
  /** Only with kind `rating`. */
  readonly rating: Rating | null;
  readonly at: Date;
  readonly device: string;
}

/** A review with its corrections applied. */
export interface EffectiveReview extends Review {
  readonly undone: boolean;
}

/** What FSRS remembers of one question; a cache of the replayed log. */
export interface Memory {
  /** Days until recall falls to 90 %. */
  readonly stability: number;
  /** 1 … 10. */
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  /** When the last rated review happened, and in which zone. */
  readonly lastAt: Date;
  readonly lastZone: string;
  /** Start (04:00 local) of the study day on which the question is due again. */
  readonly due: Date;
}

export interface Card extends Memory {
  readonly question: string;
}
