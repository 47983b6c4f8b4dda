import { readFileSync, statSync } from 'node:fs';
import { Failure } from './errors.ts';

/** What the file system refuses, in words that say what to do. Its own begin with a code and name calls of the system. */

type Doing = 'read' | 'written';

/** What is wrong, and what to do about it; by the error code of the system. */
type Trouble = readonly [what: string, remedy: string];

const OTHER = 'name another one';
const DENIED: Trouble = ['it is not allowed', `change its permissions, or ${OTHER}`];

const TROUBLES: Readonly<Record<string, Trouble>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EISDIR: ['it is a folder', 'name a file in it'],
  ENOTDIR: ['its folder is a file', OTHER],
  EEXIST: ['its folder is a file', OTHER],
  ELOOP: ['its links lead in a circle', 'mend them, or name the file itself'],
  ENAMETOOLONG: ['the name is too long', 'choose a shorter one'],
  EROFS: ['the disk is read-only', OTHER],
  ENOSPC: ['the disk is full', 'free some space and try again'],
  EDQUOT: ['no more space is allowed to you there', 'free some space and try again'],
  EFBIG: ['the file would be too large for its disk', OTHER],
  EIO: ['the disk failed', 'check it, and try again'],
  EMFILE: ['too many files are open', 'close some programs and try again'],
  EBUSY: ['another program uses it', 'close that one and try again'],
};

const MISSING: Readonly<Record<Doing, Trouble>> = {
  read: ['there is no such file', 'check the name'],
  written: ['its folder does not exist', `make it, or ${OTHER}`],
};

export function isFileTrouble(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** `x/y.csv cannot be written: its folder does not exist. Make it, or name another one.` */
export function troubleText(path: string, doing: Doing, error: NodeJS.ErrnoException): string {
  const [what, remedy] = troubleOf(error, doing);
  return `${path} cannot be ${doing}: ${what}. ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
}

function troubleOf({ code = '', message }: NodeJS.ErrnoException, doing: Doing): Trouble {
  if (code === 'ENOENT') return MISSING[doing];
  // What is not in the table is rare: what the system says of it is better than nothing.
  return TROUBLES[code] ?? [message, `check the disk, or ${OTHER}`];
}

/** Only what is wrong, to be put into a sentence of one's own. */
export function reasonOf(error: NodeJS.ErrnoException, doing: Doing): string {
  return troubleOf(error, doing)[0];
}

const WRITING = /^(?:mkdir|rename|unlink|rmdir|write|ftruncate|fsync|link|symlink|copyfile|chmod|futime|utime)/;

/** Of an error that nobody has explained; null where it is none of the file system, or does not say which file. */
export function unexplained(error: unknown): string | null {
  if (!isFileTrouble(error) || error.path === undefined) return null;
  return troubleText(error.path, WRITING.test(error.syscall ?? '') ? 'written' : 'read', error);
}

/**
 * The bytes of a file that somebody named.
 *
 * @param shown as it is named in messages
 * @throws Failure where there is none; a pipe would be waited for, and a device may never end
 */
export function bytesOf(file: string, shown = file): Uint8Array {
  try {
    const stats = statSync(file);
    if (!stats.isFile() && !stats.isDirectory()) {
      throw new Failure(
        `${shown} cannot be read: it is no regular file. Write what it gives into a file, and name that.`,
      );
    }
    return readFileSync(file);
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
    throw new Failure(troubleText(shown, 'read', error), { cause: error });
  }
}
