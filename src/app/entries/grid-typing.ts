import { cellOf, type GridEntry, type GridKey, isReadable, placed, stepped, withCell } from './grid-cells.ts';
import { filled } from './grid-paste.ts';
import { EMPTY_TEXT, insert, textOf } from './text.ts';

/**
 * What is typed into a grid, sign by sign. A space behind a number goes on to the next cell and a semicolon to the next row,
 * so that `1 2; 3 4` fills a matrix. In brackets the signs wait in their cell: what they enclose is filled in when the
 * last one is closed.
 */

/** More at once is no typing. */
const LONGEST = 4000;
const SIGNS = /([\s;\]])/;

export function typed(entry: GridEntry, text: string, key: GridKey): GridEntry {
  const pieces = text.slice(0, LONGEST).split(SIGNS);
  return pieces.reduce((now, piece) => (piece === '' ? now : withPiece(now, piece, key)), entry);
}

function withPiece(entry: GridEntry, piece: string, key: GridKey): GridEntry {
  const plain = (): GridEntry => withCell(entry, insert(cellOf(entry), piece));
  if (!SIGNS.test(piece)) return plain();
  const { characters, cursor } = cellOf(entry);
  const before = textOf({ characters });
  if (cursor < characters.length) return plain();
  if (before.trimStart().startsWith('[')) return piece === ']' ? closed(plain(), key) : plain();
  if (isOpen(before)) return plain();
  if (piece === ']') return { ...entry, note: null };
  return piece === ';' ? nextRow(entry, plain) : nextCell(entry, before, plain);
}

/** Between parentheses, as in `max(1, 2)`, the signs belong to the number. */
const isOpen = (text: string): boolean => text.split('(').length > text.split(')').length;

/** What stands in a cell from its first bracket to its last one is as good as pasted. */
function closed(entry: GridEntry, key: GridKey): GridEntry {
  const text = textOf(cellOf(entry));
  const isComplete = text.split('[').length === text.split(']').length;
  return (isComplete && filled(entry, text, key)) || entry;
}

/** A comma before the space separates as well. In the last cell the space is text: what follows it would be too much. */
function nextCell(entry: GridEntry, before: string, plain: () => GridEntry): GridEntry {
  if (before.trim() === '') return { ...entry, note: null };
  const cell = before.trim().replace(/[,;]$/, '');
  if (!isReadable(cell)) return plain();
  return stepped(withCell(entry, insert(EMPTY_TEXT, cell)), 1) ?? plain();
}

/** Where a space has led to the next row already, a semicolon goes no further. */
function nextRow(entry: GridEntry, plain: () => GridEntry): GridEntry {
  const { row, column, cells } = entry;
  if (column === 0 && textOf(cellOf(entry)).trim() === '') return { ...entry, note: null };
  return row === cells.length - 1 ? plain() : placed(entry, [row + 1, 0]);
}
