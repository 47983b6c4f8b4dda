import { columns, pad } from '../columns.ts';
import type { Align, Node } from './tree.ts';

/** A rectangle of text. All lines are `width` columns wide; `baseline` is the row that stands level with its neighbours. */
export interface Box {
  readonly lines: readonly string[];
  readonly baseline: number;
  readonly width: number;
  /** True where only scripts make the box tall: brackets around it stay small. */
  readonly light?: boolean;
}

/** Sets a formula in two dimensions; handed to those who set its parts, who would else have to import their caller. */
export type SetBox = (node: Node) => Box;

export const EMPTY_BOX: Box = { lines: [''], baseline: 0, width: 0 };

/** One line of text. */
export function textBox(text: string): Box {
  return { lines: [text], baseline: 0, width: columns(text) };
}

/** A blank rectangle of one row. */
export function blankBox(width: number): Box {
  return { lines: [' '.repeat(width)], baseline: 0, width };
}

/** Boxes side by side, their baselines level. */
export function beside(boxes: readonly Box[]): Box {
  const [only] = boxes;
  if (only && boxes.length === 1) return only;
  const above = Math.max(0, ...boxes.map(box => box.baseline));
  const below = Math.max(1, ...boxes.map(box => box.lines.length - box.baseline));
  const lines = Array.from({ length: above + below }, (_, index) =>
    boxes.map(box => box.lines[index - above + box.baseline] ?? ' '.repeat(box.width)).join(''),
  );
  const light = lines.length > 1 && boxes.every(box => box.light || !isTall(box));
  return { lines, baseline: above, width: boxes.reduce((sum, box) => sum + box.width, 0), light };
}

/** Boxes one above the other; the baseline is that of the box with the index `level`. */
export function stacked(boxes: readonly Box[], level: number, align: Align = 'center'): Box {
  const width = Math.max(0, ...boxes.map(box => box.width));
  const lines = boxes.flatMap(box => box.lines.map(line => pad(line, width, align)));
  const above = boxes.slice(0, level).reduce((sum, box) => sum + box.lines.length, 0);
  return { lines, baseline: above + (boxes[level]?.baseline ?? 0), width };
}

/** Widens a box with blanks. */
export function widened(box: Box, width: number, align: Align): Box {
  if (box.width >= width) return box;
  return { ...box, lines: box.lines.map(line => pad(line, width, align)), width };
}

/** Whether a box is more than one line. */
export function isTall(box: Box): boolean {
  return box.lines.length > 1;
}
