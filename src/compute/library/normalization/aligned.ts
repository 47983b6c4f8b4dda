import { apply, LEVEL, type Node, type Operation } from '../../node.ts';
import type { Shape, Tensor } from '../../tensor.ts';
import { reshape } from '../../terms.ts';

/**
 * A list of one number per channel, sample or group beside a whole tensor: the same numbers, with axes of length 1 for
 * those that were averaged away. On paper nobody writes that, so it is written as the list itself.
 */
const ALIGNED: Operation = {
  name: 'aligned',
  evaluate: ([value], { shape }) => ({ shape: shape as Shape, data: (value as Tensor).data }),
  write: ([value], show, leading) => {
    const tex = show(value as Node, LEVEL.product, leading);
    return { tex, level: show(value as Node, LEVEL.atom) === tex ? LEVEL.atom : LEVEL.product };
  },
  gradient: (node, upstream) => [reshape(upstream, (node.args[0] as Node).shape)],
  component: (node, index, of) => {
    const kept = node.attributes.kept as readonly number[];
    return of(
      node.args[0] as Node,
      kept.map(axis => index[axis] as number),
    );
  },
};

/**
 * @param kept the axes of the whole tensor that the axes of `value` belong to, in order
 * @param rank that of the whole tensor
 */
export function aligned(value: Node, kept: readonly number[], rank: number): Node {
  const isLast = kept.every((axis, i) => axis === rank - kept.length + i);
  if (value.shape.length === 0 || isLast) return value;
  const shape = new Array<number>(rank).fill(1);
  kept.forEach((axis, i) => {
    shape[axis] = value.shape[i] as number;
  });
  return apply(ALIGNED, [value], { shape, kept });
}
