import type { Operation } from './node.ts';
import { arithmetic } from './operations/arithmetic.ts';
import { broadcastOperations } from './operations/broadcast.ts';
import { comparisons } from './operations/comparison.ts';
import { elementFunctions } from './operations/functions.ts';
import { structure } from './operations/structure.ts';

/** The operation table: everything a graph is made of, by name. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [...arithmetic, ...elementFunctions, ...comparisons, ...structure, ...broadcastOperations].map(row => [
    row.name,
    row,
  ]),
);

/** @throws Error for a name that is not in the table: a mistake of ours, never of a question. */
export function operation(name: string): Operation {
  const found = operations.get(name);
  if (!found) throw new Error(`no operation is called ${name}`);
  return found;
}
