import { digitsTex, shownDigits } from '../../compute/digits.ts';
import type { Shape } from '../../compute/tensor.ts';
import type { GridSpace } from '../space.ts';
import { indices, isVector } from './shapes.ts';

/** Grids on paper, with the places numbered. */

/** A longer vector does not fit the width of the page. */
const WIDEST_ROW = 10;

/** A number in a cell: Markdown. */
export function cellMarkdown(value: number): string {
  return `$${digitsTex(shownDigits(value).text)}$`;
}

/** Room for the numbers of a tensor: a vector is a row while it is short, of a deeper array every innermost list is one. */
export function gridSpace(values: readonly number[], shape: Shape): GridSpace {
  const cells = values.map(cellMarkdown);
  if (isVector(shape) && cells.length <= WIDEST_ROW) {
    return { kind: 'grid', columns: counted(cells.length), rows: [{ heading: null, cells }] };
  }
  const width = isVector(shape) ? 1 : (shape.at(-1) ?? 1);
  const rows = Array.from({ length: cells.length / width }, (_, i) => {
    return { heading: `**${rowName(i * width, shape)}**`, cells: cells.slice(i * width, (i + 1) * width) };
  });
  return { kind: 'grid', columns: width === 1 ? [] : counted(width), rows };
}

function counted(length: number): string[] {
  return Array.from({ length }, (_, i) => String(i + 1));
}

/** The indices of the row that a cell stands in: `2`, or `1, 2` of a deeper array. */
function rowName(cell: number, shape: Shape): string {
  return isVector(shape) ? String(cell + 1) : indices(cell, shape).slice(0, -1).join(', ');
}
