import type { Operation } from './node.ts';
import { arithmetic } from './operations/arithmetic.ts';
import { broadcastOperations } from './operations/broadcast.ts';
import { comparisons } from './operations/comparison.ts';
import { convolutions } from './operations/convolution.ts';
import { elementFunctions } from './operations/functions.ts';
import { interleaving } from './operations/interleave.ts';
import { linear } from './operations/linear.ts';
import { products } from './operations/matmul.ts';
import { poolings } from './operations/pooling.ts';
import { reductions } from './operations/reduction.ts';
import { arrangements } from './operations/reshape.ts';
import { selection } from './operations/selection.ts';
import { slices } from './operations/slice.ts';
import { softmaxOperations } from './operations/softmax.ts';
import { structure } from './operations/structure.ts';
import { unfolding } from './operations/unfold.ts';

/** The operation table: what graphs are made of, by name. Leaves and steps are no operations, and some live where they are used. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [
    arithmetic,
    elementFunctions,
    comparisons,
    structure,
    broadcastOperations,
    reductions,
    softmaxOperations,
    arrangements,
    products,
    linear,
    selection,
    slices,
    convolutions,
    poolings,
    unfolding,
    interleaving,
  ]
    .flat()
    .map(row => [row.name, row]),
);

/** @throws Error for a name that is not in the table: a mistake of ours, never of a question. */
export function operation(name: string): Operation {
  const found = operations.get(name);
  if (!found) throw new Error(`no operation is called ${name}`);
  return found;
}
