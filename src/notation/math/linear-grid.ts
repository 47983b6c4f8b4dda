import { type Grid, isSymbol, itemsOf, type Node, type OneLine } from './tree.ts';

// A line of a derivation that goes on with the relation of the line before
const CONTINUES = /^[=≈≤≥<>≡⇒⟹]/;

function startsWithText(node: Node | undefined): boolean {
  const first = node && itemsOf(node).find(item => item.kind !== 'space');
  return isSymbol(first) && first.role === 'text';
}

/** The separator before a cell: words follow their formula, other cells are kept apart. */
function separator(cell: Node, grid: Grid, spacious: boolean): string {
  if (grid.derivation || startsWithText(cell)) return ' ';
  return spacious ? ', ' : ' ';
}

/** A table on one line, [1 2; 3 4]; with commas where a cell has spaces of its own. */
export function linearGrid(grid: Grid, compact: boolean, linear: OneLine): string {
  const texts = grid.rows.map(cells => cells.map(cell => linear(cell, compact).trim()));
  const spacious = texts.some(cells => cells.some(text => text.includes(' ')));
  const lines = grid.rows
    .map((cells, line) =>
      cells.map((cell, index) => (index ? separator(cell, grid, spacious) : '') + (texts[line]?.[index] ?? '')),
    )
    .map(cells => cells.join('').trim());
  return lines
    .reduce((text, line) => text + (grid.derivation && CONTINUES.test(line) ? ' ' : '; ') + line, '')
    .replace(/^; /, '');
}
