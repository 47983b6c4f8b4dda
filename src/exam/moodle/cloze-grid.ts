import type { TableKey } from '../../answers/table/table.ts';
import type { TensorKey } from '../../answers/tensor/tensor.ts';
import type { Field } from './field.ts';
import { type Cloze, numerical } from './holes.ts';
import { moodleCell } from './numbers.ts';

/** Numbers in a grid, each asked for by itself; null where any numbers are right that meet conditions. */
export function numberGrid(key: TensorKey | TableKey, field: Field): Cloze | null {
  if (key.kind === 'tensor' && key.free) return null;
  const { columns, rows } = key.kind === 'table' ? key : headings(key.shape);
  const width = Math.max(1, key.kind === 'table' ? columns.length : (key.shape.at(-1) ?? 1));
  const head =
    columns.length === 0 ? '' : `<tr><td></td>${columns.map(name => th('col', name, field)).join('')}</tr>\n`;
  return {
    holes: key.values.map(value => numerical(moodleCell(value, key.accepts))),
    html: holes => {
      const lines = Array.from({ length: Math.ceil(holes.length / width) }, (_, row) => {
        const cells = holes.slice(row * width, (row + 1) * width).map(hole => `<td>${hole}</td>`);
        const name = rows[row];
        return `<tr>${name === undefined ? '' : th('row', name, field)}${cells.join('')}</tr>`;
      });
      return `<table>\n${head}${lines.join('\n')}\n</table>`;
    },
  };
}

function th(scope: 'row' | 'col', markdown: string, field: Field): string {
  return `<th scope="${scope}">${field.line(markdown)}</th>`;
}

/** The rows of an array deeper than a matrix are named by their indices, from 1. */
function headings(shape: readonly number[]): { readonly columns: readonly string[]; readonly rows: readonly string[] } {
  if (shape.length <= 2) return { columns: [], rows: [] };
  const rows = shape
    .slice(0, -1)
    .reduce<readonly string[]>(
      (before, size) =>
        before.flatMap(prefix =>
          Array.from({ length: size }, (_, i) => (prefix === '' ? `${i + 1}` : `${prefix}, ${i + 1}`)),
        ),
      [''],
    );
  return { columns: [], rows: rows.map(index => `(${index}, ·)`) };
}
