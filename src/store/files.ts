/** Files that only their owner can read. */

import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { primaryCode } from './errors.ts';

/** Permissions of folders that others may look into, as far as the system lets them. */
export const OPEN = 0o777;

/**
 * Makes a folder and those above it that are missing. Node's own recursive way never comes back from a file system that
 * makes no folders, such as /proc.
 * @param mode their permissions: for their owner alone unless told
 * @throws what the file system says, where one cannot be made
 */
export function makeFolder(path: string, mode = 0o700): void {
  const above = dirname(path);
  if (above !== path && !exists(above)) makeFolder(above, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (primaryCode(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
}

/** Whatever is in the way below it, the next step says so better. */
function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

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
