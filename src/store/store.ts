/** One student's history on disk: an append-only log of answers, and the memories it adds up to. */

import { join } from 'node:path';
import { connect } from './connection.ts';
import { explained } from './errors.ts';
import { historyOver } from './history.ts';
import type { Store, StoreOptions } from './types.ts';

export type { Store, StoreOptions } from './types.ts';

/**
 * Opens the history in a folder, making or migrating it where needed.
 * @throws StoreError where it cannot be opened, is not a database of ours, or is newer than this program.
 */
export function openStore(options: StoreOptions): Store {
  const path = join(options.directory, 'tutor.db');
  return explained(path, () => {
    const db = connect(path, options);
    try {
      return historyOver(db, options);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}
