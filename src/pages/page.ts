import type { Chart } from '../notation/charts/chart.ts';
import { type Grid, grid } from '../notation/charts/grid.ts';
import { type Line, lineWidth, span, tidy } from '../notation/line.ts';
import { wrap } from '../notation/markdown/wrap.ts';

/** What a page of statistics is put together from. */

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Lines as they are, a sentence to be wrapped, or a chart. */
export type Block = readonly Line[] | string | Chart;

export interface Page {
  readonly width: number;
  /** Charts are told in words. */
  readonly isHeard: boolean;
}

const INDENT = 2;

/** Room that is left within a section. */
export function innerWidth({ width }: Pick<Page, 'width'>): number {
  return Math.max(1, width - INDENT);
}

export function sectionLines({ title, blocks }: Section, page: Page): Line[] {
  const indent = span(' '.repeat(INDENT));
  const room = innerWidth(page);
  // What no width was too small for when it was drawn is broken like text.
  const lines = blocks
    .flatMap(block => blockLines(block, page))
    .flatMap(line => (lineWidth(line) > room ? wrap(line, room) : [line]));
  return [
    [],
    ...wrap([span(title, 'heading')], page.width),
    ...lines.map(line => (line.length === 0 ? line : [indent, ...line])),
  ];
}

/** Words behind a mark or a name: what does not fit goes on below the words, or below the mark where that is too narrow. */
export function hanging(first: Line, words: string, page: Pick<Page, 'width'>): Line[] {
  const room = innerWidth(page);
  const margin = room - lineWidth(first) >= LEAST_WORDS ? lineWidth(first) : INDENT;
  if (margin < lineWidth(first)) {
    return [tidy([...first]), ...wrap([span(words)], Math.max(1, room - margin)).map(line => behind(margin, line))];
  }
  return wrap([span(words)], room - margin).map((line, i) => (i === 0 ? [...first, ...line] : behind(margin, line)));
}

function behind(margin: number, line: Line): Line {
  return [span(' '.repeat(margin)), ...line];
}

/** Words in fewer columns than this are hard to read. */
const LEAST_WORDS = 24;

function blockLines(block: Block, page: Page): readonly Line[] {
  if (typeof block === 'string') return wrap([span(block)], innerWidth(page));
  if (!('words' in block)) return block;
  return page.isHeard ? wrap([span(block.words)], innerWidth(page)) : block.lines;
}

/** Rows below the names of their columns; for listeners, who would have to count them, a sentence a row. */
export function gridLines(data: Grid, page: Page): readonly Line[] {
  return page.isHeard ? data.rows.map(row => [span(inSentence(data.head, row))]) : grid(data, innerWidth(page));
}

/** Rows with a name first, below the names of the columns; in sentences where there is no room for the columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], page: Page): readonly Block[] {
  const lines = gridLines({ head, rows, words: [0] }, page);
  if (page.isHeard || lines.every(line => lineWidth(line) <= innerWidth(page))) return [lines];
  return rows.map(row => hanging([span('• ')], inSentence(head, row), page));
}

/** `Today: answers 3; right 2 of 3` */
function inSentence(head: readonly string[], row: readonly string[]): string {
  const [name, ...cells] = row.map((cell, i) =>
    [head[i] ?? '', cell === '–' ? 'none' : cell].filter(Boolean).join(' '),
  );
  return `${name}: ${cells.join('; ')}`;
}

/** `1 question`, `2 questions` */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** `12 min`, `3 h 05 min` */
export function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (ms > 0 && minutes === 0) return '<1 min';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${rest} min` : `${hours} h ${String(rest).padStart(2, '0')} min`;
}

/** Cells behind one another, each as wide as the widest of its column and set to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0)));
  return rows.map(row => row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join(' '));
}
