/** The statements of the card cache. */

import type { Database } from 'better-sqlite3';
import type { Card, Memory } from '../schedule/review.ts';
import { CARD_COLUMNS, type CardRow, type CardTuple, fromMemory, toCard } from './rows.ts';

export interface Cards {
  /** Held in memory and kept up to date there: thousands of them are asked for at every screen. */
  all(): ReadonlyMap<string, Card>;
  /** Keeps what is remembered of a question; null: nothing is. */
  put(question: string, memory: Memory | null): void;
  clear(): void;
  /** What is held in memory may not be what is on the disk: it is read anew. */
  forget(): void;
}

/** Prepares every statement once. */
export function prepareCards(db: Database): Cards {
  // Lists in place of objects, which thousands of rows would take twice as long to become.
  const all = db.prepare<[], CardTuple>(`SELECT ${CARD_COLUMNS.join(', ')} FROM card ORDER BY question`).raw();
  const upsert = db.prepare<CardRow>(
    `INSERT OR REPLACE INTO card
       (question, stability, difficulty, reps, lapses, first_day, last_day, last_at, last_zone, due_day)
     VALUES
       (@question, @stability, @difficulty, @reps, @lapses, @first_day, @last_day, @last_at, @last_zone, @due_day)`,
  );
  const remove = db.prepare<[string]>('DELETE FROM card WHERE question = ?');
  const clear = db.prepare<[]>('DELETE FROM card');
  let held: Map<string, Card> | null = null;

  return {
    all: () => {
      held ??= new Map(all.all().map(row => [row[0], toCard(row)]));
      return held;
    },
    put: (question, memory) => {
      if (memory) {
        upsert.run(fromMemory(question, memory));
        held?.set(question, { question, ...memory });
      } else {
        remove.run(question);
        held?.delete(question);
      }
    },
    clear: () => {
      held = null;
      clear.run();
    },
    forget: () => {
      held = null;
    },
  };
}
