import { gridShape } from '../../answers/tensor/grid-text.ts';
import type { Edit, EntryAction, EntryKind } from './entry.ts';
import {
  cellOf,
  findCell,
  type GridEntry,
  type GridKey,
  inRow,
  isReadable,
  placed,
  stepped,
  textsOf,
  withCell,
} from './grid-cells.ts';
import { filled } from './grid-paste.ts';
import { gapOf, readEntry, replyOf } from './grid-reply.ts';
import { typed } from './grid-typing.ts';
import { EMPTY_TEXT, edit, insert } from './text.ts';

/** A grid of numbers, filled in cell by cell or at once. */

function emptyGrid(key: GridKey): GridEntry {
  const { rows, columns } = gridShape(key);
  const row = Array.from({ length: columns }, () => EMPTY_TEXT);
  return { kind: 'grid', cells: Array.from({ length: rows }, () => row), row: 0, column: 0, note: null };
}

const isEmpty = (entry: GridEntry): boolean =>
  textsOf(entry)
    .flat()
    .every(text => text === '');

function pastedInto(entry: GridEntry, text: string, key: GridKey): GridEntry {
  return filled(entry, text, key) ?? withCell(entry, insert(cellOf(entry), text));
}

/** At the ends of a cell's text the cursor goes on to the cell beside it. */
function edited(entry: GridEntry, change: Edit): GridEntry {
  const { row, column, cells } = entry;
  const { cursor, characters } = cellOf(entry);
  const isAtStart = cursor === 0;
  const isAtEnd = cursor === characters.length;
  if (change === 'left' && isAtStart && column > 0) return placed(entry, [row, column - 1]);
  const isLast = column === (cells[row]?.length ?? 1) - 1;
  if (change === 'right' && isAtEnd && !isLast) return placed(entry, [row, column + 1], 'start');
  // A space that went on too early is taken back like any other sign.
  if (change === 'erase' && characters.length === 0) return stepped(entry, -1) ?? withCell(entry, cellOf(entry));
  return withCell(entry, edit(cellOf(entry), change));
}

function act(entry: GridEntry, action: EntryAction): GridEntry | null {
  switch (action) {
    case 'up':
      return inRow(entry, entry.row - 1);
    case 'down':
      return inRow(entry, entry.row + 1);
    case 'next-cell':
      return stepped(entry, 1);
    case 'previous-cell':
      return stepped(entry, -1);
    default:
      return null;
  }
}

function goTo(entry: GridEntry, where: 'first' | 'last' | 'unfinished'): GridEntry {
  const { cells } = entry;
  switch (where) {
    case 'first':
      return placed(entry, [0, 0]);
    case 'last':
      return placed(entry, [cells.length - 1, (cells[0]?.length ?? 1) - 1]);
    case 'unfinished': {
      const place = findCell(entry, text => !isReadable(text)) ?? findCell(entry, text => text === '');
      return place ? placed(entry, place) : entry;
    }
  }
}

export const gridEntries: EntryKind<GridEntry, GridKey> = {
  empty: emptyGrid,
  isEmpty,
  reply: replyOf,
  read: readEntry,
  insert: (entry, text, key, pasted) => (pasted ? pastedInto(entry, text, key) : typed(entry, text, key)),
  edit: edited,
  act,
  // No number begins with a letter that is a command, so letters are commands until something is typed.
  situations: entry => (isEmpty(entry) ? ['grid', 'text'] : ['grid', 'text', 'typing']),
  howTo: () => 'Type a number into each cell; Space or Tab goes on to the next.',
  gap: gapOf,
  goTo,
};
