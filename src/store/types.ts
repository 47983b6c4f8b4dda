/** What a history on disk offers. */

import type { Scheduler } from '../schedule/memory.ts';
import type { Card, Correction, EffectiveReview, NewReview, Rating, Remark, Setting } from '../schedule/review.ts';
import type { Answers, Rated } from './answers.ts';
import type { Exams } from './exams.ts';
import type { ReviewFilter } from './log.ts';
import type { LogRow } from './merge.ts';

export interface StoreOptions {
  /** The data folder; made, for its owner only, where there is none. */
  readonly directory: string;
  /** The folder of `NNNN-name.sql` files. */
  readonly migrations: string;
  readonly clock: () => Date;
  readonly randomBytes: (n: number) => Uint8Array;
  /** The study day of an instant, in days since 1970-01-01. @throws RangeError for an unknown zone */
  readonly studyDay: (at: Date, zone: string) => number;
  /** What the settings make of the schedule. Where its version differs from what the cards were made with, they are made again. */
  readonly scheduler: (settings: ReadonlyMap<string, unknown>) => Scheduler;
  /** How long to wait for another process, in milliseconds; 5000 unless told. */
  readonly timeout?: number;
}

export type NewCorrection =
  | { readonly kind: 'undo' | 'restore' }
  | { readonly kind: 'rating'; readonly rating: Rating }
  | { readonly kind: 'remark'; readonly remark: Remark };

/** How many rows of a merge were new, by their type, and how many were known. */
export interface Merged {
  readonly added: Readonly<Record<LogRow['type'], number>>;
  readonly known: number;
}

/** Every method throws a StoreError, with a message for the student, where the file or the disk lets it down. */
export interface Store {
  /** This folder's id in the log: random, made with the database. */
  readonly device: string;
  /**
   * Adds a row and brings the question's card up to date. It is on the disk when this returns.
   * @param template the question as it is, kept so that the answer can be shown as it was
   */
  record(review: NewReview, template: unknown): EffectiveReview;
  /**
   * Takes a review back, puts it in force again, overrules its rating or marks it again, durably. What would change nothing
   * is not written: taking back twice is taking back once.
   * @returns null where nothing was to be changed
   * @throws StoreError for an unknown review, or a new rating for one that was not studied and so moves nothing.
   */
  correct(review: string, change: NewCorrection): Correction | null;
  /** Writes a setting and brings the cards up to date where it moves them; null puts the default in force. */
  set(name: string, value: unknown): Setting;
  /** The values in force, without those that are as they come. */
  settings(): ReadonlyMap<string, unknown>;
  /** Oldest first. */
  settingHistory(name: string): readonly Setting[];
  /** What the settings in force make of the schedule. */
  scheduler(): Scheduler;
  /** The review written last that is not taken back, of whatever mode. */
  lastUndoable(): EffectiveReview | null;
  /** The one written last comes first, also where the clock was set back in between. */
  reviews(filter?: ReviewFilter): EffectiveReview[];
  reviewById(id: string): EffectiveReview | null;
  /** As it was written, without its corrections. */
  recorded(id: string): EffectiveReview | null;
  /** Oldest first. */
  correctionsOf(review: string): readonly Correction[];
  /** A question as it was, as plain data; null for a version that no answer here was given to. */
  version(question: string, hash: string): unknown;
  /** Every question that is remembered. The map changes as answers come in. */
  cards(): ReadonlyMap<string, Card>;
  card(question: string): Card | null;
  /** Rows of a question, those taken back included. */
  countOf(question: string): number;
  /** The row of a question written last, taken back or not. */
  lastShown(question: string): EffectiveReview | null;
  /** Answers not taken back, in the order of time: all, or those of a study day. */
  answers(day?: number): ReturnType<Answers['all']>;
  answerCounts: Answers['counts'];
  streak: Answers['streak'];
  mistakes: Answers['mistakes'];
  times: Answers['times'];
  /** Each question's counted reviews: rated, not taken back, the first of their study day; in the order of time. */
  ratedHistories(): Map<string, readonly (Rated & { readonly rating: Rating })[]>;
  /** Mock exams: those being taken here, and finished ones. */
  readonly exams: Exams;
  /** When the latest answer happened; null for an empty log. */
  latest(): Date | null;
  /** Adds the rows that are not known yet, all or none of them, and brings the cards up to date. */
  merge(rows: Iterable<LogRow>): Merged;
  /** Everything that the log holds; the rows written by one device, or by all. Nothing may be written meanwhile. */
  rows(device?: string): Iterable<LogRow>;
  /** Drops every card and replays the log. */
  rebuildCards(): void;
  /** What SQLite finds wrong with the file; empty where all is well. Reads all of it. */
  damage(): string[];
  close(): void;
}
