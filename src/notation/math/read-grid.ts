import { attribute, type Element } from './mathml.ts';
import type { Align, Node } from './tree.ts';
import { row } from './tree.ts';

function alignOf(cell: Element): Align {
  const name = attribute(cell, 'class');
  return name.includes('tml-left') ? 'left' : name.includes('tml-right') ? 'right' : 'center';
}

/** Cells that only push a numbered equation to the middle of a page. */
function isMargin(cell: Element): boolean {
  return attribute(cell, 'style').includes('width:50%') && !cell.children.some(child => child.text.trim());
}

/** Reads a table: a matrix, the branches of a definition, or the lines of a derivation. */
export function readGrid(table: Element, read: (element: Element) => Node): Node {
  const cells = table.children.map(line => line.children.filter(cell => !isMargin(cell)));
  const longest = cells.reduce((longer, line) => (line.length > longer.length ? line : longer), []);
  const rows = cells.map(line => line.map(cell => row([read(cell)])));
  const derivation = attribute(table, 'displaystyle') === 'true';
  const [only] = rows;
  if (derivation && only && rows.length === 1) {
    return row(only.flatMap((cell, index) => (index ? [{ kind: 'space', columns: 1 }, cell] : [cell])));
  }
  return { kind: 'grid', rows, align: longest.map(alignOf), derivation };
}
