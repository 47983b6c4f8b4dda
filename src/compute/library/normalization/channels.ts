import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { ArgumentError } from '../function.ts';
import { aligned } from './aligned.ts';
import { type Axes, axesWhere } from './statistics.ts';

/** Tensors (N, D), (N, C, L) and (N, C, H, W) with their channels on axis 1, and lists (N) of one channel. */

const MOST_AXES = 4;
/** Above this nobody works a normalization out, and it would take too long. */
const MOST_NUMBERS = 10_000;

/** @throws ArgumentError where x has too few or too many axes, or too many elements */
export function checkInput(caller: string, x: Node, fewestAxes: number): void {
  const rank = x.shape.length;
  if (rank < fewestAxes || rank > MOST_AXES) {
    throw new ArgumentError(
      `${caller}: "x" must have ${fewestAxes} to ${MOST_AXES} axes, and has shape ${shapeText(x.shape)}`,
    );
  }
  if (x.data.length > MOST_NUMBERS) {
    throw new ArgumentError(`${caller}: "x" has ${x.data.length} elements, and may have ${MOST_NUMBERS}`);
  }
}

/** All but the channels; of a list all there is. */
export function overBatch(x: Node): Axes {
  return axesWhere(x, axis => axis === 1);
}

/** Over what the statistics of batch normalization are taken, in words. */
export function batchWhy({ shape }: Node): string {
  if (shape.length === 1) return 'over the batch';
  return shape.length === 2 ? 'for each feature, over the batch' : 'for each channel, over the batch and all positions';
}

/** An argument with one number per channel, as it stands beside x. @throws ArgumentError where it has another shape */
export function perChannel(caller: string, name: string, node: Node, x: Node): Node {
  const channels = x.shape[1];
  if (node.shape.length === 0) return node;
  if (channels !== undefined && node.shape.length === 1 && node.shape[0] === channels) {
    return aligned(node, [1], x.shape.length);
  }
  const wanted = channels === undefined ? 'a single number' : `a number or a list of ${channels}, one for each channel`;
  throw new ArgumentError(
    `${caller}: "${name}" has shape ${shapeText(node.shape)} and must be ${wanted}, as "x" has shape ${shapeText(x.shape)}`,
  );
}

/** The same for arguments that may be left out. */
export function maybePerChannel(caller: string, name: string, node: Node | undefined, x: Node): Node | undefined {
  return node && perChannel(caller, name, node, x);
}
