import { isConstant, type Node } from '../../node.ts';
import { constant, minus, over, squared, sumOver, times } from '../../terms.ts';
import { isZero, sumOf } from './terms.ts';

/** L = k · Σ ‖ŷ − y‖², with the ½ that cancels the 2 of its gradient unless another factor is wanted. */

interface Judged {
  readonly loss: Node;
  /** ∂L/∂ŷ = 2 k (ŷ − y) of each prediction. */
  readonly errors: readonly (Node | null)[];
}

/** @param predictions null where none is judged */
export function squaredError(
  predictions: readonly (Node | null)[],
  targetAt: (index: number) => Node,
  factor: Node,
): Judged {
  const distances = predictions.map((prediction, i) => prediction && distance(prediction, targetAt(i)));
  const squares = distances.filter(vector => vector !== null).map(lengthSquared);
  const sum = sumOf(...squares);
  const twice = isConstant(factor) ? constant(2 * (factor.data[0] as number)) : times(constant(2), factor);
  return {
    loss: isConstant(factor, 0.5) ? over(sum, constant(2)) : times(factor, sum),
    errors: distances.map(vector => vector && times(twice, vector)),
  };
}

const distance = (prediction: Node, target: Node): Node => (isZero(target) ? prediction : minus(prediction, target));

function lengthSquared(vector: Node): Node {
  return vector.shape.length === 0 ? squared(vector) : sumOver(squared(vector));
}
