import { INPUT, inOrder, type Node } from '../compute/node.ts';
import type { Tensor } from '../compute/tensor.ts';

/** Earlier answers that nobody is to gain from: with 0, 1 or a number of the question itself the rest is no work. */

/**
 * A reply that equals one of so few given numbers was copied; among many it may equal one by chance.
 */
const FEW = 8;
const SAME = 1e-9;

/**
 * @param values the student's own answer to an earlier part
 * @param earlier the answer to that part
 * @param later the answer that would be recomputed
 */
export function isTooEasy(values: Tensor, earlier: Node, later: Node): boolean {
  if (values.data.every(value => value === 0) || values.data.every(value => value === 1)) return true;
  const given = inOrder([earlier, later]).filter(({ operation }) => operation === INPUT);
  return (
    given.filter(input => input.data.length === values.data.length).length <= FEW &&
    given.some(input => agree(input, values))
  );
}

function agree({ data }: Tensor, values: Tensor): boolean {
  return (
    data.length === values.data.length &&
    data.every((value, i) => Math.abs(value - (values.data[i] as number)) <= SAME * Math.abs(value))
  );
}
