import { apply, LEVEL, type Node, type Operation, sameShape } from '../node.ts';
import { allocate, ShapeError, shapeText, type Tensor } from '../tensor.ts';
import { slice } from './slice.ts';

/** Two tensors of one shape, their numbers in turn along the last axis: a₁, b₁, a₂, b₂, … */
const interleaved: Operation = {
  name: 'interleave',
  evaluate: args => {
    const [a, b] = args as [Tensor, Tensor];
    const last = a.shape.at(-1);
    if (last === undefined || !sameShape(a.shape, b.shape)) {
      throw new ShapeError(`shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} cannot be interleaved`);
    }
    const shape = [...a.shape.slice(0, -1), 2 * last];
    const data = allocate(shape);
    a.data.forEach((x, i) => {
      data[2 * i] = x;
      data[2 * i + 1] = b.data[i] as number;
    });
    return { shape, data };
  },
  write: ([a, b], show) => ({
    tex: `\\operatorname{interleave}\\left(${show(a as Node, LEVEL.relation, true)},\\; ${show(b as Node, LEVEL.relation, true)}\\right)`,
    level: LEVEL.atom,
  }),
  gradient: (node, upstream) => {
    const { shape } = node.args[0] as Node;
    return [0, 1].map(start =>
      slice(
        upstream,
        shape.map((length, axis) =>
          axis === shape.length - 1
            ? { start, length, step: 2, drop: false }
            : { start: 0, length, step: 1, drop: false },
        ),
      ),
    );
  },
  component: (node, index, of) => {
    const last = index.at(-1) as number;
    return of(node.args[last % 2] as Node, [...index.slice(0, -1), Math.floor(last / 2)]);
  },
};

/** @throws ShapeError where the shapes differ */
export function interleave(a: Node, b: Node): Node {
  return apply(interleaved, [a, b]);
}

export const interleaving = [interleaved];
