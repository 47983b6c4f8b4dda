import type { Node } from '../../node.ts';
import { type Shape, shapeText } from '../../tensor.ts';
import { weighted } from '../../terms.ts';
import { ArgumentError } from '../function.ts';
import { activate, type Output } from './activations.ts';
import { checkShape, mapped } from './check.ts';
import { sumOf } from './terms.ts';

/** The layer that reads the hidden state. */

interface Readout {
  readonly V?: Node | undefined;
  readonly c?: Node | undefined;
  readonly output: Output;
}

/** g(V h + c) as a function of the state; null where there is no such layer. */
export function readoutOf(row: string, { V, c, output }: Readout, state: Shape): ((h: Node) => Node) | null {
  if (!V) {
    if (c) throw new ArgumentError(`${row}: c is the bias of the output layer V h + c, and V is missing`);
    if (output !== 'identity') throw new ArgumentError(`${row}: an output activation needs an output layer V`);
    return null;
  }
  const reached = mapped(V.shape, state);
  if (!reached) {
    throw new ArgumentError(
      `${row}: V has shape ${shapeText(V.shape)} and cannot read a state of shape ${shapeText(state)}`,
    );
  }
  checkShape(row, 'c', c, reached);
  checkOutput(row, output, reached);
  return h => activate[output](sumOf(weighted(V, h), c));
}

/** @throws ArgumentError for a softmax over a single number */
export function checkOutput(row: string, output: Output, shape: Shape): void {
  if (output === 'softmax' && shape.length === 0) {
    throw new ArgumentError(`${row}: a softmax needs several outputs, not a single number`);
  }
}
