/** Writes a file wholly or not at all: beside it first, and renamed when all of it is on the disk. */

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Characters that are written at once. */
const PIECE = 2 ** 16;

/**
 * @param lines each with its line break
 * @param signal leaves nothing behind where it comes before the end
 * @throws what the file system says, or an AbortError
 */
export async function writeWhole(path: string, lines: Iterable<string>, signal?: AbortSignal): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await pipeline(
      Readable.from(pieces(lines)),
      createWriteStream(beside, { flush: true }),
      signal === undefined ? {} : { signal },
    );
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Lines put together, as thousands of small writes take their time. */
export function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
