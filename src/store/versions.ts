/** The statements that keep questions as they were when they were answered. */

import type { Database } from 'better-sqlite3';
import { fromJson, toJson } from './json.ts';
import { insertInto } from './log.ts';
import type { VersionRow } from './rows.ts';

export interface Versions {
  /** Keeps a version of a question, once. */
  keep(question: string, hash: string, template: unknown): void;
  get(question: string, hash: string): unknown;
}

export const VERSION_COLUMNS: readonly (keyof VersionRow)[] = ['question', 'hash', 'template'];

/** Prepares every statement once. */
export function prepareVersions(db: Database): Versions {
  const one = db
    .prepare<[string, string], string>('SELECT template FROM question_version WHERE question = ? AND hash = ?')
    .pluck();
  const insert = db.prepare<VersionRow>(insertInto('question_version', VERSION_COLUMNS));
  return {
    keep: (question, hash, template) => {
      if (one.get(question, hash) === undefined) insert.run({ question, hash, template: toJson(template) });
    },
    get: (question, hash) => {
      const text = one.get(question, hash);
      return text === undefined ? null : fromJson(text);
    },
  };
}
