import type { OrderKey, OrderLine } from '../../answers/order/key.ts';
import { EMPTY_TEXT, type TextEntry } from './text.ts';

/** Lines to be put in order: those chosen so far, and the others. */
export interface LinesEntry {
  readonly kind: 'lines';
  /** Labels, in the student's order. */
  readonly chosen: readonly string[];
  /** Row under the cursor: the chosen lines first, then the others. */
  readonly row: number;
  /** What stands in the blank of each line of the key; empty where it has none. */
  readonly fills: readonly TextEntry[];
  /** The blank of the line under the cursor is being filled in. */
  readonly filling: boolean;
  /** The line number typed just now, which a second digit can make longer and a space only ends. */
  readonly typed: Typed | null;
}

interface Typed {
  readonly digits: string;
  /** The number took a line that was not in the order yet. */
  readonly took: boolean;
}

/** The lines as they are shown: the chosen ones, then the others. */
export function linesShown({ chosen }: Pick<LinesEntry, 'chosen'>, { lines }: OrderKey): readonly OrderLine[] {
  const placed = chosen.flatMap(label => lines.find(line => line.label === label) ?? []);
  return [...placed, ...lines.filter(({ label }) => !chosen.includes(label))];
}

export function fillOf({ fills }: LinesEntry, label: string, { lines }: OrderKey): TextEntry {
  return fills[lines.findIndex(line => line.label === label)] ?? EMPTY_TEXT;
}

export function rowOf(entry: LinesEntry, label: string, key: OrderKey): number {
  return linesShown(entry, key).findIndex(line => line.label === label);
}

export function lineAt(entry: LinesEntry, key: OrderKey): OrderLine {
  return linesShown(entry, key)[entry.row] as OrderLine;
}

export function withFill(entry: LinesEntry, label: string, fill: TextEntry, { lines }: OrderKey): LinesEntry {
  const at = lines.findIndex(line => line.label === label);
  return at < 0 ? entry : { ...entry, fills: entry.fills.with(at, fill) };
}

/** A new line goes to the end; the cursor stays where the lines that are left can be taken one after the other. */
export function toggle(entry: LinesEntry, key: OrderKey): LinesEntry {
  const { chosen, row, typed } = entry;
  if (typed) return { ...entry, typed: null };
  if (row < chosen.length) return putBack(entry, row);
  return { ...entry, chosen: [...chosen, lineAt(entry, key).label], row: Math.min(row + 1, key.lines.length - 1) };
}

/** The cursor stays among the chosen lines, as long as there are any. */
export function putBack(entry: LinesEntry, at: number): LinesEntry {
  const chosen = entry.chosen.toSpliced(at, 1);
  return { ...entry, chosen, row: Math.max(0, Math.min(entry.row, chosen.length - 1)), typed: null };
}

/** Below the chosen lines it is the last of them that is put back, and the cursor keeps its line. */
export function erase(entry: LinesEntry, key: OrderKey): LinesEntry {
  const { chosen, row } = entry;
  if (row < chosen.length || chosen.length === 0) return row < chosen.length ? putBack(entry, row) : entry;
  const { label } = lineAt(entry, key);
  const without = putBack(entry, chosen.length - 1);
  return { ...without, row: rowOf(without, label, key) };
}

/** @returns null at the first and the last row */
export function move(entry: LinesEntry, by: number, key: OrderKey): LinesEntry | null {
  const row = entry.row + by;
  return row < 0 || row >= key.lines.length ? null : { ...entry, row, typed: null };
}

/** Changes places with the chosen line above or below. */
export function shift(entry: LinesEntry, by: number): LinesEntry | null {
  const { chosen, row } = entry;
  const [own, other] = [chosen[row], chosen[row + by]];
  if (own === undefined || other === undefined) return null;
  return { ...entry, chosen: chosen.with(row, other).with(row + by, own), row: row + by, typed: null };
}
