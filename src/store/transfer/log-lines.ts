/** The whole log as the lines of a file. */

import type { LogRow } from '../merge.ts';
import { HEADER, lineOf } from './format.ts';

/** Each with its line break, the header first. */
export function* logLines(rows: Iterable<LogRow>): Generator<string> {
  yield `${HEADER}\n`;
  for (const row of rows) yield `${lineOf(row)}\n`;
}

/** What concerns one question: how it was, its reviews and their corrections. Reviews come before corrections. */
export function* rowsOf(question: string, rows: Iterable<LogRow>): Generator<LogRow> {
  const reviews = new Set<string>();
  for (const entry of rows) {
    if (entry.type === 'review' && entry.row.question === question) reviews.add(entry.row.id);
    if (concerns(entry, question, reviews)) yield entry;
  }
}

function concerns({ type, row }: LogRow, question: string, reviews: ReadonlySet<string>): boolean {
  if (type === 'setting' || type === 'exam') return false;
  return type === 'correction' ? reviews.has(row.review) : row.question === question;
}
