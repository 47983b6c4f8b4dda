import type { Chart } from '../notation/charts/chart.ts';
import { type Line, lineWidth, span } from '../notation/line.ts';
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

function blockLines(block: Block, page: Page): readonly Line[] {
  if (typeof block === 'string') return wrap([span(block)], innerWidth(page));
  if (!('words' in block)) return block;
  return page.isHeard ? wrap([span(block.words)], innerWidth(page)) : block.lines;
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
