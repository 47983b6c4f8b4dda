import { callLibrary } from '../compute/library/function.ts';
import { apply, type Node, sameShape } from '../compute/node.ts';
import { operation } from '../compute/operations.ts';
import { shapeText } from '../compute/tensor.ts';
import { list } from '../compute/terms.ts';
import { ValueError } from './error.ts';
import type { Compute, Dialect } from './scope.ts';
import type { Expression, List } from './syntax.ts';

/** What an author means: arrays of any depth, element by element, as in NumPy. */

const OPERATIONS: ReadonlyMap<string, string> = new Map([
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['/', 'div'],
  ['^', 'pow'],
  ['@', 'matmul'],
  ['==', 'eq'],
  ['!=', 'ne'],
  ['<', 'lt'],
  ['<=', 'le'],
  ['>', 'gt'],
  ['>=', 'ge'],
  // Of numbers that are 0 or 1.
  ['and', 'min'],
  ['or', 'max'],
]);

function listOf({ rows }: List, compute: Compute): Node {
  if (rows.length === 1) return list(alike(rows[0] as readonly Expression[], compute));
  const [first] = rows;
  for (const row of rows) {
    if (row.length !== first?.length) throw ragged(first?.length ?? 0, row.length, row[0]?.at ?? 0);
  }
  return list(rows.map(row => list(row.map(item => numberOf(item, compute)))));
}

function alike(items: readonly Expression[], compute: Compute): Node[] {
  const nodes = items.map(compute);
  const { shape } = nodes[0] as Node;
  const odd = nodes.findIndex(node => !sameShape(node.shape, shape));
  if (odd < 0) return nodes;
  const other = nodes[odd]?.shape ?? [];
  const at = items[odd]?.at ?? 0;
  if (shape.length === 1 && other.length === 1) throw ragged(shape[0] ?? 0, other[0] ?? 0, at);
  throw new ValueError(`a list holds shapes ${shapeText(shape)} and ${shapeText(other)}`, at);
}

function numberOf(item: Expression, compute: Compute): Node {
  const node = compute(item);
  if (node.shape.length === 0) return node;
  throw new ValueError(`rows between ; hold single numbers, and this has shape ${shapeText(node.shape)}`, item.at);
}

function ragged(first: number, other: number, at: number): ValueError {
  return new ValueError(`the rows of a list differ in length: ${first} and ${other}`, at);
}

export const arrays: Dialect = {
  binary: (operator, left, right) => apply(operation(OPERATIONS.get(operator) as string), [left, right]),
  list: listOf,
  call: callLibrary,
};
