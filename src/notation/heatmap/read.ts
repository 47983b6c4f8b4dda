import { columns } from '../columns.ts';
import { safeLine } from '../safe.ts';

/**
 * A matrix whose entries are shaded by their size, as it stands in Markdown: a fenced block that begins with ```heatmap TITLE,
 * names the columns, and has a line for each row.
 *
 *     ```heatmap Attention weights
 *     columns: the, cat, sat
 *     the: 1, 0, 0
 *     cat: 0.3, 0.7, 0
 *     ```
 */
export interface HeatMap {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** The number as it is written. */
  readonly text: string;
  /** Share of the largest one, 0 to 1. */
  readonly share: number;
}

const MOST = 12;
/** Of a name or a number, in columns. */
const LONGEST = 16;
const HEAD = 'columns';
const LINE = /^([^:]+?)\s*:\s*(.+)$/;
const NUMBER = /^\+?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** The description that follows the word `heatmap`; null where a block is something else. */
export function heatMapTitle(info: string): string | null {
  const match = /^heatmap(?:\s+(.*))?$/.exec(info.trim());
  return match ? (match[1] ?? '').trim() : null;
}

/** null where it cannot be drawn: it is then shown as it is. */
export function readHeatMap(title: string, text: string): HeatMap | null {
  const lines = text.split('\n').map(line => safeLine(line).trim());
  const [head, ...rows] = lines.filter(line => line !== '').map(line => LINE.exec(line));
  if (head?.[1] !== HEAD || rows.length === 0 || rows.length > MOST) return null;
  const names = (head[2] ?? '').split(/\s*,\s*/);
  const read = rows.map(row => ({ name: row?.[1] ?? '', numbers: numbersIn(row?.[2] ?? '') }));
  const isWhole = names.length <= MOST && read.every(({ numbers }) => numbers.length === names.length);
  const isNumber = read.every(({ numbers }) => numbers.every(one => NUMBER.test(one) && Number.isFinite(Number(one))));
  const words = [...names, ...read.flatMap(({ name, numbers }) => [name, ...numbers])];
  if (!isWhole || !isNumber || !words.every(word => word !== '' && columns(word) <= LONGEST)) return null;
  const largest = Math.max(...read.flatMap(({ numbers }) => numbers.map(Number)));
  const cell = (word: string): Cell => ({ text: word, share: largest === 0 ? 0 : Number(word) / largest });
  return { title, columns: names, rows: read.map(({ name, numbers }) => ({ name, cells: numbers.map(cell) })) };
}

/** Between commas and spaces; a vector that is filled in has brackets. */
function numbersIn(text: string): readonly string[] {
  return text
    .replaceAll(/[[\](),]/g, ' ')
    .split(/\s+/)
    .filter(word => word !== '');
}
