import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { createScheduler } from '../../../src/schedule/memory.ts';
import type { NewReview } from '../../../src/schedule/review.ts';
import { studyDayNumber } from '../../../src/schedule/study-day.ts';
import { tuningOf } from '../../../src/schedule/tuning.ts';
import { openStore, type Store } from '../../../src/store/store.ts';

export const MIGRATIONS = join(import.meta.dirname, '../../../migrations');
export const NOON = new Date('2026-11-20T12:00:00Z');

/** A new folder, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = scratchFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new folder that the caller takes away. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tutor-transfer-'));
}

export function openAt(directory: string, clock: () => Date = () => NOON): Store {
  return openStore({
    directory,
    migrations: MIGRATIONS,
    clock,
    randomBytes,
    studyDay: studyDayNumber,
    scheduler: settings => createScheduler(tuningOf(settings)),
  });
}

/** An open store, closed when the test is over. */
export function open(directory = temporaryFolder(), clock?: () => Date): Store {
  const store = openAt(directory, clock);
  onTestFinished(() => store.close());
  return store;
}

export function answer(question: string, at: Date | string = NOON, rest: Partial<NewReview> = {}): NewReview {
  return {
    question,
    hash: 'f00d',
    seed: 7,
    vars: { C: 32, x: [0.7, 0.5] },
    key: { a: Number.NEGATIVE_INFINITY },
    reply: ['33'],
    credit: 1,
    mark: { parts: [{ name: 'a', credit: 1, mistake: null, self: false }] },
    rating: 'good',
    ms: 8_123.4,
    mode: 'study',
    hint: false,
    guess: false,
    at: new Date(at),
    zone: 'Europe/Berlin',
    recall: null,
    exam: null,
    ...rest,
  };
}

export const TEMPLATE = { title: 'A question', parts: [{ name: 'a', zero: -0 }] };

const TABLES = ['review', 'correction', 'setting', 'exam', 'question_version', 'card'] as const;
type Dump = Readonly<Record<(typeof TABLES)[number], readonly unknown[]>>;

/** All that the database of a folder holds of the history, cards included. */
export function dump(folder: string): Dump {
  const db = new Database(join(folder, 'tutor.db'), { readonly: true });
  try {
    const of = (table: string) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
    return Object.fromEntries(TABLES.map(table => [table, of(table)])) as unknown as Dump;
  } finally {
    db.close();
  }
}

export function textOf(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}
