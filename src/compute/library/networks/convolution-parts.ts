import { isConstant, type Node } from '../../node.ts';
import { type Shape, shapeText, sizeOf } from '../../tensor.ts';
import { forEachChannel, plus, slice, wholeOf } from '../../terms.ts';
import { ArgumentError, libraryStep } from '../function.ts';
import { count, size } from '../parameters.ts';

/** What all convolutions have in common: their options, their bias, and the kernel that is turned around. */

export const KINDS = ['cross_correlation', 'convolution'] as const;
type Kind = (typeof KINDS)[number];

interface Steps {
  readonly stride: Shape;
  readonly padding: Shape;
  readonly dilation: Shape;
}

const along = (rank: number, node: Node): number[] => new Array<number>(rank).fill(wholeOf(node));

export const stepsOf = (rank: number, { stride, padding, dilation }: Record<keyof Steps, Node>): Steps => ({
  stride: along(rank, stride),
  padding: along(rank, padding),
  dilation: along(rank, dilation),
});

/** The kernel turned around along every axis that it slides along, or as it is. */
export function turned(k: Node, rank: number, kind: Kind): Node {
  if (kind === 'cross_correlation') return k;
  const first = k.shape.length - rank;
  return slice(
    k,
    k.shape.map((length, axis) =>
      axis < first
        ? { start: 0, length, step: 1, drop: false }
        : { start: length - 1, length, step: length === 1 ? 1 : -1, drop: false },
    ),
  );
}

const TURNED = 'a true convolution turns the kernel around first';

export function kernelStep(k: Node, rank: number, kind: Kind): Node {
  return kind === 'convolution' && sizeOf(k.shape.slice(-rank)) > 1
    ? libraryStep('turned', '\\tilde k', turned(k, rank, kind), TURNED)
    : k;
}

/** One number for each filter, or a single one where the output has no axis of filters. */
export function withBias(name: string, y: Node, bias: Node | undefined, rank: number): Node {
  if (!bias || isConstant(bias, 0)) return y;
  const isSingle = y.shape.length === rank;
  const wanted = isSingle ? [] : [y.shape[0] as number];
  if (bias.shape.length !== wanted.length || bias.shape[0] !== wanted[0]) {
    throw new ArgumentError(
      `${name}: the bias must have ${isSingle ? 'no axis: one number' : `shape ${shapeText(wanted)}: one number for each channel`}, and has shape ${shapeText(bias.shape)}`,
    );
  }
  return plus(y, isSingle ? bias : forEachChannel(bias, rank));
}

export function expectRank(name: string, tensors: Readonly<Record<string, Node>>, rank: number, axes: number): void {
  for (const [called, { shape }] of Object.entries(tensors)) {
    if (shape.length < rank || shape.length > rank + axes) {
      throw new ArgumentError(
        `${name}: "${called}" has shape ${shapeText(shape)}, and needs ${rank} to ${rank + axes} axes`,
      );
    }
  }
}

export const SLIDING = { stride: size(1), padding: count(0), dilation: size(1) };
