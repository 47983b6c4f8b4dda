import type { Stats } from 'node:fs';

/**
 * Whether a file is still the one that was read, without reading it again.
 *
 * Its size, the times of its last change and its number on the disk tell, as they tell Git. The time of the last change
 * of the file's entry (ctime) is among them: a program that sets the other time back to hide an edit, as `cp -p` and
 * `rsync -t` do, cannot set this one. What is left is an edit so soon after the reading that the clock of the disk has not
 * moved on: so a file that was changed shortly before it was read, or after, is not trusted the next time.
 */

export type Stamp = readonly [size: number, mtimeMs: number, ctimeMs: number, inode: number];

/** The coarsest clock of a disk in use, that of FAT, counts two seconds. */
const COARSEST_MS = 2000;

export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
  return [size, mtimeMs, ctimeMs, ino];
}

export function sameStamp(one: Stamp, other: Stamp): boolean {
  return one.every((value, i) => value === other[i]);
}

/** @param read when it was read, by the clock of a disk, in milliseconds */
export function isSettled([, mtimeMs, ctimeMs]: Stamp, read: number): boolean {
  return Math.max(mtimeMs, ctimeMs) < read - COARSEST_MS;
}
