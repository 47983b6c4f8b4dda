import { type Shape, sizeOf } from '../../compute/tensor.ts';
import { LanguageError } from '../../language/error.ts';
import { readNumber } from '../../language/evaluate.ts';
import type { TableKey } from '../table/table.ts';
import { arrangements } from './arrangements.ts';
import { needsParentheses, prepared } from './prepare.ts';
import { LONGEST } from './read.ts';
import { isVector } from './shapes.ts';
import { cellTexts } from './split.ts';
import type { TensorKey } from './tensor.ts';
import { bracketed } from './write.ts';

/** A grid that is filled in cell by cell, and the reply that it amounts to. */

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Of the key. */
  readonly shape: Shape;
}

/** A vector is a column; of a deeper array every innermost list is a row. */
export function gridShape(key: TensorKey | TableKey): GridShape {
  if (key.kind === 'table') {
    const [rows, columns] = [key.rows.length, key.columns.length];
    return { rows, columns, shape: [rows, columns] };
  }
  const columns = columnsOf(key.shape);
  return { rows: sizeOf(key.shape) / columns, columns, shape: key.shape };
}

function columnsOf(shape: Shape): number {
  return shape.length > 1 ? (shape.at(-1) ?? 1) : 1;
}

/** The texts of the cells as one reply; an empty cell is left blank, and without any other there is no reply. */
export function gridReply(cells: readonly (readonly string[])[], shape: Shape): string {
  const texts = cells.flat().map(cell => cell.trim());
  if (texts.every(text => text === '')) return '';
  return texts.length === 1 ? texts.join('') : bracketed(texts.map(celled), shape, ', ');
}

function celled(cell: string): string {
  if (cell === '') return '_';
  return needsParentheses(cell) ? `(${cell})` : cell;
}

/** A number, however it is written, or a blank. */
const NUMERIC = /[\p{N}π]|^e$|^$/u;

/**
 * The cells of a pasted text, empty where they are blank; null where it is the text of a single cell.
 *
 * @param wanted the key's shape: a text that can be meant in several ways is then taken as it fits, and laid out as in the
 * grid, a list as a column
 */
export function pastedCells(text: string, wanted: Shape | null = null): string[][] | null {
  if (text.length > LONGEST || text.trim() === '' || isNumber(text)) return null;
  const grids = arrangements(prepared(text, wanted), wanted).flatMap(arranged => {
    const rows = cellTexts(arranged.text)?.map(row => row.map(cell => cell.replace(/^_+$/, ''))) ?? [];
    return rows.flat().length > 1 && rows.flat().every(cell => NUMERIC.test(cell)) ? [rows] : [];
  });
  const fitting = wanted && grids.map(rows => laidOut(rows, wanted)).find(rows => rows !== null);
  return fitting ?? grids[0] ?? null;
}

function isNumber(text: string): boolean {
  try {
    readNumber(text);
    return true;
  } catch (error) {
    if (error instanceof LanguageError) return false;
    throw error;
  }
}

/** The cells as they stand in the grid, or null where they are not those of the grid. */
function laidOut(rows: readonly (readonly string[])[], wanted: Shape): string[][] | null {
  const cells = rows.flat();
  const columns = columnsOf(wanted);
  const isList = rows.length === 1 || rows.every(row => row.length === 1);
  const isAlike = isVector(wanted) ? isList : rows.every(row => row.length === columns);
  if (cells.length !== sizeOf(wanted) || !isAlike) return null;
  return Array.from({ length: cells.length / columns }, (_, i) => cells.slice(i * columns, (i + 1) * columns));
}
