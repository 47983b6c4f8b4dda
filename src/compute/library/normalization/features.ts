import { type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { ArgumentError } from '../function.ts';
import { type Axes, axesWhere } from './statistics.ts';

/** Normalizations over the last axes, the features of a sample. */

/** @throws ArgumentError where x has fewer axes than that */
export function lastAxes(caller: string, x: Node, last: Node | undefined, usual: number): Axes {
  const rank = x.shape.length;
  const count = (last?.data[0] as number | undefined) ?? usual;
  if (count > rank) {
    throw new ArgumentError(`${caller}: "last" is ${count}, and "x" of shape ${shapeText(x.shape)} has ${rank} axes`);
  }
  return axesWhere(x, axis => axis < rank - count);
}

/** γ or β: a number, or one for each feature. @throws ArgumentError where it has another shape */
export function perFeature(
  caller: string,
  name: string,
  node: Node | undefined,
  x: Node,
  { averaged }: Axes,
): Node | undefined {
  const wanted = averaged.map(axis => x.shape[axis] as number);
  if (!node || node.shape.length === 0 || sameShape(node.shape, wanted)) return node;
  throw new ArgumentError(
    `${caller}: "${name}" has shape ${shapeText(node.shape)} and must be a number or have shape ${shapeText(wanted)}, that of the averaged axes of "x"`,
  );
}
