import type { Tokens } from 'marked';
import { type Line, lineWidth, type Span, span } from '../line.ts';
import { type Run, runs } from './runs.ts';
import { longestWord, widest, wrap } from './wrap.ts';

type Align = 'left' | 'center' | 'right';
type Cells = readonly (readonly Run[])[];

const MIN_COLUMN = 3;
const UNLIMITED = Number.POSITIVE_INFINITY;

/** The widths of the columns: as wide as their content, the widest ones reduced until all fit; `undefined` if none do. */
function columnWidths(rows: readonly Cells[], count: number, room: number): number[] | undefined {
  const each = (measure: (cell: readonly Run[]) => number): number[] =>
    Array.from({ length: count }, (_, column) => Math.max(1, ...rows.map(cells => measure(cells[column] ?? []))));
  const widths = each(cell => Math.min(room, widest(wrap(cell, UNLIMITED))));
  // A word is cut only where the columns would not fit otherwise.
  const words = each(longestWord).map((width, column) => Math.min(width, widths[column] ?? width));
  return (
    reduced(widths, words, room) ??
    reduced(
      widths,
      words.map(width => Math.min(width, MIN_COLUMN)),
      room,
    )
  );
}

/** No column becomes narrower than its least. */
function reduced(widths: readonly number[], least: readonly number[], room: number): number[] | undefined {
  const now = [...widths];
  let excess = now.reduce((sum, width) => sum + width, 0) - room;
  if (least.reduce((sum, width) => sum + width, 0) > room) return undefined;
  for (; excess > 0; excess--) {
    const spare = now.map((width, column) => (width > (least[column] ?? 0) ? width : 0));
    const at = spare.lastIndexOf(Math.max(...spare));
    now[at] = (now[at] ?? 0) - 1;
  }
  return now;
}

function border(widths: readonly number[], [left, middle, right]: readonly [string, string, string]): Line {
  return [span(left + widths.map(width => '─'.repeat(width + 2)).join(middle) + right, 'dim')];
}

function cellLine(line: Line, width: number, align: Align): Span[] {
  const room = width - lineWidth(line);
  const left = align === 'left' ? 0 : align === 'right' ? room : room >> 1;
  return [span(' '.repeat(left + 1)), ...line, span(' '.repeat(room - left + 1))];
}

/** One row of a table: as many lines as its tallest cell. */
function tableRow(cells: Cells, widths: readonly number[], align: readonly Align[]): Line[] {
  const wrapped = widths.map((width, column) => wrap(cells[column] ?? [], width));
  const height = Math.max(1, ...wrapped.map(lines => lines.length));
  return Array.from({ length: height }, (_, row) => [
    span('│', 'dim'),
    ...widths.flatMap((width, column) => [
      ...cellLine(wrapped[column]?.[row] ?? [], width, align[column] ?? 'left'),
      span('│', 'dim'),
    ]),
  ]);
}

/** A table too wide for any grid: every row as a list of "heading: value". */
function asList(header: Cells, rows: readonly Cells[], width: number): Line[] {
  return rows.flatMap((cells, index) => {
    const lines = cells.flatMap((cell, column) => wrap([...(header[column] ?? []), span(': '), ...cell], width));
    return index ? [[], ...lines] : lines;
  });
}

/** Renders a table with a frame; cells are wrapped where the table is wider than the terminal. */
export function renderTable(table: Tokens.Table, width: number): Line[] {
  const header = table.header.map(cell => runs(cell.tokens, 'strong'));
  const rows = table.rows.map(cells => cells.map(cell => runs(cell.tokens)));
  const align = table.align.map(side => side ?? 'left');
  const widths = columnWidths([header, ...rows], header.length, width - 3 * header.length - 1);
  if (!widths) return asList(header, rows, width);
  const body = rows.map(cells => tableRow(cells, widths, align));
  const separator = border(widths, ['├', '┼', '┤']);
  const airy = body.some(lines => lines.length > 1);
  return [
    border(widths, ['┌', '┬', '┐']),
    ...tableRow(header, widths, align),
    separator,
    ...body.flatMap((lines, index) => (airy && index > 0 ? [separator, ...lines] : lines)),
    border(widths, ['└', '┴', '┘']),
  ];
}
