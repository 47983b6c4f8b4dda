import {
  cellOf,
  findCell,
  type GridEntry,
  type GridKey,
  isReadable,
  readCell,
  textsOf,
} from '../../app/entries/grid-cells.ts';
import { type TextEntry, textOf as typedText } from '../../app/entries/text.ts';
import { clip } from '../../notation/columns.ts';
import { heardColumns, heardRows } from '../reader/grid.ts';
import { BLANK, clipped, indented, literal, recoloured, type StyledLine, styled, widthOf } from '../styled.ts';
import { fieldLine } from './field.ts';
import { gridFrame, padded } from './grid-frame.ts';
import { columnsAround, gridLines, roomForCell } from './grid-lines.ts';
import { shortReading } from './readings.ts';
import type { Drawn, WidgetProps } from './widget.ts';

/** A grid with the cell in use between ‹ and ›, and what the program understands of it. */
export function gridWidget(props: WidgetProps<GridEntry>): Drawn {
  const { entry, part, focused, several, width, isToldApart = false } = props;
  if (props.spoken) return heardGrid(props);
  const margin = several ? 5 : 2;
  const frame = gridFrame(part.key as GridKey, width - margin);
  const room = width - margin - frame.leftWidth - frame.rightWidth;
  const widths = widthsOf(entry, focused, frame.least, Math.min(WIDEST_CELL, roomForCell(room)));
  const cells = entry.cells.map((row, i) =>
    row.map((cell, j) => drawnCell(cell, focused && i === entry.row && j === entry.column, widths[j] ?? 0)),
  );
  const { lines, at } = gridLines(frame, cells, widths, columnsAround(entry.column, widths, room));
  const line = at[entry.row] ?? 0;
  if (!focused) return { lines: indented(lines, margin), at: [line, line] };
  const understood = reading(entry);
  const beside = [...(lines[line] ?? []), styled('  '), ...understood];
  const fits = widthOf(beside) + margin <= width;
  const below = [...(fits ? [] : [understood]), ...remarks(entry, width - margin, isToldApart)];
  const all = [...(fits ? lines.with(line, beside) : lines), ...(below.length > 0 ? below : [BLANK])];
  return { lines: indented(all, margin), at: [line, line] };
}

/** What is understood of the cell in use is said with it. */
function heardGrid({ entry, part, focused, width, isToldApart = false }: WidgetProps<GridEntry>): Drawn {
  const key = part.key as GridKey;
  const head = heardColumns(key);
  const lines = [...head, ...heardRows(key, textsOf(entry))].map((text): StyledLine => [styled(text)]);
  const at = head.length + entry.row;
  return { lines: [...lines, ...(focused ? remarks(entry, width, isToldApart, true) : [])], at: [at, at] };
}

const NARROWEST_CELL = 5;
const WIDEST_CELL = 16;

/** As wide as the contents, within bounds; the cursor behind a text takes a column as well. */
function widthsOf(entry: GridEntry, focused: boolean, least: readonly number[], most: number): number[] {
  return least.map((label, j) => {
    const needed = entry.cells.map((row, i) => {
      const cursor = focused && i === entry.row && j === entry.column ? 1 : 0;
      return widthOf([styled(typedText(row[j] ?? { characters: [] }))]) + cursor;
    });
    return Math.min(most, Math.max(NARROWEST_CELL, label, ...needed));
  });
}

function drawnCell(cell: TextEntry, inUse: boolean, width: number): StyledLine {
  if (inUse) {
    // Of a longer text the field shows a part, behind an ellipsis.
    const text = widthOf([styled(typedText(cell))]);
    const line = fieldLine(cell, true, text < width ? width : Math.max(1, width - 1));
    return [styled('‹', 'accent'), ...padded(line, width), styled('›', 'accent')];
  }
  const text = typedText(cell).trim();
  return padded([styled(' '), text === '' ? styled('·', 'muted') : styled(clip(text, width))], width + 2);
}

function reading(entry: GridEntry): StyledLine {
  const said = readingInWords(entry);
  return said === null ? [] : [styled(said, 'muted')];
}

/** What is understood of the cell in use; null where there is nothing in it. */
export function readingInWords(entry: GridEntry): string | null {
  const found = readCell(typedText(cellOf(entry)));
  if (found.status === 'empty') return null;
  return found.status === 'read' ? `read as ${shortReading(found.readAs)}` : 'not a number yet';
}

/** Why nothing was pasted, or a cell cannot be read; or, as long as there is nothing in the grid, how it is filled in. */
function remarks(entry: GridEntry, width: number, isToldApart: boolean, spoken = false): readonly StyledLine[] {
  const { note, cells } = entry;
  if (note !== null) return recoloured(literal(note, width), 'warning');
  const isEmpty = cells.every(row => row.every(({ characters }) => characters.length === 0));
  if (isEmpty) return cells.flat().length > 1 ? recoloured(literal(HOW_TO, width), 'muted') : [];
  const remark = isToldApart ? null : unreadable(entry, spoken);
  return remark === null ? [] : [clipped([styled(remark, 'muted')], width)];
}

/** What is wrong with the cell in use: nothing where it can be read, and no reason where it may only lack its end. */
export function unreadableCell(entry: GridEntry): { readonly reason: string | null } | null {
  const text = typedText(cellOf(entry)).trimEnd();
  const found = readCell(text);
  if (found.status !== 'unreadable') return null;
  return { reason: found.position < text.length ? found.reason : null };
}

/** Nothing about a text that may only lack its end; null where all can be read. */
function unreadable(entry: GridEntry, spoken: boolean): string | null {
  const own = unreadableCell(entry);
  // Who listens hears it with what stands in the cell.
  if (own !== null) return spoken ? null : own.reason;
  const [row, column] = findCell(entry, other => !isReadable(other)) ?? [];
  return row === undefined || column === undefined
    ? null
    : `Row ${row + 1}, column ${column + 1} cannot be read as a number yet.`;
}

const HOW_TO = 'Space or Tab: next cell. All cells can be pasted at once.';
