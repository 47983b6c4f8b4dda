/** What every statistic is counted from. */

import type { Card, Memory, Mode, Rating } from '../review.ts';
import type { SyllabusQuestion } from '../syllabus.ts';

/** An answer that was not taken back, with its corrections applied. */
export interface AnswerRow {
  readonly id: string;
  readonly question: string;
  /** Study day: days since 1970-01-01. */
  readonly day: number;
  readonly at: Date;
  readonly zone: string;
  readonly mode: Mode;
  readonly rating: Rating | null;
  /** 0 … 1. */
  readonly credit: number;
  readonly ms: number | null;
  readonly hint: boolean;
  readonly guess: boolean;
  /** Predicted recall (0 … 1), frozen just before the answer; null where nothing was remembered yet. */
  readonly recall: number | null;
  /** Some of its credit was granted by the student. */
  readonly self: boolean;
}

/** A question of the bank. */
export type QuestionRow = Pick<SyllabusQuestion, 'id' | 'topics' | 'parts' | 'credits'>;

/** A misconception that was recognised in the replies to a part of a question. */
export interface MistakeRow {
  readonly question: string;
  readonly part: string;
  readonly tag: string;
  readonly times: number;
  /** Study day of the last time. */
  readonly lastDay: number;
}

export interface History {
  /** In the order of time. */
  readonly answers: readonly AnswerRow[];
  readonly cards: ReadonlyMap<string, Card>;
  /** Those of the bank; an answer may belong to a question that has left it. */
  readonly questions: readonly QuestionRow[];
  readonly mistakes: readonly MistakeRow[];
  /** Questions that the schedule leaves out. */
  readonly aside: { readonly has: (question: string) => boolean };
  /** The study day that it is. */
  readonly today: number;
  /** The chance (0 … 1) that a question is known on a study day. */
  readonly retrievability: (memory: Memory, day: number) => number;
  /** How long an answer to a question is expected to take, in milliseconds. */
  readonly expectedMs: (question: string) => number;
  /** Study day of the exam that a plan in force is made for. */
  readonly exam?: number | null;
}
