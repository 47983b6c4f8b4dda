/** Files that only their owner can read. */

import { closeSync, openSync } from 'node:fs';
import { primaryCode } from './errors.ts';

/**
 * Makes an empty file and says so; false where there is one. That one is not even opened: closing a database file again
 * would drop the locks that this process already holds on it.
 * @throws what the file system says, where none can be made
 */
export function createPrivate(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx', 0o600));
    return true;
  } catch (error) {
    if (primaryCode(error) === 'EEXIST') return false;
    throw error;
  }
}
