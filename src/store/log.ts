/** The statements that read and extend the append-only log of reviews and their corrections. */

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
  /** The greatest id of any table. */
  newestId(): string | null;
  byId(id: string): EffectiveReview | null;
  /** As it was written, without its corrections. */
  recorded(id: string): EffectiveReview | null;
  /** In the order of writing. */
  correctionsOf(review: string): Correction[];
  /** Newest first. */
  newest(filter: ReviewFilter): EffectiveReview[];
  newestNotUndone(): EffectiveReview | null;
  countOf(question: string): number;
  /** When the latest answer of all happened, by the clock; null for an empty log. */
  latest(): Date | null;
}

export interface ReviewFilter {
  readonly question?: string;
  readonly limit?: number;
  /** Only those written before the review with this id. */
  readonly before?: string;
  /** Only those whose question, reply or recognised mistakes have this in them. */
  readonly containing?: string;
}

export const REVIEW_COLUMNS: readonly (keyof ReviewRow)[] = [
  ...(['id', 'question', 'hash', 'seed', 'vars', 'key', 'reply', 'credit', 'mark', 'rating', 'ms', 'mode'] as const),
  ...(['hint', 'guess', 'at', 'zone', 'day', 'device', 'recall', 'exam', 'scratch'] as const),
];
export const CORRECTION_COLUMNS: readonly (keyof CorrectionRow)[] = [
  ...(['id', 'review', 'kind', 'rating', 'hash', 'credit', 'mark', 'at', 'device'] as const),
];

/** `INSERT INTO review (id, …) VALUES (@id, …)` */
export function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(column => `@${column}`).join(', ')})`;
}

/** Prepares every statement once. */
export function prepareLog(db: Database): Log {
  const insertReview = db.prepare<ReviewRow>(insertInto('review', REVIEW_COLUMNS));
  const insertCorrection = db.prepare<CorrectionRow>(insertInto('correction', CORRECTION_COLUMNS));
  const newestId = db
    .prepare<[], string | null>(
      `SELECT max(id) FROM (SELECT max(id) AS id FROM review UNION ALL SELECT max(id) FROM correction
         UNION ALL SELECT max(id) FROM setting UNION ALL SELECT max(id) FROM exam
         UNION ALL SELECT max(id) FROM exam_attempt)`,
    )
    .pluck();
  const corrections = db.prepare<[string], CorrectionRow>('SELECT * FROM correction WHERE review = ? ORDER BY id');
  const select = <P extends unknown[]>(rest: string) =>
    db.prepare<P, EffectiveReviewRow>(`SELECT * FROM effective_review ${rest}`);
  const byId = select<[string]>('WHERE id = ?');
  const recorded = db.prepare<[string], EffectiveReviewRow>(
    'SELECT *, 0 AS undone, 0 AS remarked FROM review WHERE id = ?',
  );
  // One statement for all would keep SQLite from using an index for any.
  const newest = select<[string, number]>('WHERE id < ? ORDER BY id DESC LIMIT ?');
  const newestOf = select<[string, string, number]>('WHERE question = ? AND id < ? ORDER BY id DESC LIMIT ?');
  const notUndone = select<[]>('WHERE NOT undone ORDER BY id DESC LIMIT 1');
  const count = db.prepare<[string], number>('SELECT count(*) FROM review WHERE question = ?').pluck();
  const latest = db.prepare<[], number | null>('SELECT max(at) FROM review').pluck();

  return {
    addReview: review => void insertReview.run(fromReview(review)),
    addCorrection: correction => void insertCorrection.run(fromCorrection(correction)),
    newestId: () => newestId.get() ?? null,
    byId: id => orNull(byId.get(id), toReview),
    recorded: id => orNull(recorded.get(id), toReview),
    correctionsOf: review => corrections.all(review).map(toCorrection),
    newest: ({ question, limit = -1, before = AFTER_ALL, containing }) => {
      const wanted = containing?.toLowerCase() ?? '';
      if (wanted === '') {
        const rows = question === undefined ? newest.all(before, limit) : newestOf.all(question, before, limit);
        return rows.map(toReview);
      }
      const rows = question === undefined ? newest.iterate(before, -1) : newestOf.iterate(question, before, -1);
      return containingText(rows, wanted, limit).map(toReview);
    },
    newestNotUndone: () => orNull(notUndone.get(), toReview),
    countOf: question => count.get(question) ?? 0,
    latest: () => orNull(latest.get() ?? undefined, at => new Date(at)),
  };
}

/** Sorts after every id. */
const AFTER_ALL = 'g';

/** The first `limit` rows (all where it is negative) with these words in question, reply or mark. */
function containingText(rows: Iterable<EffectiveReviewRow>, wanted: string, limit: number): EffectiveReviewRow[] {
  const found: EffectiveReviewRow[] = [];
  for (const row of rows) {
    if (found.length === limit) break;
    if (`${row.question}\n${row.reply}\n${row.mark}`.toLowerCase().includes(wanted)) found.push(row);
  }
  return found;
}

export function orNull<Row, T>(row: Row | undefined, convert: (row: Row) => T): T | null {
  return row === undefined ? null : convert(row);
}
