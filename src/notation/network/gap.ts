import { columns } from '../columns.ts';
import type { Layer, Link } from './network.ts';
import { placeOf, rowsOf, type Trunk, trunksOf } from './wires.ts';

/** What stands between two layers, in characters. */
export interface Gap {
  readonly label: string;
  /** Whether all of its weights are written at its wires. */
  readonly isTold: boolean;
  /** What it needs at least. */
  readonly width: number;
  readonly draw: (width: number) => readonly string[];
}

interface Wire {
  readonly row: number;
  readonly text: string;
}

/** A wire that ends, with a blank before it and one behind the arrow. */
const ARROW = '─▶ ';
/** By what is joined: left, right, above, below. */
const JOINTS: Readonly<Record<string, string>> = {
  lr: '─',
  lrab: '┼',
  lra: '┴',
  lrb: '┬',
  lab: '┤',
  la: '┘',
  lb: '┐',
  rab: '├',
  ra: '└',
  rb: '┌',
  ab: '│',
};

/** null where its wires cannot be drawn so that they can be read. */
export function gapOf(link: Link, left: Layer, right: Layer, rows: number): Gap | null {
  const trunks = trunksOf(link);
  if (trunks === null) return null;
  const [fromRows, toRows] = [rowsOf(left, rows), rowsOf(right, rows)];
  const spans = trunks.map(trunk => spanOf(trunk, fromRows, toRows));
  if (areCrossed(spans)) return null;
  const told = trunks.map(trunk => link.edges.every(edge => !isOf(edge.from, trunk) || isWritten(edge, trunk)));
  const isTold = told.every(Boolean);
  const wires = (side: 'before' | 'behind'): readonly Wire[] =>
    trunks.flatMap(trunk => {
      const [ends, at] = side === 'before' ? [trunk.sources, fromRows] : [trunk.targets, toRows];
      return ends.map(end => {
        const edge = link.edges.find(
          one => (side === 'before' ? one.from : one.to) === end && placeOf(one, trunk) === side,
        );
        return { row: at[end] ?? 0, text: isTold ? (edge?.weight ?? '') : '' };
      });
    });
  const [before, behind] = [wires('before'), wires('behind')];
  const [first, second] = [longest(before), longest(behind)];
  const least = 1 + first + 1 + second + ARROW.length;
  return {
    label: link.label,
    isTold,
    width: Math.max(least, link.label === '' ? 0 : columns(link.label) + 2),
    draw: width => {
      const spare = Math.max(0, width - least);
      const [before1, behind1] = [first + Math.floor(spare / 2), second + Math.ceil(spare / 2)];
      return Array.from({ length: rows }, (_, row) => lineOf(row, { before, behind, spans }, before1, behind1));
    },
  };
}

const isOf = (source: number, { sources }: Trunk): boolean => sources.includes(source);
const isWritten = (edge: Link['edges'][number], trunk: Trunk): boolean =>
  edge.weight === '' || placeOf(edge, trunk) !== null;

interface Span {
  readonly top: number;
  readonly bottom: number;
}

function spanOf({ sources, targets }: Trunk, fromRows: readonly number[], toRows: readonly number[]): Span {
  const at = [...sources.map(source => fromRows[source] ?? 0), ...targets.map(target => toRows[target] ?? 0)];
  return { top: Math.min(...at), bottom: Math.max(...at) };
}

/** All trunks stand in one column. */
function areCrossed(spans: readonly Span[]): boolean {
  return spans.some((one, i) => spans.slice(i + 1).some(other => one.top <= other.bottom && other.top <= one.bottom));
}

/** A weight has a stroke on either side. */
function longest(wires: readonly Wire[]): number {
  return Math.max(1, ...wires.map(({ text }) => (text === '' ? 1 : columns(text) + 2)));
}

interface Drawn {
  readonly before: readonly Wire[];
  readonly behind: readonly Wire[];
  readonly spans: readonly Span[];
}

function lineOf(row: number, { before, behind, spans }: Drawn, first: number, second: number): string {
  const [left, right] = [before, behind].map(wires => wires.find(wire => wire.row === row));
  const joined = [
    left ? 'l' : '',
    right ? 'r' : '',
    spans.some(({ top, bottom }) => top < row && row <= bottom) ? 'a' : '',
    spans.some(({ top, bottom }) => top <= row && row < bottom) ? 'b' : '',
  ].join('');
  const into = left ? stroke(left.text, first) : ' '.repeat(first);
  const out = right ? stroke(right.text, second) + ARROW : ' '.repeat(second + ARROW.length);
  return ` ${into}${JOINTS[joined] ?? ' '}${out}`;
}

function stroke(text: string, width: number): string {
  const rest = Math.max(0, width - columns(text));
  return '─'.repeat(rest >> 1) + text + '─'.repeat(rest - (rest >> 1));
}
