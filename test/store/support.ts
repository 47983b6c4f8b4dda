import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createScheduler } from '../../src/schedule/memory.ts';
import type { EffectiveReview, Memory, NewReview } from '../../src/schedule/review.ts';
import { studyDayNumber } from '../../src/schedule/study-day.ts';
import { tuningOf, UNTUNED } from '../../src/schedule/tuning.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';

export const MIGRATIONS = join(import.meta.dirname, '../../migrations');
export const NOW = new Date('2026-11-20T12:00:00Z');

/** A new folder, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder of the migrations there are, and one more. */
export function migrationsAnd(sql: string): string {
  const folder = temporaryFolder();
  cpSync(MIGRATIONS, folder, { recursive: true });
  const number = String(readdirSync(folder).length + 1).padStart(4, '0');
  writeFileSync(join(folder, `${number}-test.sql`), sql);
  return folder;
}

export function options(directory: string, rest: Partial<StoreOptions> = {}): StoreOptions {
  return {
    directory,
    migrations: MIGRATIONS,
    clock: () => NOW,
    randomBytes,
    studyDay: studyDayNumber,
    scheduler: settings => createScheduler(tuningOf(settings)),
    ...rest,
  };
}

/** An open store, closed when the test is over. */
export function open(directory = temporaryFolder(), rest: Partial<StoreOptions> = {}): Store {
  const store = openStore(options(directory, rest));
  onTestFinished(() => store.close());
  return store;
}

export function answer(question: string, at: Date | string = NOW, rest: Partial<NewReview> = {}): NewReview {
  return {
    question,
    hash: 'f00d',
    seed: 7,
    vars: { C: 32, x: [0.7, 0.5] },
    key: { a: 33 },
    reply: ['33'],
    credit: 1,
    mark: { parts: [{ name: 'a', credit: 1 }] },
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

/** What a replay of these rows gives, beside the store. */
export function replay(reviews: readonly EffectiveReview[]): Memory | null {
  return createScheduler(UNTUNED).replay(reviews[0]?.question ?? '', reviews);
}
