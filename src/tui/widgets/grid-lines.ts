import { type StyledLine, styled } from '../styled.ts';
import { type GridFrame, padded } from './grid-frame.ts';

/** Cells in their frame, and which of the columns have room. */

/** A space on either side, where the cell in use has its marks. */
const BESIDE_CELL = 2;
/** For the sign on either side that columns are hidden there. */
const HIDDEN = 2;

export interface Shown {
  /** The first column, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width + BESIDE_CELL, 0);

/** All columns, or those around this one that fit: it is the last of them where the ones before do not all fit. */
export function columnsAround(column: number, widths: readonly number[], room: number): Shown {
  if (sum(widths) <= room) return { from: 0, to: widths.length };
  let from = column;
  while (from > 0 && sum(widths.slice(from - 1, column + 1)) <= room - HIDDEN) from--;
  let to = column + 1;
  while (to < widths.length && sum(widths.slice(from, to + 1)) <= room - HIDDEN) to++;
  return { from, to };
}

/** The columns in groups that each fit. */
export function columnGroups(widths: readonly number[], room: number): readonly Shown[] {
  const groups: Shown[] = [];
  for (let from = 0; from < widths.length; ) {
    let to = from + 1;
    while (to < widths.length && sum(widths.slice(from, to + 1)) <= room) to++;
    groups.push({ from, to });
    from = to;
  }
  return groups;
}

/** The widest that a single cell may be, so that it can always be shown. */
export function roomForCell(room: number): number {
  return Math.max(1, room - BESIDE_CELL - HIDDEN);
}

export interface GridLines {
  readonly lines: readonly StyledLine[];
  /** The line that the cells of each row stand on. */
  readonly at: readonly number[];
}

/**
 * @param cells each with what stands on either side, at most as wide as its column with that
 * @param signs whether it is said where columns are hidden
 */
export function gridLines(
  { head, left, right }: GridFrame,
  cells: readonly (readonly StyledLine[])[],
  widths: readonly number[],
  { from, to }: Shown,
  signs = true,
): GridLines {
  const isCut = signs && to - from < widths.length;
  const columns = widths.map((_, i) => i).slice(from, to);
  const sign = (text: string): StyledLine => (isCut ? [styled(text, 'muted')] : []);
  const lines = head(columns, widths).map(
    (line): StyledLine => [...line.left, ...sign(line.between), ...line.cells, ...sign(line.between)],
  );
  const at: number[] = [];
  for (const [i, row] of cells.entries()) {
    const [first = [], ...more] = left[i] ?? [];
    at.push(lines.length);
    const shown = columns.flatMap(column => padded(row[column] ?? [], (widths[column] ?? 0) + BESIDE_CELL));
    lines.push(
      [...first, ...sign(from > 0 ? '…' : ' '), ...shown, ...sign(to < widths.length ? '…' : ' '), ...(right[i] ?? [])],
      ...more,
    );
  }
  return { lines, at };
}
