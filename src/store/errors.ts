/** What can go wrong between the program and the file that holds the history, said in words that help. */

/** Its message is for the student as it stands: what is wrong, with which file, and what to do about it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const ELSEWHERE = 'or choose another folder with --data or TUTOR_DATA';
const BACKUP = 'Keep it: move it aside, and put a backup (tutor.backup-v….db) in its place, or start afresh without it';

/** By SQLite result code (without its extension) or system error code. Nothing here is ever answered by deleting a file. */
const EXPLANATIONS: Readonly<Record<string, (path: string) => string>> = {
  SQLITE_NOTADB: path => `${path} is not a database. ${BACKUP}.`,
  SQLITE_CORRUPT: path => `${path} is damaged. ${BACKUP}.`,
  SQLITE_BUSY: path => `${path} is locked by another program. Close that program and try again.`,
  SQLITE_READONLY: path => `${path} cannot be written. Check who owns the file and its folder, ${ELSEWHERE}.`,
  SQLITE_CANTOPEN: path => `${path} cannot be opened. Check the permissions of the file and its folder, ${ELSEWHERE}.`,
  SQLITE_PERM: path => `${path} cannot be opened. Check the permissions of the file and its folder, ${ELSEWHERE}.`,
  SQLITE_FULL: path => `The disk is full: ${path} cannot grow. Free some space and try again.`,
  SQLITE_IOERR: path =>
    `The disk is full, or failed while ${path} was in use. Free some space, check the disk, ${ELSEWHERE}.`,
  EACCES: path => `${path} cannot be written. Check who owns the folder and its permissions, ${ELSEWHERE}.`,
  EPERM: path => `${path} cannot be written. Check who owns the folder and its permissions, ${ELSEWHERE}.`,
  EROFS: path => `${path} lies on a read-only disk. Make it writable, ${ELSEWHERE}.`,
  EEXIST: path => `${path} cannot be made: a file stands where its folder should be. Move that file, ${ELSEWHERE}.`,
  ENOTDIR: path => `${path} cannot be made: a file stands where a folder should be. Move that file, ${ELSEWHERE}.`,
  ENOENT: path => `${path} cannot be made: the folder above it is missing. Create that folder, ${ELSEWHERE}.`,
  ENOSPC: path => `The disk is full: ${path} cannot be written. Free some space and try again.`,
};

/**
 * Runs `action` upon the database at `path`.
 * @throws StoreError for what the student can mend. What is a fault of the program passes through unchanged.
 */
export function explained<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const explain = EXPLANATIONS[primaryCode(error)];
    throw explain ? new StoreError(explain(path), { cause: error }) : error;
  }
}

/** `SQLITE_READONLY_DIRECTORY` → `SQLITE_READONLY`; '' for what is no error of the system. */
export function primaryCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code;
}
