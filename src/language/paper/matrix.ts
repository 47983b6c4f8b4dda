import { type Node, sameShape } from '../../compute/node.ts';
import { list, reshape } from '../../compute/terms.ts';
import { ValueError } from '../error.ts';
import type { Compute } from '../scope.ts';
import type { Expression, List } from '../syntax.ts';
import { inWords, settled } from './shapes.ts';

/** Matrices in brackets: `[1 2; 3 4]`, or rows in brackets of their own: `[[1, 2], [3, 4]]`, of any depth. */

/** @throws ValueError where rows differ in length, or an element is no single number */
export function matrix(expression: List, compute: Compute): Node {
  const node = stacked(expression, compute);
  // A single row is a row.
  return settled(node.shape.length === 1 ? reshape(node, [1, ...node.shape]) : node);
}

function stacked(expression: List, compute: Compute): Node {
  const { rows } = expression;
  const items = rows.flat();
  const inner = items.filter(item => item.kind === 'list');
  if (inner.length === 0) return rows.length === 1 ? rowOf(items, compute) : rowsOf(rows, compute);
  checkRowsInBrackets(expression, inner);
  return list(
    alike(
      inner,
      inner.map(item => stacked(item, compute)),
    ),
  );
}

/** Of rows in brackets, each is one of several, all are brackets, and none has a `;` between its numbers. */
function checkRowsInBrackets({ rows }: List, inner: readonly List[]): void {
  const numbers = rows.flat().find(item => item.kind !== 'list');
  if (numbers) throw new ValueError('beside rows in brackets stand only rows in brackets', numbers.at);
  const flat = inner.find(item => item.rows.length > 1 && item.rows[0]?.[0]?.kind !== 'list');
  const block = rows.length > 1 ? rows.find(row => row.length > 1) : undefined;
  const at = flat?.at ?? block?.[0]?.at;
  if (at !== undefined) throw new ValueError('rows are separated by ; or stand in brackets, not both', at);
}

function rowsOf(rows: List['rows'], compute: Compute): Node {
  return list(
    alike(
      rows.map(row => row[0] as Expression),
      rows.map(row => rowOf(row, compute)),
    ),
  );
}

function rowOf(items: readonly Expression[], compute: Compute): Node {
  return list(
    items.map(item => {
      const node = compute(item);
      if (node.shape.length === 0) return node;
      throw new ValueError(`an element of a matrix is a single number, not ${inWords(node.shape)}`, item.at);
    }),
  );
}

/** @param starts where each row begins */
function alike(starts: readonly Expression[], rows: readonly Node[]): readonly Node[] {
  const { shape } = rows[0] as Node;
  const odd = rows.findIndex(row => !sameShape(row.shape, shape));
  if (odd < 0) return rows;
  const other = rows[odd]?.shape ?? [];
  const message =
    shape.length === 1 && other.length === 1
      ? `the rows of a matrix differ in length: ${shape[0]} and ${other[0]}`
      : `the parts of an array differ in shape: ${shape.join('×')} and ${other.join('×')}`;
  throw new ValueError(message, starts[odd]?.at ?? 0);
}
