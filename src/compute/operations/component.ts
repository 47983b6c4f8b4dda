import { apply, CONSTANT, type ComponentRule, constant, INPUT, type Node, STEP } from '../node.ts';
import { type Shape, ShapeError, stridesOf, type Tensor } from '../tensor.ts';
import { element } from './structure.ts';

/** One element of a tensor, worked out from elements of what it was computed from. */

/** Elements of elements that are looked into; deeper ones are shown by their index. A nested softmax has no end of them. */
const MOST_CALCULATIONS = 5000;

/**
 * The calculation of the element at `index` of an unnamed node; names and given values are not looked into but indexed,
 * as in W₁₂.
 */
export function componentOf(root: Node, at: readonly number[]): Node {
  let left = MOST_CALCULATIONS;
  const visit = (node: Node, index: readonly number[]): Node => {
    if (node.operation === CONSTANT) return constant(valueAt(node, index));
    const isNamed = node.label !== null || node.operation === INPUT || node.operation === STEP;
    const rule = isNamed || left-- <= 0 ? undefined : node.operation.component;
    return rule ? rule(node, index, visit) : index.reduce(element, node);
  };
  try {
    return visit(root, at);
  } catch (error) {
    // One element rests on more operations than all together, and so can be too deep where these are not.
    if (error instanceof ShapeError) return at.reduce(element, root);
    throw error;
  }
}

/** The number at an index. */
export function valueAt({ shape, data }: Tensor, index: readonly number[]): number {
  const strides = stridesOf(shape);
  return data[index.reduce((flat, at, axis) => flat + at * (strides[axis] as number), 0)] as number;
}

/** The rule of every operation that works element by element, its arguments broadcast. */
export const elementwise: ComponentRule = (node, index, of) =>
  apply(
    node.operation,
    node.args.map(arg => of(arg, stretchedIndex(index, arg.shape))),
    node.attributes,
  );

/** The index into a broadcast argument: axes are aligned at the right, and one of length 1 is always at 0. */
export function stretchedIndex(index: readonly number[], shape: Shape): number[] {
  const missing = index.length - shape.length;
  return shape.map((length, axis) => (length === 1 ? 0 : (index[axis + missing] as number)));
}
