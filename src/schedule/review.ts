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
  /** The study day of `at` in `zone`: days since 1970-01-01. It follows from these two. */
  readonly day: number;
  readonly device: string;
  /** Predicted recall (0 … 1) just before the answer; null for a question never rated before. */
  readonly recall: number | null;
  /** Id of the mock exam that the answer was given in; null outside of exams. */
  readonly exam: string | null;
  /** The lines of the scratch pad; left out where nothing was worked out on it. */
  readonly scratch?: readonly string[];
}

/** A review before the log gives it its id, its device and its study day. */
export type NewReview = Omit<Review, 'id' | 'device' | 'day'>;

/** An answer as the session knows it, before the schedule says what it had expected. */
export type Attempted = Omit<NewReview, 'recall'>;

/** What a new mark of an old reply found, after its question was corrected. */
export interface Remark {
  /** Content hash of the question file that it was marked by. */
  readonly hash: string;
  readonly credit: number;
  readonly mark: unknown;
  /** null where the review moves nothing. */
  readonly rating: Rating | null;
}

/**
 * A compensating row. `undo` takes a review back and `restore` puts it in force again, `rating` overrules its rating, and
 * `remark` marks it again. Of undo and restore, and of each other kind, the latest one counts; a student's own rating
 * stands above one from a new mark.
 */
export interface Correction {
  readonly id: string;
  /** It may not have arrived yet, where two machines share their logs. */
  readonly review: string;
  readonly kind: 'undo' | 'restore' | 'rating' | 'remark';
  /** With kind `rating`, and with `remark` where the review moves anything. */
  readonly rating: Rating | null;
  /** Only with kind `remark`. */
  readonly remark: Remark | null;
  readonly at: Date;
  readonly device: string;
}

/** A choice of the student that the schedule depends on. Of those with one name the latest counts. */
export interface Setting {
  readonly id: string;
  readonly name: string;
  /** Plain data; null puts the default in force again. */
  readonly value: unknown;
  readonly at: Date;
  readonly device: string;
}

/** A review with its corrections applied: its credit, mark and rating are those in force. */
export interface EffectiveReview extends Review {
  readonly undone: boolean;
  /** It was marked again, by another version of its question. */
  readonly remarked: boolean;
}

/** What FSRS remembers of one question; a cache of the replayed log. */
export interface Memory {
  /** Days until recall falls to 90 %. */
  readonly stability: number;
  /** 1 … 10. */
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  /** Study day of the first rated review. */
  readonly firstDay: number;
  /** Study day of the last rated review, which happened at `lastAt` in `lastZone`. */
  readonly lastDay: number;
  readonly lastAt: Date;
  readonly lastZone: string;
  /** Study day on which the question is due again. */
  readonly dueDay: number;
}

export interface Card extends Memory {
  readonly question: string;
}
