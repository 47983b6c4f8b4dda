import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { reshape } from '../../terms.ts';
import { ArgumentError, libraryStep } from '../function.ts';

/** Neighbouring channels put together in groups. */

/**
 * The step z, in which axis 1 counts groups and the next axis runs over the channels and positions of one; x itself where
 * it has that shape already.
 *
 * @throws ArgumentError where the groups do not divide the channels
 */
export function grouped(caller: string, x: Node, groups: Node): Node {
  const [samples, channels, ...positions] = x.shape as [number, number, ...number[]];
  const parts = groups.data[0] as number;
  if (channels % parts !== 0) {
    throw new ArgumentError(
      `${caller}: ${parts} groups must divide the ${channels} channels of "x", whose shape is ${shapeText(x.shape)}`,
    );
  }
  const each = channels / parts;
  const [length = 1, ...rest] = positions;
  const together = reshape(x, [samples, parts, each * length, ...rest]);
  if (together === x) return x;
  return libraryStep('grouped', 'z', together, `each group takes ${each} neighbouring channels`);
}
