import { columns, pad } from '../columns.ts';
import { type Line, span, tidy } from '../line.ts';
import type { Chart } from './chart.ts';

/** Lying bars, one below the other, each of one or more pieces. */
export interface Bars {
  readonly title: string;
  /** What the pieces of a bar stand for, in their order; none where there is one piece that needs no name. */
  readonly pieces: readonly string[];
  readonly rows: readonly Bar[];
}

interface Bar {
  readonly label: string;
  /** The size of each piece, none below 0. */
  readonly values: readonly number[];
  /** The numbers, behind the bar. */
  readonly text: string;
  /** The same for listeners. */
  readonly words: string;
}

const SIGNS = ['█', '▒', '·'];
const WIDEST = 40;
const NARROWEST = 5;
const GAP = 2;

/** The longest bar fills what labels and numbers leave; where that is too little, they stand without bars. */
export function bars({ title, pieces, rows }: Bars, width: number): Chart {
  const labelWidth = Math.max(0, ...rows.map(({ label }) => columns(label)));
  const textWidth = Math.max(0, ...rows.map(({ text }) => columns(text)));
  const room = Math.min(WIDEST, width - labelWidth - textWidth - 2 * GAP);
  const longest = Math.max(0, ...rows.map(({ values }) => sumOf(values)));
  const isDrawn = room >= NARROWEST;
  const lines = rows.map(({ label, values, text }) => {
    const drawn = isDrawn ? [span(pad(barOf(values, longest, room), room + GAP), 'chart')] : [];
    return tidy([span(pad(label, labelWidth + GAP)), ...drawn, span(text)]);
  });
  return {
    lines: isDrawn && pieces.length > 0 ? [...lines, legend(pieces, labelWidth)] : lines,
    words: `${title}: ${rows.map(row => `${row.label}: ${row.words}`).join('; ')}.`,
  };
}

/** Each piece ends where the sum up to it does, so that roundings do not add up. */
function barOf(values: readonly number[], longest: number, room: number): string {
  if (longest === 0) return '';
  let bar = '';
  values.forEach((_, i) => {
    const end = Math.round((room * sumOf(values.slice(0, i + 1))) / longest);
    bar += (SIGNS[i] ?? ' ').repeat(end - bar.length);
  });
  // What is there is seen.
  return bar === '' && sumOf(values) > 0 ? (SIGNS[values.findIndex(value => value > 0)] ?? '') : bar;
}

function legend(pieces: readonly string[], labelWidth: number): Line {
  const entries = pieces.map((name, i) => `${SIGNS[i] ?? ' '} ${name}`);
  return [span(`${' '.repeat(labelWidth + GAP)}${entries.join('   ')}`, 'dim')];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
