import { nested, type Shape } from '../../compute/tensor.ts';
import type { AnswerKind } from '../kind.ts';
import type { GridSpace } from '../space.ts';
import { type CellsReply, type CellTolerance, toleranceInWords } from './cells.ts';
import { type FreeCells, namedCells, withoutNames } from './free.ts';
import { cellMarkdown, gridSpace } from './grid-space.ts';
import { markGrid, numbersOf, type TensorMistake } from './mark.ts';
import { markFree } from './mark-free.ts';
import { readGrid } from './read.ts';
import { indices, isVector } from './shapes.ts';
import { cellsText, matrixTex } from './write.ts';

/** A vector, a matrix or a deeper array, marked cell by cell. */

export type { TensorMistake } from './mark.ts';

/** More cells than these are drudgery, and a reply has room for them in full precision. */
export const MOST_CELLS = 64;

export interface TensorKey {
  readonly kind: 'tensor';
  readonly shape: readonly number[];
  /** Row by row. */
  readonly values: readonly number[];
  readonly accepts: CellTolerance;
  readonly mistakes: readonly TensorMistake[];
  /** Set where any cells that meet conditions are right; the values are then an example. */
  readonly free?: FreeCells;
}

/** `element 3`, `row 2, column 1`, `element (1, 2, 1)` */
function cellName(cell: number, shape: Shape): string {
  if (isVector(shape)) return `element ${cell + 1}`;
  const at = indices(cell, shape);
  return at.length === 2 ? `row ${at[0]}, column ${at[1]}` : `element (${at.join(', ')})`;
}

function show({ values, shape, accepts, free }: TensorKey): string {
  const { tex, exact } = matrixTex(values, shape);
  if (free)
    return `for example ${namedCells(free, values)}; right is whatever meets ${free.conditions.map(({ tex: condition }) => `$${condition}$`).join(', ')}`;
  const within = toleranceInWords(accepts);
  return `$$${exact ? '' : '\\approx '}${tex}$$${within && ` (${within})`}`;
}

/** One row below the symbols; what is filled in is the author's example. */
function namedGrid({ cells }: FreeCells, values: readonly number[]): GridSpace {
  const columns = cells.map(({ tex }) => `$${tex}$`);
  return { kind: 'grid', columns, rows: [{ heading: null, cells: values.map(cellMarkdown) }] };
}

export const tensorKind: AnswerKind<TensorKey, CellsReply> = {
  read: (text, { shape, free }) => readGrid(free ? withoutNames(text, free) : text, shape),
  mark: (reply, key) =>
    key.free ? markFree(reply, key, key.free) : markGrid(reply, key, key.shape, cell => cellName(cell, key.shape)),
  print: key => cellsText(key.values, key.shape),
  data: ({ shape, values, accepts, free }) => ({
    key: nested({ shape, data: Float64Array.from(values) }),
    shape,
    accepts,
    // Where the key is one of many: what its cells are called, and what any reply must meet.
    ...(free && { cells: free.cells.map(({ name }) => name), holds: free.conditions.map(({ that }) => that) }),
  }),
  show,
  space: ({ values, shape, free }) => (free ? namedGrid(free, values) : gridSpace(values, shape)),
  mistakes: ({ shape, free, mistakes }) =>
    mistakes.map(({ values, tag, because }) => {
      const { tex, exact } = matrixTex(values, shape);
      const shown = free ? namedCells(free, values) : `$$${exact ? '' : '\\approx '}${tex}$$`;
      return { value: nested({ shape, data: Float64Array.from(values) }), shown, tag, because };
    }),
  numbers: (reply, key, accepted) => numbersOf(reply, key, key.shape, accepted),
};
