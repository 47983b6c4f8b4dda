/** A text put together from parts of another, which knows where each of its characters stood there. */
export interface Rewritten {
  readonly text: string;
  /** The offset in the source of each character, and of the end. */
  readonly origin: readonly number[];
}

/** A part of the source. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export function rewritten(source: string, pieces: readonly (string | Range)[]): Rewritten {
  let text = '';
  const origin: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      for (let i = 0; i < piece.length; i++) origin.push(at);
      continue;
    }
    text += source.slice(piece.from, piece.to);
    for (at = piece.from; at < piece.to; at++) origin.push(at);
  }
  origin.push(at);
  return { text, origin };
}

/** Without the white space at both ends. */
export function trimmed(source: string, { from, to }: Range): Range {
  const text = source.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  return { from: start, to: Math.max(start, from + text.trimEnd().length) };
}

/** What stands between the places that a pattern finds; the pattern is global. */
export function splitAt(source: string, { from, to }: Range, separator: RegExp): Range[] {
  const parts: Range[] = [];
  let start = from;
  for (const match of source.slice(from, to).matchAll(separator)) {
    parts.push({ from: start, to: from + match.index });
    start = from + match.index + match[0].length;
  }
  return [...parts, { from: start, to }];
}
