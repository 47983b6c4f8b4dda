/** What a queue is made from, and what stands in it. */

import type { DueInput } from './due.ts';
import type { Goal } from './goal.ts';
import type { Card } from './review.ts';
import type { TodaysAnswer } from './steps.ts';

export interface QueueItem {
  readonly question: string;
  /**
   * `step`: not known earlier today. `due`: its day has come. `new`: never rated. `ahead`: not due yet, and asked because it
   * helps most towards the exam.
   */
  readonly why: 'step' | 'due' | 'new' | 'ahead';
  /** null for a question never rated. */
  readonly card: Card | null;
  readonly retrievability: number | null;
  /** How long it will probably take today, with the repeat after a wrong answer, in milliseconds. */
  readonly ms: number;
}

export interface QueueInput extends DueInput {
  readonly now: Date;
  /** Today's answers in the order of time, without those taken back. */
  readonly answered: readonly TodaysAnswer[];
  /** null: as the plan says, or else five. */
  readonly newPerDay: number | null;
  readonly reviewsPerDay: number;
  /** Time left to be filled, in milliseconds; null where questions are counted and not minutes. */
  readonly budgetMs: number | null;
  /** The exam that all this serves; null where there is no plan. */
  readonly goal: Goal | null;
}

/** What of today is behind the student. */
export interface Done {
  /** Questions met on an earlier day and rated today. */
  readonly reviews: number;
  /** Questions met today. */
  readonly fresh: number;
}
