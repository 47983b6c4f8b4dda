import { clip, columns, pad } from '../columns.ts';
import { type Line, span, tidy } from '../line.ts';

/** Rows of numbers below their names. */
export interface Grid {
  /** Names of the columns; the last ones may be missing. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of words, by number from 0: they begin at the left, while numbers end at the right. */
  readonly words: readonly number[];
  /** The last column may be cut where there is no room for it; else a line may be wider. */
  readonly isCut?: boolean;
}

const GAP = '  ';

export function grid({ head, rows, words, isCut = false }: Grid, width: number): Line[] {
  const all = [head, ...rows];
  const count = Math.max(...all.map(row => row.length));
  const widths = Array.from({ length: count }, (_, i) => Math.max(...all.map(row => columns(row[i] ?? ''))));
  const set = (row: readonly string[]): string => {
    const cells = widths.map((cell, i) => pad(row[i] ?? '', cell, words.includes(i) ? 'left' : 'right'));
    const line = cells.join(GAP).trimEnd();
    return isCut ? clip(line, width) : line;
  };
  const heading = head.some(name => name !== '') ? [tidy([span(set(head), 'dim')])] : [];
  return [...heading, ...rows.map(row => [span(set(row))])];
}
