import { digitsTex, exactDigits, shownDigits } from '../../compute/digits.ts';
import { type Shape, sizeOf } from '../../compute/tensor.ts';
import type { CellsReply } from './cells.ts';

/** Grids of numbers as text and as LaTeX. */

/** In full, so that it reads as the very same numbers. */
export function cellsText(cells: CellsReply, shape: Shape): string {
  return bracketed(
    cells.map(cell => (cell === null ? '_' : exactText(cell))),
    shape,
  );
}

function exactText(value: number): string {
  const { text, exact } = exactDigits(value);
  return exact ? text : String(value);
}

/** `5`, `[1 2 3]`, `[1 2; 3 4]`, `[[[1, 2], [3, 4]]]` */
export function bracketed(cells: readonly string[], shape: Shape, between = ' '): string {
  if (cells.length === 1) return cells[0] ?? '';
  if (shape.length === 1) return `[${cells.join(between)}]`;
  if (shape.length === 2) return `[${parts(cells, shape, row => row.join(between)).join('; ')}]`;
  return deep(cells, shape);
}

function deep(cells: readonly string[], shape: Shape): string {
  if (shape.length === 1) return `[${cells.join(', ')}]`;
  return `[${parts(cells, shape, part => deep(part, shape.slice(1))).join(', ')}]`;
}

/** What each part along the first side becomes. */
export function parts<Cell, Part>(
  cells: readonly Cell[],
  shape: Shape,
  make: (part: readonly Cell[]) => Part,
): readonly Part[] {
  const size = sizeOf(shape.slice(1));
  return Array.from({ length: shape[0] ?? 1 }, (_, i) => make(cells.slice(i * size, (i + 1) * size)));
}

/** LaTeX of a grid, and whether none of its numbers was rounded. */
export interface GridTex {
  readonly tex: string;
  readonly exact: boolean;
}

/** A vector is a column while it is short. */
const TALLEST_COLUMN = 6;

export function matrixTex(cells: CellsReply, shape: Shape): GridTex {
  const exact = cells.every(cell => cell === null || shownDigits(cell).exact);
  const texts = cells.map(cell => (cell === null ? '\\square' : digitsTex(shownDigits(cell).text)));
  return { tex: texts.length === 1 ? (texts[0] ?? '') : matrix(texts, shape), exact };
}

function matrix(cells: readonly string[], shape: Shape): string {
  if (shape.length === 1) {
    return `\\begin{bmatrix} ${cells.join(cells.length > TALLEST_COLUMN ? ' & ' : ' \\\\ ')} \\end{bmatrix}`;
  }
  // Deeper arrays are columns of matrices.
  const rows = parts(cells, shape, part => (shape.length === 2 ? part.join(' & ') : matrix(part, shape.slice(1))));
  return `\\begin{bmatrix} ${rows.join(' \\\\ ')} \\end{bmatrix}`;
}
