import { type Shape, sizeOf } from '../../compute/tensor.ts';
import { endOfMatrix, needsParentheses } from './prepare.ts';
import { type Range, type Rewritten, rewritten, splitAt, trimmed } from './rewritten.ts';
import { isVector } from './shapes.ts';

/** A way in which a text can be meant as a grid: the text as a matrix in brackets. */
export interface Arrangement extends Rewritten {
  /** Its signs can mean something else as well: it counts only where it has the shape that is wanted. */
  readonly isGuess: boolean;
}

/**
 * The likeliest first. The first counts wherever it can be read; the others settle by the shape that is wanted what the signs
 * alone leave open: `0,5; 1,5` are two numbers where two are wanted, and four where a 2×2 matrix is.
 */
export function arrangements(text: string, wanted: Shape | null): readonly [Arrangement, ...Arrangement[]] {
  const end = endOfMatrix(text);
  const body = trimmed(text, { from: 0, to: end });
  const whole = known(rewritten(text, [{ from: 0, to: text.length }]));
  const content = slice(text, body);
  if (/[[\]]/.test(content)) {
    const isFlat = content.startsWith('[') && content.endsWith(']') && !/[[\]]/.test(content.slice(1, -1));
    if (!isFlat) return [whole];
    const inner = trimmed(text, { from: body.from + 1, to: body.to - 1 });
    return [whole, ...guesses(text, [byEveryComma(text, inner), byLines(text, inner), byLooseCommas(text, inner)])];
  }
  // Only this function makes a matrix of numbers alone.
  const isWhole = /\bones\s*\(/i.test(content) || (wanted !== null && sizeOf(wanted) === 1);
  const wrapped = known(rewritten(text, ['[', body, ']', { from: body.to, to: text.length }]));
  const byCommas = guesses(text, [byEveryComma(text, body), byLooseCommas(text, body)]);
  if (isWhole) return [whole, wrapped, ...byCommas];
  // White space at the ends of a spreadsheet's row stands for empty cells.
  const lines = { from: 0, to: end };
  const [sheet] = guesses(text, [byLines(text, lines)]);
  if (!sheet) return [wrapped, ...byCommas];
  return isSheet(text, lines, wanted) ? [known(sheet), wrapped, ...byCommas] : [wrapped, sheet, ...byCommas, whole];
}

const known = (arranged: Rewritten): Arrangement => ({ ...arranged, isGuess: false });

/** More cells than that are no answer, and their shape says so without them. */
const MOST_SPLIT = 256;

type Rows = readonly (readonly Range[])[];

function guesses(text: string, splits: readonly Rows[]): Arrangement[] {
  return splits
    .filter(rows => rows.length > 0 && rows.flat().length <= MOST_SPLIT)
    .map(rows => ({ ...inBrackets(text, rows), isGuess: true }));
}

const slice = (text: string, { from, to }: Range): string => text.slice(from, to);

/** Cells between tabs, or a column with empty cells in it: a spreadsheet, where a blank within a cell means nothing. */
function isSheet(text: string, range: Range, wanted: Shape | null): boolean {
  const lines = linesOf(text, range);
  if (lines.some(line => slice(text, line).includes('\t'))) return true;
  const hasGaps = lines.some(line => slice(text, line).trim() === '');
  return hasGaps && wanted !== null && isVector(wanted) && lines.length === sizeOf(wanted);
}

const BREAK = /[\n\r\u2028\u2029]/g;

/** Blank lines before the first row and after the last one are none. */
function linesOf(text: string, range: Range): Range[] {
  const lines = splitAt(text, range, BREAK);
  const isFull = (line: Range): boolean => slice(text, line).trim() !== '';
  const first = Math.max(0, lines.findIndex(isFull));
  return lines.slice(first, lines.findLastIndex(isFull) + 1);
}

/** Every line is a row, of cells between tabs or else semicolons; a single line between semicolons is a column. */
function byLines(text: string, range: Range): Rows {
  const lines = linesOf(text, range).map(line => withoutSeparator(text, line));
  const hasTabs = lines.some(line => slice(text, line).includes('\t'));
  const rows = lines.map(line => splitAt(text, line, hasTabs ? /\t/g : /;/g));
  const [only] = rows;
  return rows.length === 1 && only && !hasTabs ? only.map(cell => [cell]) : rows;
}

/** A line may end in the sign that stands between its cells or rows: `1,2;`. */
function withoutSeparator(text: string, line: Range): Range {
  const found = /[;,] *$/.exec(slice(text, line));
  return found ? { from: line.from, to: line.from + found.index } : line;
}

/** `1,2;3,4`: every comma separates. */
function byEveryComma(text: string, range: Range): Rows {
  return byCommas(text, range, /,/g);
}

/** `0,5, 1,5`: a comma beside a blank separates, any other is a decimal one. */
function byLooseCommas(text: string, range: Range): Rows {
  return byCommas(text, range, /,(?=\s)|(?<=\s),/g);
}

const ROW_END = /;\s*|[\n\r\u2028\u2029]+/g;

function byCommas(text: string, range: Range, comma: RegExp): Rows {
  if (!slice(text, range).includes(',')) return [];
  return splitAt(text, range, ROW_END).map(row => splitAt(text, row, comma));
}

/** The cells as a matrix, with the transposition that the text ends in. */
function inBrackets(text: string, rows: Rows): Rewritten {
  const pieces = rows.flatMap((row, i) => [
    i === 0 ? '[' : '; ',
    ...row.flatMap((cell, j) => [j === 0 ? '' : ', ', ...celled(text, trimmed(text, cell))]),
  ]);
  return rewritten(text, [...pieces, ']', { from: endOfMatrix(text), to: text.length }]);
}

/** An empty cell, and one that would not stand for itself among others. */
function celled(text: string, cell: Range): (string | Range)[] {
  const content = slice(text, cell);
  if (content === '') return ['_'];
  return needsParentheses(content) ? ['(', cell, ')'] : [cell];
}
