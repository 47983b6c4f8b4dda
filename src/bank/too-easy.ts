import { INPUT, inOrder, type Node } from '../compute/node.ts';
import type { Tensor } from '../compute/tensor.ts';

/** Earlier answers that nobody is to gain from: with 0, 1 or a number of the question itself the rest is no work. */

/**
 * A reply that equals one of so few given numbers was copied; among many it may equal one by chance.
 */
const FEW = 8;
const SAME = 1e-9;
/** Who writes 0.000001 for 0 gains as much by it. */
const HARDLY = 1e-5;

/**
 * @param values the student's own answer to an earlier part
 * @param earlier the answer to that part
 * @param later the answer that would be recomputed
 */
export function isTooEasy(values: Tensor, earlier: Node, later: Node): boolean {
  if (!isState(earlier) && isConstant(values, earlier)) return true;
  const given = inOrder([earlier, later]).filter(({ operation }) => operation === INPUT);
  return (
    given.filter(input => input.data.length === values.data.length).length <= FEW &&
    given.some(input => agree(input, values))
  );
}

/** Units that are on or off: with 0 and 1 there is no other way to go on. */
function isState({ data }: Tensor): boolean {
  return data.length > 1 && data.every(value => value === 0 || value === 1);
}

function isConstant({ data }: Tensor, earlier: Tensor): boolean {
  const size = Math.max(...earlier.data.map(Math.abs));
  return data.every(value => Math.abs(value) <= HARDLY * size) || data.every(value => Math.abs(value - 1) <= HARDLY);
}

function agree({ data }: Tensor, values: Tensor): boolean {
  return (
    data.length === values.data.length &&
    data.every((value, i) => Math.abs(value - (values.data[i] as number)) <= SAME * Math.abs(value))
  );
}
