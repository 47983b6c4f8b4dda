import { randomBytes } from 'node:crypto';
import { linkSync, lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Files that are there as a whole or not at all, and never in the place of others unless that is asked for. */

/** File systems without links refuse them in one of these ways. */
const NO_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** The file is there already. */
export class FileExists extends Error {
  override readonly name = 'FileExists';
}

/**
 * Writes a file beside its place and puts it there when all of it is written. A draft that was left behind, or that another
 * program writes at the same time, has another name.
 *
 * @param replace whether a file of this name may be replaced; a link is itself replaced and not what it leads to
 * @throws FileExists, or what the file system says
 */
export function writeNewFile(path: string, content: string | Uint8Array, replace: boolean): void {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeFileSync(draft, content, { flag: 'wx' });
    if (replace) renameSync(draft, path);
    else putInPlace(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || isThere(path)) throw new FileExists(`${path} exists`, { cause: error });
    if (!NO_LINKS.has(code)) throw error;
    renameSync(draft, path);
  }
}

/** Whatever it is: a file, a folder or a link to nowhere. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
