import { columns } from '../columns.ts';
import { type Box, beside, blankBox, isTall, type SetBox, stacked, widened } from './box.ts';
import { linear } from './linear.ts';
import { roleAt } from './spacing.ts';
import { type Align, type Grid, itemsOf, type Node } from './tree.ts';

const NUMBER = /^([−+]?\d*)((?:\.\d+)?)$/;

/** Puts the numbers of a column one below the other at their decimal points; `undefined` if it holds anything else. */
function decimalColumn(cells: readonly Node[]): Box[] | undefined {
  const parts = cells.map(cell => NUMBER.exec(linear(cell)));
  if (!parts.every(part => part !== null)) return undefined;
  const [before, after] = [1, 2].map(side => Math.max(...parts.map(part => part[side]?.length ?? 0)));
  return parts.map(([, whole = '', decimals = '']) => {
    const text = whole.padStart(before ?? 0) + decimals.padEnd(after ?? 0);
    return { lines: [text], baseline: 0, width: columns(text) };
  });
}

function columnBoxes(cells: readonly Node[], align: Align, set: SetBox): Box[] {
  const boxes = (align === 'center' && decimalColumn(cells)) || cells.map(set);
  const width = Math.max(0, ...boxes.map(box => box.width));
  return boxes.map(box => widened(box, width, align));
}

function startsWithOperator(node: Node | undefined): boolean {
  const first = node && itemsOf(node).find(item => item.kind !== 'space');
  const role = first ? roleAt(first, 'left') : 'ordinary';
  return role === 'relation' || role === 'binary';
}

/** The blank columns before column `index`. */
function gapBefore(grid: Grid, index: number): number {
  if (index === 0) return 0;
  if (!grid.derivation) return 2;
  const pairs = grid.align[index - 1] === 'right' && grid.align[index] === 'left';
  if (!pairs) return 3;
  return grid.rows.some(cells => startsWithOperator(cells[index])) ? 1 : 0;
}

const NOTHING: Node = { kind: 'row', items: [] };

/** Lines of a derivation or a table one below the other; next to a tall one there is an empty row. */
export function stackLines(lines: readonly Box[], align: Align): Box {
  const [only] = lines;
  if (only && lines.length === 1) return only;
  const boxes = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before && (isTall(before) || isTall(line)) ? [blankBox(0), line] : [line];
  });
  const { lines: text, width } = stacked(boxes, 0, align);
  return { lines: text, baseline: (text.length - 1) >> 1, width };
}

/** Sets a matrix, a list of cases or an aligned derivation. */
export function gridBox(grid: Grid, set: SetBox): Box {
  const count = grid.align.length;
  const table = Array.from({ length: count }, (_, index) =>
    columnBoxes(
      grid.rows.map(cells => cells[index] ?? NOTHING),
      grid.align[index] ?? 'center',
      set,
    ),
  );
  const lines = grid.rows.map((_, line) =>
    beside(
      table.flatMap((column, index) => {
        const cell = column[line];
        return cell ? [blankBox(gapBefore(grid, index)), cell] : [];
      }),
    ),
  );
  return stackLines(lines, 'left');
}
