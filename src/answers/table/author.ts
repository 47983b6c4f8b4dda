import * as v from 'valibot';
import type { Node } from '../../compute/node.ts';
import { shapeText } from '../../compute/tensor.ts';
import type { Located } from '../../language/located.ts';
import type { Author, Making } from '../author.ts';
import { formula, list, text, tolerance } from '../fields.ts';
import { cellsNode, cellsOf } from '../tensor/author.ts';
import type { TableKey } from './table.ts';

/** `table: [[f1, g1], [f2, g2]]` or any matrix, with the labels of its `rows:` and `columns:`. */

interface TableFields {
  readonly table: string;
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  readonly tolerance?: string;
}

export interface TableAnswer {
  readonly kind: 'table';
  readonly value: Located;
  readonly rows: readonly Located[];
  readonly columns: readonly Located[];
  /** As written; null for the default. */
  readonly tolerance: string | null;
}

const labels = (what: string) => v.optional(list(text(`the label of a ${what}`), "['$t = 1$', '$t = 2$']"));

function tableNode({ value, rows, columns }: TableAnswer, name: string, making: Making): Node {
  const node = cellsNode(value, name, making);
  const wanted = `(${rows.length}, ${columns.length})`;
  if (shapeText(node.shape) !== wanted) {
    making.refuse(
      `part ${name}: the labels make a table of shape ${wanted}, and the values have ${shapeText(node.shape)}`,
      value,
    );
  }
  return node;
}

export const tableAuthor: Author<TableFields, TableAnswer, TableKey> = {
  fields: {
    table: v.optional(formula),
    rows: labels('row'),
    columns: labels('column'),
    tolerance: v.optional(tolerance),
  },
  read: (fields, { textAt, refuse }) => {
    const { rows, columns } = fields;
    if (!rows || !columns) return refuse('needs rows: and columns:, the lists of their labels', 'table');
    return {
      kind: 'table',
      value: textAt(fields.table, 'table'),
      rows: rows.map((label, i) => textAt(label, 'rows', i)),
      columns: columns.map((label, i) => textAt(label, 'columns', i)),
      tolerance: fields.tolerance ?? null,
    };
  },
  formulas: ({ value }) => [value],
  texts: ({ rows, columns }) => [...rows, ...columns],
  problems: () => [],
  recognises: true,
  shuffles: () => false,
  node: tableNode,
  key: ({ rows, columns, tolerance: written }, making, node) => ({
    kind: 'table',
    rows: rows.map(making.fill),
    columns: columns.map(making.fill),
    ...cellsOf(written, making, node as Node),
  }),
};
