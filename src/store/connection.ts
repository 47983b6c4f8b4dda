/** Opens the file that holds the history. */

import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { primaryCode } from './errors.ts';
import { createPrivate, makeFolder } from './files.ts';
import { checkVersion, migrate, readSteps } from './migrate.ts';

/** How long a write waits for another process, in milliseconds. */
const BUSY_TIMEOUT = 5000;

const PAUSE = 20;

/**
 * Opens the database at `path`, made where there is none, in the shape of the last migration.
 * @throws StoreError where it is not ours or too new, an error of SQLite or the file system otherwise.
 */
export function connect(path: string, migrations: string, timeout = BUSY_TIMEOUT): Database.Database {
  const steps = readSteps(migrations);
  makeFolder(dirname(path));
  createPrivate(path);
  const db = new Database(path, { timeout });
  try {
    checkVersion(db, steps.length);
    patiently(timeout, () => db.pragma('journal_mode = WAL'));
    db.pragma('synchronous = FULL');
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
