/** The statements of the card cache. */

import type { Database } from 'better-sqlite3';
import type { Card, Memory } from '../schedule/review.ts';
import { type CardRow, fromMemory, toCard } from './rows.ts';

export interface Cards {
  all(): Map<string, Card>;
  get(question: string): Card | null;
  /** Keeps what is remembered of a question; null: nothing is. */
  put(question: string, memory: Memory | null): void;
  clear(): void;
}

/** Prepares every statement once. */
export function prepareCards(db: Database): Cards {
  const all = db.prepare<[], CardRow>('SELECT * FROM card ORDER BY question');
  const one = db.prepare<[string], CardRow>('SELECT * FROM card WHERE question = ?');
  const upsert = db.prepare<CardRow>(
    `INSERT OR REPLACE INTO card (question, stability, difficulty, reps, lapses, last_at, last_zone, due)
     VALUES (@question, @stability, @difficulty, @reps, @lapses, @last_at, @last_zone, @due)`,
  );
  const remove = db.prepare<[string]>('DELETE FROM card WHERE question = ?');
  const clear = db.prepare<[]>('DELETE FROM card');

  return {
    all: () => new Map(all.all().map(row => [row.question, toCard(row)])),
    get: question => {
      const row = one.get(question);
      return row === undefined ? null : toCard(row);
    },
    put: (question, memory) => {
      if (memory) upsert.run(fromMemory(question, memory));
      else remove.run(question);
    },
    clear: () => void clear.run(),
  };
}
