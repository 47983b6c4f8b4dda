/** Opens the file that holds the history. */

import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { primaryCode } from './errors.ts';
import { createPrivate, makeFolder } from './files.ts';
import { checkVersion, migrate, readSteps } from './migrate.ts';

/** How long a write waits for another process, in milliseconds. */
const BUSY_TIMEOUT = 5000;

const PAUSE = 20;

interface Connection {
  /** The folder of `NNNN-name.sql` files. */
  readonly migrations: string;
  /** The study day of an instant, for the steps that have to know it. */
  readonly studyDay: (at: Date, zone: string) => number;
  readonly timeout?: number;
}

/**
 * Opens the database at `path`, made where there is none, in the shape of the last migration.
 * @throws StoreError where it is not ours or too new, an error of SQLite or the file system otherwise.
 */
export function connect(path: string, { migrations, studyDay, timeout = BUSY_TIMEOUT }: Connection): Database.Database {
  const steps = readSteps(migrations);
  makeFolder(dirname(path));
  createPrivate(path);
  const db = new Database(path, { timeout });
  try {
    checkVersion(db, steps.length);
    patiently(timeout, () => db.pragma('journal_mode = WAL'));
    db.pragma('synchronous = FULL');
    db.function('study_day', { deterministic: true }, (at, zone) => studyDay(new Date(Number(at)), String(zone)));
    migrate(db, steps);
    db.pragma('foreign_keys = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** SQLite's own busy timeout does not cover the change to WAL while another process makes the same change. */
function patiently(timeout: number, action: () => void): void {
  const deadline = performance.now() + timeout;
  for (;;) {
    try {
      action();
      return;
    } catch (error) {
      if (primaryCode(error) !== 'SQLITE_BUSY' || performance.now() >= deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
