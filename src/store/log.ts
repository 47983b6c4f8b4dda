/** The statements that read and extend the append-only log. */

import type { Database } from 'better-sqlite3';
import type { Correction, EffectiveReview, Review } from '../schedule/review.ts';
import {
  type CorrectionRow,
  type EffectiveReviewRow,
  fromCorrection,
  fromReview,
  type ReviewRow,
  toCorrection,
  toReview,
} from './rows.ts';

export interface Log {
  addReview(review: Review): void;
  addCorrection(correction: Correction): void;
  /** The greatest id of either table. */
  newestId(): string | null;
  byId(id: string): EffectiveReview | null;
  undoOf(review: string): Correction | null;
  /** A question's rows in the order of time. */
  ofQuestion(question: string): EffectiveReview[];
  /** Every question that ever had a row. */
  questions(): string[];
  /** Newest first. */
  newest(limit: number, question?: string): EffectiveReview[];
  newestNotUndone(): EffectiveReview | null;
  countOf(question: string): number;
  /** When, from `from` until before `until`, a question had the first of its rated rows that were not taken back. */
  firstRatings(from: Date, until: Date): Date[];
}

const COLUMNS = [
  ...[
    'id',
    'question',
    'hash',
    'seed',
    'vars',
    'key',
    'reply',
    'credit',
    'mark',
    'rating',
    'ms',
    'mode',
    'hint',
    'guess',
    'at',
  ],
  ...['zone', 'device', 'recall'],
];

/** Prepares every statement once. */
export function prepareLog(db: Database): Log {
  const insertReview = db.prepare<ReviewRow>(
    `INSERT INTO review (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(column => `@${column}`).join(', ')})`,
  );
  const insertCorrection = db.prepare<CorrectionRow>(
    'INSERT INTO correction (id, review, kind, rating, at, device) VALUES (@id, @review, @kind, @rating, @at, @device)',
  );
  const newestId = db
    .prepare<[], string | null>(
      'SELECT max(id) FROM (SELECT max(id) AS id FROM review UNION SELECT max(id) FROM correction)',
    )
    .pluck();
  const undo = db.prepare<[string], CorrectionRow>(
    "SELECT * FROM correction WHERE review = ? AND kind = 'undo' ORDER BY id LIMIT 1",
  );
  const select = <P extends unknown[]>(rest: string) =>
    db.prepare<P, EffectiveReviewRow>(`SELECT * FROM effective_review ${rest}`);
  const byId = select<[string]>('WHERE id = ?');
  const ofQuestion = select<[string]>('WHERE question = ? ORDER BY at, id');
  const newest = select<[number]>('ORDER BY id DESC LIMIT ?');
  const newestOf = select<[string, number]>('WHERE question = ? ORDER BY id DESC LIMIT ?');
  const notUndone = select<[]>('WHERE NOT undone ORDER BY id DESC LIMIT 1');
  const questions = db.prepare<[], string>('SELECT DISTINCT question FROM review ORDER BY question').pluck();
  const count = db.prepare<[string], number>('SELECT count(*) FROM review WHERE question = ?').pluck();
  const counts = 'NOT undone AND rating IS NOT NULL';
  const firstRatings = db
    .prepare<[number, number], number>(
      `SELECT at FROM effective_review AS e WHERE at >= ? AND at < ? AND ${counts} AND NOT EXISTS (
        SELECT 1 FROM effective_review WHERE question = e.question AND (at, id) < (e.at, e.id) AND ${counts})`,
    )
    .pluck();

  return {
    addReview: review => void insertReview.run(fromReview(review)),
    addCorrection: correction => void insertCorrection.run(fromCorrection(correction)),
    newestId: () => newestId.get() ?? null,
    byId: id => orNull(byId.get(id), toReview),
    undoOf: review => orNull(undo.get(review), toCorrection),
    ofQuestion: question => ofQuestion.all(question).map(toReview),
    questions: () => questions.all(),
    newest: (limit, question) =>
      (question === undefined ? newest.all(limit) : newestOf.all(question, limit)).map(toReview),
    newestNotUndone: () => orNull(notUndone.get(), toReview),
    countOf: question => count.get(question) ?? 0,
    firstRatings: (from, until) => firstRatings.all(from.getTime(), until.getTime()).map(at => new Date(at)),
  };
}

function orNull<Row, T>(row: Row | undefined, convert: (row: Row) => T): T | null {
  return row === undefined ? null : convert(row);
}
