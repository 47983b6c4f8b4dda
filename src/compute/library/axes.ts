import type { Node } from '../node.ts';
import { axesOf } from '../operations/axes.ts';
import type { Shape } from '../tensor.ts';

/** The axes that an argument names, checked against a shape; undefined: all of them. */
export function axesIn(shape: Shape, argument: Node | undefined): number[] | undefined {
  return argument && axesOf(shape, [...argument.data]);
}
