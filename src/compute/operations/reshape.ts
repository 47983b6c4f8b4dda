import { apply, LEVEL, type Node, type Operation, type Show, sameShape } from '../node.ts';
import { allocate, type Shape, ShapeError, shapeText, sizeOf, stridesOf, type Tensor } from '../tensor.ts';

/** The same numbers in another arrangement. */

/** A vector is written as a column, so as an n × 1 matrix it looks the same, and as 1 × n transposed. Else null. */
function columnTex(node: Node, to: Shape, show: Show): string | null {
  const [from, n] = [node.shape, node.data.length];
  if (from.length + to.length !== 3) return null;
  const matrix = from.length === 2 ? from : to;
  if (matrix[0] === n) return show(node, LEVEL.power);
  return matrix[1] === n ? `${show(node, LEVEL.atom)}^{\\top}` : null;
}

const reshaped: Operation = {
  name: 'reshape',
  evaluate: ([value], { shape }) => {
    const from = value as Tensor;
    const to = shape as Shape;
    if (sizeOf(to) !== from.data.length) {
      throw new ShapeError(
        `shape ${shapeText(from.shape)} has ${from.data.length} elements, and ${shapeText(to)} has ${sizeOf(to)}`,
      );
    }
    return { shape: to, data: from.data };
  },
  write: ([value], show, _, { shape }) => {
    const node = value as Node;
    const column = columnTex(node, shape as Shape, show);
    if (column !== null) return { tex: column, level: LEVEL.power };
    return {
      tex: `\\operatorname{reshape}_{${(shape as Shape).join(' \\times ')}}\\left(${show(node, LEVEL.relation, true)}\\right)`,
      level: LEVEL.atom,
    };
  },
  gradient: (node, upstream) => [reshape(upstream, (node.args[0] as Node).shape)],
  component: (node, index, of) => {
    const { shape } = node.args[0] as Node;
    const strides = stridesOf(node.shape);
    const flat = index.reduce((sum, at, axis) => sum + at * (strides[axis] as number), 0);
    const inner = stridesOf(shape).map((stride, axis) => Math.floor(flat / stride) % (shape[axis] as number));
    return of(node.args[0] as Node, inner);
  },
};

/** Axes in another order; attribute `order`: the old axis at each new place. */
const permuted: Operation = {
  name: 'permute',
  evaluate: ([value], { order }) => {
    const from = value as Tensor;
    const axes = order as readonly number[];
    const shape = axes.map(axis => from.shape[axis] as number);
    const data = allocate(shape);
    const [into, outOf] = [stridesOf(shape), stridesOf(from.shape)];
    for (let flat = 0; flat < data.length; flat++) {
      let at = 0;
      for (let i = 0; i < axes.length; i++) {
        at += (Math.floor(flat / (into[i] as number)) % (shape[i] as number)) * (outOf[axes[i] as number] as number);
      }
      data[flat] = from.data[at] as number;
    }
    return { shape, data };
  },
  write: ([value], show, _, { order }) => {
    const isTranspose = (value as Node).shape.length === 2;
    const mark = isTranspose ? '\\top' : `\\text{axes } ${(order as Shape).join(', ')}`;
    return { tex: `${show(value as Node, LEVEL.atom)}^{${mark}}`, level: LEVEL.power };
  },
  gradient: (node, upstream) => {
    const order = node.attributes.order as readonly number[];
    return [
      permute(
        upstream,
        order.map((_, axis) => order.indexOf(axis)),
      ),
    ];
  },
  component: (node, index, of) => {
    const order = node.attributes.order as readonly number[];
    return of(
      node.args[0] as Node,
      order.map((_, axis) => index[order.indexOf(axis)] as number),
    );
  },
};

/** @throws ShapeError where the number of elements differs */
export function reshape(node: Node, shape: Shape): Node {
  return sameShape(node.shape, shape) ? node : apply(reshaped, [node], { shape });
}

/** @throws ShapeError where `order` does not name each axis once */
export function permute(node: Node, order: readonly number[]): Node {
  const { shape } = node;
  if (order.length !== shape.length || shape.some((_, axis) => !order.includes(axis))) {
    throw new ShapeError(`the order ${shapeText(order)} does not name each axis of shape ${shapeText(shape)} once`);
  }
  const before = node.operation === permuted && node.label === null ? node : null;
  if (before && order.every((axis, i) => before.attributes.order?.[axis] === i)) return before.args[0] as Node;
  return order.every((axis, i) => axis === i) ? node : apply(permuted, [node], { order });
}

/** The last two axes exchanged; a vector is its own transpose here. */
export function transpose(node: Node): Node {
  const last = node.shape.length - 1;
  if (last < 1) return node;
  return permute(
    node,
    node.shape.map((_, axis) => (axis < last - 1 ? axis : axis === last ? last - 1 : last)),
  );
}

export const arrangements = [reshaped, permuted];
