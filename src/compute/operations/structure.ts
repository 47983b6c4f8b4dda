import { apply, LEVEL, type Node, type Operation, sameShape } from '../node.ts';
import { allocate, type Shape, ShapeError, shapeText, sizeOf, type Tensor } from '../tensor.ts';
import { broadcastTo } from './broadcast.ts';

/** Lists, their elements, and sums over all elements. */

const LIST: Operation = {
  name: 'list',
  evaluate: args => {
    const { shape } = args[0] as Tensor;
    const odd = args.find(arg => !sameShape(arg.shape, shape));
    if (odd) throw new ShapeError(`a list holds shapes ${shapeText(shape)} and ${shapeText(odd.shape)}`);
    const whole = [args.length, ...shape];
    const data = allocate(whole);
    args.forEach((arg, i) => {
      data.set(arg.data, i * sizeOf(shape));
    });
    return { shape: whole, data };
  },
  write: (args, show) => ({
    tex: `\\left[${args.map(arg => show(arg, LEVEL.relation, true)).join(',\\; ')}\\right]`,
    level: LEVEL.atom,
  }),
  gradient: (node, upstream) => node.args.map((_, i) => element(upstream, i)),
};

const ELEMENT: Operation = {
  name: 'element',
  evaluate: ([value], { index }) => {
    const { shape, data } = value as Tensor;
    const size = sizeOf(shape.slice(1));
    const start = (index?.[0] as number) * size;
    return { shape: shape.slice(1), data: data.slice(start, start + size) };
  },
  // An element of an element is written with both indices: W_{1,2}.
  write: ([value], show, _, { index }) => {
    const indices = [(index?.[0] as number) + 1];
    let whole = value as Node;
    for (; whole.operation === ELEMENT; whole = whole.args[0] as Node) {
      indices.unshift((whole.attributes.index?.[0] as number) + 1);
    }
    return { tex: `{${show(whole, LEVEL.atom)}}_{${indices.join(',')}}`, level: LEVEL.atom };
  },
  opaque: true,
  gradient: (node, upstream) => [
    apply(PLACED, [upstream], {
      index: node.attributes.index as readonly number[],
      shape: (node.args[0] as Node).shape,
    }),
  ],
};

/** A tensor of zeros with its argument at one index: the adjoint of taking an element. */
const PLACED: Operation = {
  name: 'placed',
  evaluate: ([value], { index, shape }) => {
    const data = allocate(shape as Shape);
    data.set((value as Tensor).data, (index?.[0] as number) * sizeOf((value as Tensor).shape));
    return { shape: shape as Shape, data };
  },
  // The number times a unit vector; of a row, its outer product with one.
  write: ([value], show, leading, { index }) => {
    const unit = `\\mathbf{e}_{${(index?.[0] as number) + 1}}`;
    const node = value as Node;
    return node.shape.length === 0
      ? { tex: `${show(node, LEVEL.product, leading)} \\cdot ${unit}`, level: LEVEL.product }
      : { tex: `${unit} \\otimes ${show(node, LEVEL.power)}`, level: LEVEL.product };
  },
  gradient: (node, upstream) => [element(upstream, node.attributes.index?.[0] as number)],
};

const SUM: Operation = {
  name: 'sum',
  evaluate: ([value]) => ({ shape: [], data: Float64Array.of((value as Tensor).data.reduce((a, b) => a + b, 0)) }),
  // As loose as a sum: what multiplies it must not seem to stand inside it.
  write: ([value], show) => ({ tex: `\\sum ${show(value as Node, LEVEL.product)}`, level: LEVEL.sum }),
  gradient: (node, upstream) => [broadcastTo(upstream, (node.args[0] as Node).shape)],
};

export function list(items: readonly Node[]): Node {
  return apply(LIST, items);
}

/**
 * The element at a 0-based index along the first axis; of a written list, the very node that was put there.
 * @throws ShapeError for a scalar or an index outside.
 */
export function element(node: Node, index: number): Node {
  const [length] = node.shape;
  if (length === undefined) throw new ShapeError('a single number has no elements to index');
  if (!Number.isInteger(index) || index < 0 || index >= length) {
    throw new ShapeError(`index ${index} is outside a list of ${length} (the first element has index 0)`);
  }
  return node.operation === LIST ? (node.args[index] as Node) : apply(ELEMENT, [node], { index: [index] });
}

export function elements(node: Node): Node[] {
  return Array.from({ length: node.shape[0] ?? 0 }, (_, i) => element(node, i));
}

export function sum(node: Node): Node {
  return apply(SUM, [node]);
}

export const structure = [LIST, ELEMENT, PLACED, SUM];
