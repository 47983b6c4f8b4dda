import type { Grid, Node } from '../math/tree.ts';
import type { Say } from './voice.ts';

/** Matrices, definitions by cases and derivations in words. */

function lines(grid: Grid, say: Say): string[][] {
  return grid.rows.map(cells => cells.map(cell => say(cell) || 'blank'));
}

/** The lines of a derivation one after the other. */
function derivation(rows: readonly (readonly Node[])[], say: Say): string {
  return rows
    .map(cells => cells.map(say).filter(Boolean).join(' '))
    .filter(Boolean)
    .join('; ');
}

function cases(rows: readonly (readonly string[])[]): string {
  const count = rows.length === 1 ? '1 case' : `${rows.length} cases`;
  return `${count}: ${rows.map((cells, i) => `case ${i + 1}: ${cells.join(' ')}`).join('; ')}; end cases`;
}

/** A single row or column is a vector. */
function matrix(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map(cells => cells.length));
  const [first = []] = rows;
  if (rows.length === 1 && width === 1) return `1 by 1 matrix: ${first.join('')}, end matrix`;
  if (rows.length === 1) return `row vector: ${first.join(', ')}, end vector`;
  if (width === 1) return `column vector: ${rows.map(cells => cells.join('')).join(', ')}, end vector`;
  const told = rows.map((cells, i) => `row ${i + 1}: ${cells.join(', ')}`);
  return `${rows.length} by ${width} matrix, ${told.join('; ')}, end matrix`;
}

/** @param braced whether a brace opens it, as before cases */
export function spokenGrid(grid: Grid, say: Say, braced: boolean): string {
  if (braced) return cases(lines(grid, say));
  return grid.derivation ? derivation(grid.rows, say) : matrix(lines(grid, say));
}
