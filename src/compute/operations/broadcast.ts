import { apply, isConstant, LEVEL, type Node, type Operation, sameShape, type Written } from '../node.ts';
import { allocate, broadcastOffsets, type Shape, type Tensor } from '../tensor.ts';
import { stretchedIndex } from './component.ts';
import { stretchedTex } from './stretched.ts';

/** Broadcasting and its adjoint: each is the gradient of the other. */

const sumTo: Operation = {
  name: 'sum_to',
  evaluate: ([value], { shape }) => {
    const source = value as Tensor;
    const data = allocate(shape as Shape);
    const offsets = broadcastOffsets(shape as Shape, source.shape);
    for (let i = 0; i < offsets.length; i++) {
      const at = offsets[i] as number;
      data[at] = (data[at] as number) + (source.data[i] as number);
    }
    return { shape: shape as Shape, data };
  },
  write: ([value], show, _, { shape }): Written => ({
    tex: `\\sum${summedAxes((value as Node).shape, shape as Shape)} ${show(value as Node, LEVEL.product)}`,
    level: LEVEL.sum,
  }),
  gradient: (node, upstream) => [broadcastTo(upstream, (node.args[0] as Node).shape)],
};

/** `_{\text{axis 0}}`: the axes that were stretched. */
function summedAxes(from: Shape, to: Shape): string {
  if (to.length === 0) return '';
  const missing = from.length - to.length;
  const axes = from.flatMap((length, axis) =>
    axis < missing ? [`${axis}`] : to[axis - missing] === 1 && length > 1 ? [`${axis} kept`] : [],
  );
  return `_{\\text{axis ${axes.join(', ')}}}`;
}

const broadcast: Operation = {
  name: 'broadcast_to',
  evaluate: ([value], { shape }) => {
    const source = value as Tensor;
    // First of all, so that a tensor of a billion numbers is refused at once.
    const data = allocate(shape as Shape);
    const offsets = broadcastOffsets(source.shape, shape as Shape);
    for (let i = 0; i < data.length; i++) data[i] = source.data[offsets[i] as number] as number;
    return { shape: shape as Shape, data };
  },
  write: ([value], show, leading, { shape }): Written => {
    const filled = (digit: number): string => `\\mathbf{${digit}}_{${(shape as Shape).join(' \\times ')}}`;
    const node = value as Node;
    const stretched = stretchedTex(node, shape as Shape, show);
    if (stretched !== null) return { tex: stretched, level: LEVEL.product };
    const digit = [0, 1].find(value => isConstant(node, value));
    if (digit !== undefined) return { tex: filled(digit), level: LEVEL.atom };
    return { tex: `${show(node, LEVEL.product, leading)} \\cdot ${filled(1)}`, level: LEVEL.product };
  },
  component: ({ args: [value] }, index, of) => of(value as Node, stretchedIndex(index, (value as Node).shape)),
  gradient: (node, upstream) => [reduceTo(upstream, (node.args[0] as Node).shape)],
};

/** Sums over whatever was stretched, so that an adjoint has its argument's shape again. */
export function reduceTo(node: Node, shape: Shape): Node {
  return sameShape(node.shape, shape) ? node : apply(sumTo, [node], { shape });
}

export function broadcastTo(node: Node, shape: Shape): Node {
  return sameShape(node.shape, shape) ? node : apply(broadcast, [node], { shape });
}

export const broadcastOperations = [sumTo, broadcast];
