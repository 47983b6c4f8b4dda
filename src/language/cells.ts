import type { Shape } from '../compute/tensor.ts';
import { LanguageError } from './error.ts';
import { TRANSPOSED } from './operators.ts';
import type { Expression, List } from './syntax.ts';

/** Matrices as grids of cells, some of which may be left blank: `[1 _; 3 4]`. */

export interface Cells {
  readonly shape: Shape;
  /** In row-major order; null where a cell was left blank. */
  readonly values: readonly (number | null)[];
}

const BLANK = /^_+$/;

const isBlank = (cell: Expression): boolean => cell.kind === 'name' && BLANK.test(cell.name);

/** The same matrix with a 0 in each blank cell. */
export function withZeros(expression: Expression): Expression {
  return mapped(expression, cell => (isBlank(cell) ? { kind: 'number', at: cell.at, value: 0 } : cell));
}

/** A matrix of the same shape: 1 where a cell is blank, else 0. */
export function blanksOf(expression: Expression): Expression {
  return mapped(expression, cell => ({ kind: 'number', at: cell.at, value: isBlank(cell) ? 1 : 0 }));
}

export function hasBlanks(expression: Expression): boolean {
  let found = false;
  mapped(expression, cell => {
    found ||= isBlank(cell);
    return cell;
  });
  return found;
}

/** Only what moves cells and leaves their values alone can hold blanks: brackets, and a transposition behind them. */
function mapped(expression: Expression, ofCell: (cell: Expression) => Expression): Expression {
  if (expression.kind === 'list') {
    return { ...expression, rows: expression.rows.map(row => row.map(item => mapped(item, ofCell))) };
  }
  if (expression.kind === 'unary' && expression.operator === TRANSPOSED) {
    return { ...expression, operand: mapped(expression.operand, ofCell) };
  }
  return ofCell(expression);
}

/** @throws LanguageError that names the first row which is not as long as those above it */
export function checkRows(expression: Expression): void {
  if (expression.kind === 'unary') checkRows(expression.operand);
  if (expression.kind !== 'list') return;
  const rows = rowsOf(expression);
  if (!rows) for (const item of expression.rows.flat()) checkRows(item);
  const wanted = rows?.[0]?.length ?? 0;
  const odd = rows?.findIndex(row => row.length !== wanted) ?? -1;
  const row = rows?.[odd];
  if (!row) return;
  const above = odd === 1 ? 'row 1 has' : 'the rows above have';
  const numbers = row.length === 1 ? '1 number' : `${row.length} numbers`;
  throw new LanguageError(`row ${odd + 1} has ${numbers}, and ${above} ${wanted}`, row[0]?.at ?? expression.at);
}

/** The rows of a matrix, in either notation; null of a deeper array. */
function rowsOf({ rows }: List): List['rows'] | null {
  const items = rows.flat();
  if (items.every(item => item.kind !== 'list')) return rows;
  const inner = items.map(item => (item.kind === 'list' && item.rows.length === 1 ? (item.rows[0] ?? []) : []));
  return inner.every(row => row.length > 0 && row.every(item => item.kind !== 'list')) ? inner : null;
}
