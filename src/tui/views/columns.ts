import { clip, pad } from '../../notation/columns.ts';
import { clipped, type StyledLine, styled, widthOf } from '../styled.ts';
import type { Token } from '../theme.ts';

/** Rows of lists: a text that takes the room that there is, and narrow columns at the right. */

export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly token?: Token;
}

/** One line of at most `width` columns; the cells are flush right. */
export function row(text: StyledLine, cells: readonly Cell[], width: number): StyledLine {
  const room = width - cells.reduce((sum, cell) => sum + cell.width, 0);
  const cut = clipped(text, room);
  return [
    ...cut,
    styled(' '.repeat(Math.max(0, room - widthOf(cut)))),
    ...cells.map(cell => styled(pad(clip(cell.text, cell.width), cell.width, 'right'), cell.token)),
  ];
}

/** What stands under a cursor is marked, and everything else has room for the mark. */
export function cursorMark(isSelected: boolean): StyledLine[number] {
  return styled(isSelected ? '▸ ' : '  ', 'accent');
}

/** So many of the lines that the one at `at` is about in their middle. */
export function windowOf<T>(lines: readonly T[], at: number, height: number): readonly T[] {
  const count = Math.max(1, height);
  const first = Math.max(0, Math.min(at - Math.floor(count / 2), lines.length - count));
  return lines.slice(first, first + count);
}
