/** Between the rows of SQLite and the shapes of the program. */

import type { Card, Correction, EffectiveReview, Memory, Mode, Rating, Review } from '../schedule/review.ts';
import { fromJson, toJson } from './json.ts';

export interface ReviewRow {
  readonly id: string;
  readonly question: string;
  readonly hash: string;
  readonly seed: number | null;
  readonly vars: string;
  readonly key: string;
  readonly reply: string;
  readonly credit: number;
  readonly mark: string;
  readonly rating: Rating | null;
  readonly ms: number | null;
  readonly mode: Mode;
  readonly hint: number;
  readonly guess: number;
  readonly at: number;
  readonly zone: string;
  readonly device: string;
  readonly recall: number | null;
}

/** A row of the view `effective_review`. */
export interface EffectiveReviewRow extends ReviewRow {
  readonly undone: number;
}

export interface CorrectionRow {
  readonly id: string;
  readonly review: string;
  readonly kind: Correction['kind'];
  readonly rating: Rating | null;
  readonly at: number;
  readonly device: string;
}

export interface CardRow {
  readonly question: string;
  readonly stability: number;
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  readonly last_at: number;
  readonly last_zone: string;
  readonly due: number;
}

export function fromReview(review: Review): ReviewRow {
  return {
    ...review,
    vars: toJson(review.vars),
    key: toJson(review.key),
    reply: toJson(review.reply),
    mark: toJson(review.mark),
    hint: review.hint ? 1 : 0,
    guess: review.guess ? 1 : 0,
    at: review.at.getTime(),
  };
}

export function toReview(row: EffectiveReviewRow): EffectiveReview {
  return {
    ...row,
    vars: fromJson(row.vars) as Record<string, unknown>,
    key: fromJson(row.key) as Record<string, unknown>,
    reply: fromJson(row.reply) as string[],
    mark: fromJson(row.mark),
    hint: row.hint === 1,
    guess: row.guess === 1,
    at: new Date(row.at),
    undone: row.undone === 1,
  };
}

export function fromCorrection(correction: Correction): CorrectionRow {
  return { ...correction, at: correction.at.getTime() };
}

export function toCorrection(row: CorrectionRow): Correction {
  return { ...row, at: new Date(row.at) };
}

export function fromMemory(question: string, memory: Memory): CardRow {
  const { stability, difficulty, reps, lapses, lastAt, lastZone, due } = memory;
  return {
    question,
    stability,
    difficulty,
    reps,
    lapses,
    last_at: lastAt.getTime(),
    last_zone: lastZone,
    due: due.getTime(),
  };
}

export function toCard(row: CardRow): Card {
  const { last_at, last_zone, due, ...same } = row;
  return { ...same, lastAt: new Date(last_at), lastZone: last_zone, due: new Date(due) };
}
