/** How methods reach the database: alone or as one transaction, with errors that help, and never with what was held too long. */

import type { Database } from 'better-sqlite3';
import { explained } from './errors.ts';

type Wrap = <A extends unknown[], R>(method: (...args: A) => R) => (...args: A) => R;

export interface Access {
  /** For methods that read. */
  readonly safely: Wrap;
  /**
   * All of it or nothing, and on the disk when it returns. It takes the write lock before it reads anything, so that two
   * processes never work from the same newest id or log.
   */
  readonly atomically: Wrap;
  /**
   * The same without waiting for the disk: what it wrote outlives the program, however that ends. A power cut may take it
   * back, though nothing before the last `atomically`, and leaves the database whole.
   */
  readonly quickly: Wrap;
}

/** @param forget drops what is held in memory: the disk says otherwise */
export function accessTo(db: Database, forget: () => void): Access {
  /** SQLite's counter of what other connections have written. */
  let seen = db.pragma('data_version', { simple: true });
  const freshen = (): void => {
    const now = db.pragma('data_version', { simple: true });
    if (now !== seen) forget();
    seen = now;
  };
  const atomically: Wrap = method => {
    type Method = typeof method;
    const transaction = db.transaction((...args: Parameters<Method>): ReturnType<Method> => {
      freshen();
      return method(...args);
    });
    return (...args) =>
      explained(db.name, () => {
        try {
          return transaction.immediate(...args);
        } catch (error) {
          // What it had changed in memory is not on the disk.
          forget();
          throw error;
        }
      });
  };
  return {
    safely:
      method =>
      (...args) =>
        explained(db.name, () => {
          freshen();
          return method(...args);
        }),
    atomically,
    quickly: method => {
      const run = atomically(method);
      return (...args) => {
        db.pragma('synchronous = NORMAL');
        try {
          return run(...args);
        } finally {
          db.pragma('synchronous = FULL');
        }
      };
    },
  };
}
