import { type Shape, sizeOf } from '../../compute/tensor.ts';
import { isVector } from './shapes.ts';

/** Grids as tables in Markdown. */

/** @param rows the first cell of each is its heading */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(header), `|${header.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** A bar within a cell would end it, and a backslash before it is lost, so that a double bar of LaTeX needs its other name. */
function escaped(cell: string): string {
  return cell.replaceAll(/\$[^$]+\$/g, math => math.replaceAll('\\|', '{\\Vert}')).replaceAll(/\\?\|/g, '\\|');
}

/** A longer vector does not fit the width of the page. */
const WIDEST_ROW = 10;

/** Room for the numbers of a tensor, with the places numbered. */
export function emptyGrid(shape: Shape): string {
  const size = sizeOf(shape);
  const count = (length: number): string[] => Array.from({ length }, (_, i) => String(i + 1));
  if (isVector(shape) && size <= WIDEST_ROW) return markdownTable(count(size), [count(size).map(() => '')]);
  const columns = isVector(shape) ? 1 : (shape.at(-1) ?? 1);
  const empty = count(columns).map(() => '');
  const rows = count(size / columns).map((_, i) => [`**${rowName(i * columns, shape)}**`, ...empty]);
  return markdownTable(['', ...(columns === 1 ? [''] : count(columns))], rows);
}

/** The indices of the row that a cell stands in: `2`, or `1, 2` of a deeper array. */
function rowName(cell: number, shape: Shape): string {
  return isVector(shape) ? String(cell + 1) : indices(cell, shape).slice(0, -1).join(', ');
}

/** From 1, as on paper. */
export function indices(cell: number, shape: Shape): readonly number[] {
  return shape.map((length, axis) => (Math.floor(cell / sizeOf(shape.slice(axis + 1))) % length) + 1);
}
