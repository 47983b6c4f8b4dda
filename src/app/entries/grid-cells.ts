import type { Reading } from '../../answers/kind.ts';
import type { TableKey } from '../../answers/table/table.ts';
import type { CellsReply } from '../../answers/tensor/cells.ts';
import { readGrid } from '../../answers/tensor/read.ts';
import type { TensorKey } from '../../answers/tensor/tensor.ts';
import { EMPTY_TEXT, type TextEntry, textOf } from './text.ts';

/** Cells to be filled with numbers, and the ways among them. */

export interface GridEntry {
  readonly kind: 'grid';
  readonly cells: readonly (readonly TextEntry[])[];
  readonly row: number;
  readonly column: number;
  /** Why nothing came of what was pasted; the next key clears it. */
  readonly note: string | null;
}

export type GridKey = TensorKey | TableKey;

/** A row and a column, from 0. */
export type Place = readonly [row: number, column: number];

export function cellOf({ cells, row, column }: GridEntry): TextEntry {
  return cells[row]?.[column] ?? EMPTY_TEXT;
}

export function withCell(entry: GridEntry, cell: TextEntry): GridEntry {
  const { cells, row, column } = entry;
  return { ...entry, cells: cells.with(row, (cells[row] ?? []).with(column, cell)), note: null };
}

export function textsOf({ cells }: GridEntry): string[][] {
  return cells.map(row => row.map(cell => textOf(cell).trim()));
}

/** The same reply with the cursor in another cell, at one end of its text. */
export function placed(entry: GridEntry, [row, column]: Place, end: 'start' | 'end' = 'end'): GridEntry {
  const there = { ...entry, row, column };
  const cell = cellOf(there);
  return withCell(there, { ...cell, cursor: end === 'start' ? 0 : cell.characters.length });
}

/** The cell so many further on, row by row; null beyond the ends. */
export function stepped(entry: GridEntry, by: 1 | -1): GridEntry | null {
  const { cells, row, column } = entry;
  const width = cells[0]?.length ?? 1;
  const at = row * width + column + by;
  return at < 0 || at >= cells.length * width ? null : placed(entry, [Math.floor(at / width), at % width]);
}

/** The cell above or below; null beyond the edges. */
export function inRow(entry: GridEntry, row: number): GridEntry | null {
  return row < 0 || row >= entry.cells.length ? null : placed(entry, [row, entry.column]);
}

/** Where the first cell is that has this about it; null where none has. */
export function findCell(entry: GridEntry, has: (text: string) => boolean): Place | null {
  const texts = textsOf(entry);
  const row = texts.findIndex(cells => cells.some(has));
  return row < 0 ? null : [row, (texts[row] ?? []).findIndex(has)];
}

/** One cell for itself: a single number, however it is written, or a blank. */
export function readCell(text: string): Reading<CellsReply> {
  return readGrid(text, [1]);
}

export function isReadable(text: string): boolean {
  return readCell(text).status !== 'unreadable';
}
