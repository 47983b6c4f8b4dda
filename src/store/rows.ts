/** Between the rows of SQLite and the shapes of the program. */

import type { Card, Correction, EffectiveReview, Memory, Mode, Rating, Review, Setting } from '../schedule/review.ts';
import { fromJson, toJson } from './json.ts';

/** Numbers are kept exactly, and JSON as text. */
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
  readonly day: number;
  readonly device: string;
  readonly recall: number | null;
  readonly exam: string | null;
  readonly scratch: string | null;
}

/** A row of the view `effective_review`. */
export interface EffectiveReviewRow extends ReviewRow {
  readonly undone: number;
  readonly remarked: number;
}

export interface CorrectionRow {
  readonly id: string;
  readonly review: string;
  readonly kind: Correction['kind'];
  readonly rating: Rating | null;
  readonly hash: string | null;
  readonly credit: number | null;
  readonly mark: string | null;
  readonly at: number;
  readonly device: string;
}

export interface SettingRow {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly at: number;
  readonly device: string;
}

/** A question as it was. */
export interface VersionRow {
  readonly question: string;
  readonly hash: string;
  readonly template: string;
}

export interface CardRow {
  readonly question: string;
  readonly stability: number;
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  readonly first_day: number;
  readonly last_day: number;
  readonly last_at: number;
  readonly last_zone: string;
  readonly due_day: number;
}

/** In the order of `toCard`. */
export const CARD_COLUMNS = [
  ...(['question', 'stability', 'difficulty', 'reps', 'lapses'] as const),
  ...(['first_day', 'last_day', 'last_at', 'last_zone', 'due_day'] as const),
] as const satisfies readonly (keyof CardRow)[];

type Tuple<Names extends readonly (keyof CardRow)[]> = { readonly [I in keyof Names]: CardRow[Names[I]] };
export type CardTuple = Tuple<typeof CARD_COLUMNS>;

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
    scratch: review.scratch ? toJson(review.scratch) : null,
  };
}

function toRecorded({ scratch, ...row }: ReviewRow): Review {
  return {
    ...row,
    vars: fromJson(row.vars) as Record<string, unknown>,
    key: fromJson(row.key) as Record<string, unknown>,
    reply: fromJson(row.reply) as string[],
    mark: fromJson(row.mark),
    hint: row.hint === 1,
    guess: row.guess === 1,
    at: new Date(row.at),
    ...(scratch === null ? {} : { scratch: fromJson(scratch) as string[] }),
  };
}

export function toReview({ undone, remarked, ...row }: EffectiveReviewRow): EffectiveReview {
  return { ...toRecorded(row), undone: undone === 1, remarked: remarked === 1 };
}

export function fromCorrection({ remark, ...correction }: Correction): CorrectionRow {
  return {
    ...correction,
    hash: remark?.hash ?? null,
    credit: remark?.credit ?? null,
    mark: remark ? toJson(remark.mark) : null,
    at: correction.at.getTime(),
  };
}

export function toCorrection({ hash, credit, mark, ...row }: CorrectionRow): Correction {
  const isRemark = hash !== null && credit !== null && mark !== null;
  const remark = isRemark ? { hash, credit, mark: fromJson(mark), rating: row.rating } : null;
  return { ...row, remark, at: new Date(row.at) };
}

export function fromSetting(setting: Setting): SettingRow {
  return { ...setting, value: toJson(setting.value), at: setting.at.getTime() };
}

export function toSetting(row: SettingRow): Setting {
  return { ...row, value: fromJson(row.value), at: new Date(row.at) };
}

export function fromMemory(question: string, memory: Memory): CardRow {
  return {
    question,
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: memory.reps,
    lapses: memory.lapses,
    first_day: memory.firstDay,
    last_day: memory.lastDay,
    last_at: memory.lastAt.getTime(),
    last_zone: memory.lastZone,
    due_day: memory.dueDay,
  };
}

/** Written out, as thousands of them are read at every start. */
export function toCard(row: CardTuple): Card {
  const [question, stability, difficulty, reps, lapses, firstDay, lastDay, lastAt, lastZone, dueDay] = row;
  const at = new Date(lastAt);
  return { question, stability, difficulty, reps, lapses, firstDay, lastDay, lastAt: at, lastZone, dueDay };
}
