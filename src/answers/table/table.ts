import { shownDigits } from '../../compute/digits.ts';
import type { Shape } from '../../compute/tensor.ts';
import type { AnswerKind } from '../kind.ts';
import { markdownTable } from '../markdown-table.ts';
import { type CellsReply, type CellTolerance, toleranceInWords } from '../tensor/cells.ts';
import { cellMarkdown } from '../tensor/grid-space.ts';
import { markGrid, numbersOf, type TensorMistake } from '../tensor/mark.ts';
import { readGrid } from '../tensor/read.ts';
import { cellsText, parts } from '../tensor/write.ts';

/** A grid of numbers whose rows and columns have names, such as every gate at every time step. */

export interface TableKey {
  readonly kind: 'table';
  /** Markdown labels. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly values: readonly number[];
  readonly accepts: CellTolerance;
  readonly mistakes: readonly TensorMistake[];
}

function shapeOf({ rows, columns }: TableKey): Shape {
  return [rows.length, columns.length];
}

/** `forget gate, $t = 2$` */
function cellName(cell: number, { rows, columns }: TableKey): string {
  const width = columns.length;
  const labels = [rows[Math.floor(cell / width)], columns[cell % width]];
  return labels.filter(label => label?.trim()).join(', ');
}

function rowsOf(key: TableKey) {
  const rows = parts(key.values, shapeOf(key), row => row.map(cellMarkdown));
  return rows.map((cells, i) => ({ heading: key.rows[i] ?? '', cells }));
}

function show(key: TableKey): string {
  const rounded = key.values.some(value => !shownDigits(value).exact) ? 'rounded to four digits' : '';
  const notes = [rounded, toleranceInWords(key.accepts)].filter(note => note !== '').join('; ');
  const table = markdownTable(
    ['', ...key.columns],
    rowsOf(key).map(({ heading, cells }) => [heading, ...cells]),
  );
  return `${table}${notes && `\n\n(${notes})`}`;
}

export const tableKind: AnswerKind<TableKey, CellsReply> = {
  read: (text, key) => readGrid(text, shapeOf(key)),
  mark: (reply, key) => markGrid(reply, key, shapeOf(key), cell => cellName(cell, key)),
  print: key => cellsText(key.values, shapeOf(key)),
  data: key => ({
    key: parts(key.values, shapeOf(key), row => row),
    rows: key.rows,
    columns: key.columns,
    accepts: key.accepts,
  }),
  show,
  space: key => ({ kind: 'grid', columns: key.columns, rows: rowsOf(key) }),
  mistakes: key =>
    key.mistakes.map(({ values, tag, because }) => {
      const shown = show({ ...key, values, accepts: { absolute: 0, relative: 0 } });
      return { value: parts(values, shapeOf(key), row => row), shown, tag, because };
    }),
  numbers: (reply, key, accepted) => numbersOf(reply, key, shapeOf(key), accepted),
};
