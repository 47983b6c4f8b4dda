/** The statements of exams: the log of finished ones, and what is being taken on this machine. */

import type { Database } from 'better-sqlite3';
import type { Attempt, ExamResult } from './attempts.ts';
import { type AttemptRow, type DraftRow, type ExamRow, fromAttempt, fromExam, toAttempt, toExam } from './exam-rows.ts';
import { fromJson, toJson } from './json.ts';
import { insertInto, orNull } from './log.ts';

export interface ExamTables {
  addResult(result: ExamResult): void;
  /** Newest first, by when they were handed in. */
  results(): ExamResult[];
  result(id: string): ExamResult | null;
  addAttempt(attempt: Attempt): void;
  attempt(id: string): Attempt | null;
  /** Whether it is there, which is told faster than all about it. */
  hasAttempt(id: string): boolean;
  /** Newest first. */
  attempts(): Attempt[];
  /** Time used; a smaller one than is known changes nothing, nor any once it is handed in. */
  setElapsed(id: string, ms: number): void;
  setHandedIn(id: string, at: Date): void;
  /** With its drafts. */
  removeAttempt(id: string): void;
  setDraft(attempt: string, slot: string, value: unknown): void;
  drafts(attempt: string): ReadonlyMap<string, unknown>;
  /** What a slot holds; null for nothing. */
  draft(attempt: string, slot: string): unknown;
}

export const EXAM_COLUMNS: readonly (keyof ExamRow)[] = [
  ...(['id', 'code', 'form', 'title', 'minutes', 'credits', 'pass', 'clock'] as const),
  ...(['forecast_mean', 'forecast_low', 'forecast_high', 'earned', 'self', 'questions', 'answered'] as const),
  ...(['ms', 'at', 'zone', 'device'] as const),
];
const ATTEMPT_COLUMNS: readonly (keyof AttemptRow)[] = [
  ...(['id', 'code', 'form', 'title', 'minutes', 'credits', 'pass', 'clock', 'forecast', 'data'] as const),
  ...(['at', 'zone', 'elapsed_ms', 'handed_in_at'] as const),
];

/** Prepares every statement once. */
export function prepareExams(db: Database): ExamTables {
  const insertResult = db.prepare<ExamRow>(insertInto('exam', EXAM_COLUMNS));
  const results = db.prepare<[], ExamRow>('SELECT * FROM exam ORDER BY at DESC, id DESC');
  const result = db.prepare<[string], ExamRow>('SELECT * FROM exam WHERE id = ?');
  const hasAttempt = db.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM exam_attempt WHERE id = ?)').pluck();
  const insertAttempt = db.prepare<AttemptRow>(insertInto('exam_attempt', ATTEMPT_COLUMNS));
  const attempt = db.prepare<[string], AttemptRow>('SELECT * FROM exam_attempt WHERE id = ?');
  const attempts = db.prepare<[], AttemptRow>('SELECT * FROM exam_attempt ORDER BY id DESC');
  const setElapsed = db.prepare<[number, string]>(
    'UPDATE exam_attempt SET elapsed_ms = max(elapsed_ms, ?) WHERE id = ? AND handed_in_at IS NULL',
  );
  const setHandedIn = db.prepare<[number, string]>('UPDATE exam_attempt SET handed_in_at = ? WHERE id = ?');
  const removeAttempt = db.prepare<[string]>('DELETE FROM exam_attempt WHERE id = ?');
  const setDraft = db.prepare<DraftRow>(
    `INSERT INTO exam_draft (attempt, slot, value) VALUES (@attempt, @slot, @value)
     ON CONFLICT DO UPDATE SET value = excluded.value`,
  );
  const draft = db
    .prepare<[string, string], string>('SELECT value FROM exam_draft WHERE attempt = ? AND slot = ?')
    .pluck();
  const drafts = db.prepare<[string], DraftRow>('SELECT * FROM exam_draft WHERE attempt = ? ORDER BY slot');

  return {
    addResult: given => void insertResult.run(fromExam(given)),
    results: () => results.all().map(toExam),
    result: id => orNull(result.get(id), toExam),
    addAttempt: given => void insertAttempt.run(fromAttempt(given)),
    attempt: id => orNull(attempt.get(id), toAttempt),
    hasAttempt: id => hasAttempt.get(id) === 1,
    attempts: () => attempts.all().map(toAttempt),
    setElapsed: (id, ms) => void setElapsed.run(ms, id),
    setHandedIn: (id, at) => void setHandedIn.run(at.getTime(), id),
    removeAttempt: id => void removeAttempt.run(id),
    setDraft: (id, slot, value) => void setDraft.run({ attempt: id, slot, value: toJson(value) }),
    draft: (id, slot) => orNull(draft.get(id, slot), fromJson),
    drafts: id => new Map(drafts.all(id).map(({ slot, value }) => [slot, fromJson(value)])),
  };
}
