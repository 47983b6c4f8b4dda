import { type FSWatcher, watchFile as poll, readFileSync, unwatchFile, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Found } from '../../app/preview/state.ts';
import { isFileTrouble, reasonOf } from '../file-trouble.ts';

/** A file that is being written, as it is found whenever it changes. */

/** Editors save in several steps; what comes within this time is one change. In milliseconds. */
const SETTLED_AFTER = 60;
/** Network drives and folders made anew tell nobody of a change, so they are looked at every so often. */
const LOOK_EVERY = 1000;

/** The text as problems count its places: with plain line ends, and no byte-order mark. */
export function readFound(path: string): Found {
  try {
    return {
      text: readFileSync(path, 'utf8')
        .replaceAll('\r\n', '\n')
        .replace(/^\ufeff/, ''),
    };
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
    const isMissing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    return isMissing ? { missing: true } : { error: reasonOf(error, 'read') };
  }
}

/**
 * The folder is watched and not the file: editors put a new file in the place of the old one.
 *
 * @param report called with what differs from what was found before
 * @returns a function that ends it
 */
export function watchFile(path: string, report: (found: Found) => void): () => void {
  const name = basename(path);
  let last = JSON.stringify(readFound(path));
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const found = readFound(path);
    const now = JSON.stringify(found);
    if (now === last) return;
    last = now;
    report(found);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLED_AFTER);
  };
  const watcher = watcherOf(dirname(path), changed => {
    if (changed === null || changed === name) soon();
  });
  poll(path, { interval: LOOK_EVERY }, soon);
  return () => {
    clearTimeout(timer);
    watcher?.close();
    unwatchFile(path, soon);
  };
}

/** null where the system watches no folders here; looking every so often does without. */
function watcherOf(folder: string, changed: (name: string | null) => void): FSWatcher | null {
  try {
    return watch(folder, (_, name) => changed(name)).on('error', () => changed(null));
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
    return null;
  }
}
