import type { Granted } from './key.ts';

/** A reply as one text: the points granted on the first line, then what the student wrote. */

const NONE = /^(?:none|0|∅)\.?$/i;
const ALL = /^all\.?$/i;
/** What may stand between the numbers of points, around them and behind them. */
const SEPARATORS = /[\s,;.+&()[\]]+|\band\b/gi;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
/** A longer line is no list of points. */
const LONGEST_LIST = 300;

/** How a reply is kept and sent: `1 3`, an empty line, and the text. */
export function rubricReply(granted: Granted, written: string): string {
  const list = granted.flatMap((isGranted, i) => (isGranted ? [i + 1] : [])).join(' ') || 'none';
  return written === '' ? list : `${list}\n\n${written}`;
}

/** The two halves of a reply. Where the first line is no list of points, none is granted yet, and all of it is the answer. */
export function rubricParts(text: string): { readonly granted: string; readonly written: string } {
  const [line, rest] = cut(text);
  if (listIn(line) === null) return { granted: '', written: text };
  const [gap, written] = cut(rest);
  return { granted: line.trim(), written: gap === '' ? written : rest };
}

function cut(text: string): [before: string, after: string] {
  const found = LINE_BREAK.exec(text);
  return found ? [text.slice(0, found.index), text.slice(found.index + found[0].length)] : [text, ''];
}

/** A point that is named, with its place in the line. */
interface Named {
  readonly digits: string;
  readonly at: number;
}

/** `1 3`, `(1) and (3)`, `all`, `none`; null for any other line. */
export function listIn(line: string): 'all' | readonly Named[] | null {
  if (line.length > LONGEST_LIST) return null;
  const trimmed = line.trim();
  if (ALL.test(trimmed)) return 'all';
  if (NONE.test(trimmed)) return [];
  // Blanks of the same length keep every word in its place.
  const spaced = line.replaceAll(SEPARATORS, gap => ' '.repeat(gap.length));
  const words = [...spaced.matchAll(/\S+/g)].map(({ 0: digits, index: at }): Named => ({ digits, at }));
  return words.length > 0 && words.every(({ digits }) => /^\d+$/.test(digits)) ? words : null;
}
