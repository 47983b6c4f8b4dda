import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Columns } from './columns.ts';

/**
 * What is known of a folder's question files, kept in the cache: a line with the checksum of the rest, and JSON. A file
 * that is not ours, not whole, or of another version of the program counts as none, for all of it can be made anew.
 */

export interface FolderIndex {
  /** Of the program that read the files. */
  readonly build: string;
  /** The real path of the folder, and how messages name it. */
  readonly folder: string;
  readonly shownAs: string;
  /** When the reading began, by the clock of the disk that holds the index. */
  readonly read: number;
  readonly columns: Columns;
}

/** What an index must be of to be used. */
type Key = Pick<FolderIndex, 'build' | 'folder' | 'shownAs'>;

export interface Indexing {
  /** Tells programs apart: what one has read of a file another may read otherwise. */
  readonly build: string;
  /** Where indexes are kept; null: nowhere. */
  readonly cache: string | null;
  /** Makes a folder and those above it that are missing, for their owner alone. @throws what the file system says */
  readonly makeFolder: (path: string) => void;
}

/** Where the index of a folder lies, if anywhere. @throws Error of the file system where there is no such folder */
export function placeOf(
  folder: string,
  { build, cache }: Indexing,
): { readonly key: Key; readonly path: string | null } {
  const real = realpathSync(folder);
  const key = { build, folder: real, shownAs: folder };
  const name = checksum(JSON.stringify([real, folder])).slice(0, 16);
  return { key, path: cache === null ? null : join(cache, `bank-${name}.json`) };
}

/** null where there is none that can be used. */
export function readIndex(path: string, { build, folder, shownAs }: Key): FolderIndex | null {
  const bytes = bytesOf(path);
  if (bytes === null) return null;
  const end = bytes.indexOf(LINE_FEED);
  const json = bytes.subarray(end + 1);
  // What has this checksum we have written, so its shape is known.
  if (bytes.toString('latin1', 0, end) !== checksum(json)) return null;
  const found = JSON.parse(json.toString()) as FolderIndex;
  return found.build === build && found.folder === folder && found.shownAs === shownAs ? found : null;
}

const LINE_FEED = 0x0a;

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    return ignored(error, null);
  }
}

/** A draft of an index, which takes its place as a whole or not at all, whatever others write at the same time. */
export interface Draft {
  /** Now, by the clock of the disk, in milliseconds. */
  readonly begun: number;
  readonly write: (index: FolderIndex) => void;
  /** Leaves nothing behind. */
  readonly drop: () => void;
}

/** null where nothing can be written there, which costs time at the next start and nothing else. */
export function beginDraft(path: string, { makeFolder }: Indexing): Draft | null {
  const draft = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    makeFolder(dirname(path));
    writeFileSync(draft, '', { flag: 'wx', mode: 0o600 });
    const begun = statSync(draft).mtimeMs;
    return {
      begun,
      write: index => {
        const json = JSON.stringify(index);
        try {
          writeFileSync(draft, `${checksum(json)}\n${json}`);
          renameSync(draft, path);
        } catch (error) {
          ignored(error, null);
        }
      },
      drop: () => rmSync(draft, { force: true }),
    };
  } catch (error) {
    return ignored(error, null);
  }
}

function checksum(json: string | Buffer): string {
  return createHash('sha256').update(json).digest('hex');
}

/** What a disk refuses to a cache is no matter; @throws any other error */
function ignored<T>(error: unknown, instead: T): T {
  if (error instanceof Error && 'syscall' in error) return instead;
  throw error;
}
