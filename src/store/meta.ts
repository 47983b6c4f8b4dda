/** Single facts about the database itself. */

import type { Database } from 'better-sqlite3';

export interface Meta {
  get(key: string): string | null;
  set(key: string, value: string): void;
  /** The kept value, or the one made now: of two processes that make one, the first wins. */
  getOrMake(key: string, make: () => string): string;
}

export function prepareMeta(db: Database): Meta {
  const select = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const upsert = db.prepare<[string, string]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const insert = db.prepare<[string, string]>('INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)');
  const get = (key: string) => select.get(key) ?? null;

  return {
    get,
    set: (key, value) => void upsert.run(key, value),
    getOrMake: (key, make) => {
      const kept = get(key);
      if (kept !== null) return kept;
      const made = make();
      insert.run(key, made);
      return get(key) ?? made;
    },
  };
}
