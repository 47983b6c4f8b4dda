/** Reads the JSON Lines of a history strictly: what is not wholly right is refused, with its file and line. */

import { closeSync, openSync, readSync } from 'node:fs';
import { StoreError } from '../errors.ts';
import type { LogRow } from '../merge.ts';
import { checkHeader, isHeader, LineError, rowOf } from './format.ts';
import { linesOf, Misplaced, type TextLine } from './lines.ts';

/** A file, or what came on standard input. */
export interface Source {
  /** As messages call it. */
  readonly name: string;
  readonly chunks: Iterable<Uint8Array>;
}

/** Its message begins with FILE:LINE and has no full stop at its end. */
export class UnreadableLog extends StoreError {}

interface LogLine extends TextLine {
  readonly source: string;
}

/** git leaves these where two machines wrote to one file. What lies between them is of both, and both are wanted. */
const CONFLICT_MARK = /^(<{7}|>{7}|\|{7})( |$)|^={7}$/;

/**
 * The lines that should be rows; the header is checked and goes, as empty lines do and the marks of a merge conflict.
 * @param onMark told of each such mark
 * @throws UnreadableLog
 */
export function* rowLines({ name, chunks }: Source, onMark: () => void = () => {}): Generator<LogLine> {
  let isBegun = false;
  for (const line of located(name, linesOf(chunks))) {
    if (line.text.trim() === '') continue;
    if (CONFLICT_MARK.test(line.text)) {
      onMark();
      continue;
    }
    if (!isBegun || isHeader(line.text)) {
      placed({ ...line, source: name }, checkHeader);
      isBegun = true;
      continue;
    }
    yield { ...line, source: name };
  }
  if (!isBegun) throw new UnreadableLog(`${name} is empty: it has not even the header of a history. Copy it again`);
}

/** @throws UnreadableLog */
export function rowIn(line: LogLine): LogRow {
  return placed(line, rowOf);
}

/**
 * A file in pieces. Each piece is valid until the next one is asked for.
 * @param onBytes told how many bytes have come
 * @throws what the file system says
 */
export function* chunksOf(path: string, onBytes: (count: number) => void = () => {}): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const count = readSync(file, buffer);
      if (count === 0) return;
      onBytes(count);
      yield buffer.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

const PIECE = 2 ** 17;

function placed<T>(line: LogLine, read: (text: string) => T): T {
  try {
    return read(line.text);
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    // A row that is cut off is no JSON, whatever else it is.
    const message = line.isOpen && !isJson(line.text) ? CUT_OFF : error.message;
    throw new UnreadableLog(`${line.source}:${line.number}: ${message}`, { cause: error });
  }
}

const CUT_OFF = 'the file ends in the middle of a line; copy it again';

function* located(name: string, lines: Iterable<TextLine>): Generator<TextLine> {
  try {
    yield* lines;
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error;
    throw new UnreadableLog(`${name}:${error.line}: ${error.message}`, { cause: error });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
