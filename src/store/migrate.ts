/**
 * Brings a database to the shape this program knows: the files `NNNN-name.sql`, in order and only forward. The number of
 * the last one applied is the database's `user_version`.
 */

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StoreError } from './errors.ts';
import { createPrivate } from './files.ts';

/** Written by the first migration; see there. */
const APPLICATION_ID = 1_953_854_578;

/**
 * What a database is, before anything is done to it.
 * @throws StoreError where it belongs to another program, or to a newer version of this one.
 */
export function checkVersion(db: Database, newest: number): number {
  const look = db.transaction(() => ({
    version: db.pragma('user_version', { simple: true }) as number,
    application: db.pragma('application_id', { simple: true }) as number,
    tables: db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() ?? 0,
  }));
  const { version, application, tables } = look();
  if (tables > 0 && application !== APPLICATION_ID) {
    throw new StoreError(
      `${db.name} belongs to another program. Move it elsewhere, or choose another folder with --data or TUTOR_DATA.`,
    );
  }
  if (version > newest) {
    throw new StoreError(
      `${db.name} was written by a newer version of the tutor (it has format ${version}, this program knows up to ` +
        `${newest}). Update the tutor, or choose another folder with --data or TUTOR_DATA.`,
    );
  }
  return version;
}

/**
 * Applies the steps that are still missing, all of them or none. A database that holds something is copied beside itself
 * first.
 * @throws StoreError where another process has meanwhile made it newer.
 */
export function migrate(db: Database, steps: readonly string[]): void {
  const version = checkVersion(db, steps.length);
  if (version === steps.length) return;
  if (version > 0) backUp(db, version);
  // A step may rebuild a table that others refer to. SQLite ignores this pragma inside a transaction.
  db.pragma('foreign_keys = OFF');
  const apply = db.transaction(() => {
    // Asked again: another process may have come first while this one waited for the lock.
    for (const step of steps.slice(checkVersion(db, steps.length))) db.exec(step);
    const dangling = db.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) throw new Error(`Migration leaves ${dangling.length} dangling references in ${db.name}`);
    db.pragma(`user_version = ${steps.length}`);
  });
  apply.immediate();
}

/**
 * The steps in `folder`, first to last.
 * @throws StoreError where the folder is missing, or its numbers do not run 0001, 0002, …
 */
export function readSteps(folder: string): string[] {
  const broken = (what: string, cause?: unknown) =>
    new StoreError(`The tutor is not installed completely: ${what}. Install it again.`, { cause });
  let files: string[];
  try {
    files = readdirSync(folder).filter(file => file.endsWith('.sql'));
  } catch (error) {
    throw broken(`${folder} cannot be read`, error);
  }
  if (files.length === 0) throw broken(`${folder} is empty`);
  return files.sort().map((file, index) => {
    const number = String(index + 1).padStart(4, '0');
    if (!file.startsWith(`${number}-`)) throw broken(`${join(folder, `${number}-….sql`)} is missing`);
    return readFileSync(join(folder, file), 'utf8');
  });
}

/** Copies the database to `tutor.backup-vN.db` beside it, or with a further number where that is taken. */
function backUp(db: Database, version: number): void {
  const path = claim(join(dirname(db.name), `${basename(db.name, '.db')}.backup-v${version}`));
  try {
    db.prepare('VACUUM INTO ?').run(path);
  } catch (error) {
    rmSync(path); // half a copy must not pass for one
    throw error;
  }
}

/** Makes an empty file, which SQLite will write a copy to, where no other process can have made one. */
function claim(stem: string): string {
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${stem}.db` : `${stem}-${number}.db`;
    if (createPrivate(path)) return path;
  }
}
