import { grid } from '../charts/grid.ts';
import { columns } from '../columns.ts';
import { type Line, lineText, lineWidth, span } from '../line.ts';
import { type Layer, type Link, unitsOf } from './network.ts';

/** Weights as a table below a drawing: a row for each unit that they leave, a column for each that they lead to. */

/** Where there is no such arrow. */
const NONE = '·';
const BETWEEN = 4;

export function weightTable({ label, edges }: Link, left: Layer, right: Layer): readonly Line[] {
  const targets = unitsOf(right);
  const rows = unitsOf(left).map(from => [
    left.units[from]?.name ?? '',
    ...targets.map(to => edges.find(edge => edge.from === from && edge.to === to)?.weight ?? NONE),
  ]);
  const biases = targets.map(to => right.units[to]?.bias ?? '');
  return grid(
    {
      head: [label, ...targets.map(to => `→ ${right.units[to]?.name ?? ''}`)],
      rows: biases.some(bias => bias !== '') ? [...rows, ['bias', ...biases]] : rows,
      words: [0],
    },
    0,
  );
}

/** Beside one another as far as there is room, else below; null where one is too wide by itself. */
export function sideBySide(tables: readonly (readonly Line[])[], width: number): readonly Line[] | null {
  const placed: { lines: readonly Line[]; width: number }[] = [];
  for (const lines of tables) {
    const own = Math.max(...lines.map(lineWidth));
    if (own > width) return null;
    const last = placed.at(-1);
    if (last !== undefined && last.width + BETWEEN + own <= width)
      placed[placed.length - 1] = { lines: joined(last.lines, last.width, lines), width: last.width + BETWEEN + own };
    else placed.push({ lines, width: own });
  }
  return placed.flatMap(({ lines }, i) => (i === 0 ? lines : [[], ...lines]));
}

function joined(left: readonly Line[], width: number, right: readonly Line[]): readonly Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const before = left[i] ?? [];
    const gap = span(' '.repeat(width - columns(lineText(before)) + BETWEEN));
    return [...before, gap, ...(right[i] ?? [])];
  });
}
