/** Bytes of a file, in pieces, to its lines. */

import { isUtf8 } from 'node:buffer';
import { LineError } from './format.ts';

export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Nothing follows it, not even a line break: it may be cut off. */
  readonly isOpen: boolean;
}

/** A longer line is no row, and what has no line breaks at all need not be read to its end. */
const LONGEST = 16 * 2 ** 20;
const LINE_FEED = 10;
const BOM = '\uFEFF';

/**
 * Lines end in LF or CRLF; a byte order mark at the beginning goes.
 * @throws Misplaced where the bytes are no text
 */
export function* linesOf(chunks: Iterable<Uint8Array>): Generator<TextLine> {
  let rest: Uint8Array = new Uint8Array();
  let number = 0;
  for (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    for (const text of textOf(bytes.subarray(0, end), number)) {
      number += 1;
      yield { number, text: number === 1 ? withoutBom(text) : text, isOpen: false };
    }
    // The piece may be written over before the next one comes.
    rest = Uint8Array.from(bytes.subarray(end));
    if (rest.length > LONGEST) throw new Misplaced(number + 1, 'this line is too long for a row of the tutor');
  }
  for (const text of textOf(rest, number)) {
    number += 1;
    yield { number, text: number === 1 ? withoutBom(text) : text, isOpen: true };
  }
}

/** A LineError that knows its line. */
export class Misplaced extends LineError {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

function textOf(bytes: Uint8Array, before: number): string[] {
  if (bytes.length === 0) return [];
  if (!isUtf8(bytes)) throw new Misplaced(before + firstBroken(bytes), 'this is no text in UTF-8');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n').map(withoutReturn);
}

/** Of lines of bytes the first that is no text, from 1. */
function firstBroken(bytes: Uint8Array): number {
  let number = 1;
  for (let start = 0; ; number++) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return number;
    start = end + 1;
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function withoutBom(line: string): string {
  return line.startsWith(BOM) ? line.slice(1) : line;
}
