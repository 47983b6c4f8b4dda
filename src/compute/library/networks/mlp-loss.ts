import { isConstant, type Node, sameShape } from '../../node.ts';
import { type Shape, shapeText, sizeOf } from '../../tensor.ts';
import {
  constant,
  ln,
  logSumExp,
  matmul,
  minus,
  negated,
  oneHot,
  over,
  plus,
  softplus,
  squared,
  sumOver,
  times,
} from '../../terms.ts';
import { one, two } from '../constants.ts';
import { ArgumentError, libraryStep } from '../function.ts';
import type { Output } from './activations.ts';

/** Losses at the end of a network, with the gradient by its last z. */

export interface LossOf {
  readonly loss: Node;
  /** Of the loss by the output, or by the last z where the usual output makes that simple. */
  readonly gradient: () => { readonly by: 'y' | 'z'; readonly value: Node; readonly why: string };
}

interface LastLayer {
  readonly caller: string;
  readonly z: Node;
  readonly y: Node;
  readonly target: Node;
  readonly isBatch: boolean;
}

type Loss = (last: LastLayer) => LossOf;

const divided = (node: Node, by: number): Node => (by === 1 ? node : over(node, constant(by)));

/** All numbers of a tensor; a single number as it is. */
const summed = (node: Node): Node => (node.shape.length === 0 ? node : sumOver(node));

const samplesIn = (shape: Shape, isBatch: boolean): number => (isBatch ? (shape[0] as number) : 1);

const DIFFERENCE = 'for this output and loss together, the difference of prediction and target is left';
const SAFE = 'the same in terms of z, where a probability is too close to 0 for its logarithm';

function expectTarget(caller: string, y: Node, target: Node): void {
  if (!sameShape(y.shape, target.shape)) {
    throw new ArgumentError(
      `${caller}: the output has shape ${shapeText(y.shape)}, and the target has shape ${shapeText(target.shape)}`,
    );
  }
}

const meanSquared: Loss = ({ caller, y, target }) => {
  expectTarget(caller, y, target);
  const error = minus(y, target);
  const count = sizeOf(y.shape);
  return {
    loss: libraryStep('loss', 'L', divided(summed(squared(error)), count)),
    gradient: () => ({ by: 'y', value: divided(times(two, error), count), why: 'the slope of the squared error' }),
  };
};

const halfSquared: Loss = ({ caller, y, target, isBatch }) => {
  expectTarget(caller, y, target);
  const error = minus(y, target);
  const samples = samplesIn(y.shape, isBatch);
  const divisor = samples === 1 ? two : times(two, constant(samples));
  return {
    loss: libraryStep('loss', 'L', over(summed(squared(error)), divisor)),
    gradient: () => ({ by: 'y', value: divided(error, samples), why: 'the half cancels the 2 of the square' }),
  };
};

/** Below this a probability is no normal number any more, and its logarithm is not exact. */
const SMALLEST = 1e-300;

const crossEntropy: Loss = ({ caller, z, y, target, isBatch }) => {
  const samples = samplesIn(y.shape, isBatch);
  const wanted = target.shape.length < y.shape.length ? classes(caller, y, target) : distributions(caller, y, target);
  const isSafe = y.data.every(p => p > SMALLEST);
  const logs = isSafe ? ln(y) : minus(z, isBatch ? logSumExp(z, [1], true) : logSumExp(z));
  const total = isBatch ? sumOver(times(wanted, logs)) : matmul(wanted, logs);
  return {
    loss: libraryStep('loss', 'L', negated(divided(total, samples)), isSafe ? undefined : SAFE),
    gradient: () => ({ by: 'z', value: divided(minus(y, wanted), samples), why: DIFFERENCE }),
  };
};

function classes(caller: string, y: Node, target: Node): Node {
  const count = y.shape.at(-1) as number;
  const rows = y.shape.slice(0, -1);
  if (!sameShape(target.shape, rows) || !target.data.every(c => Number.isInteger(c) && c >= 0 && c < count)) {
    throw new ArgumentError(
      `${caller}: the target is ${rows.length === 1 ? `one class for each of ${rows[0]} samples` : 'a class'}, from 0 to ${count - 1}, or probabilities of the ${count} classes`,
    );
  }
  return libraryStep('t', 't', oneHot(target, count), 'a 1 at the right class, counted from 0');
}

function distributions(caller: string, y: Node, target: Node): Node {
  expectTarget(caller, y, target);
  const sums = sumOver(target, [target.shape.length - 1]);
  if (target.data.some(t => t < 0) || sums.data.some(sum => Math.abs(sum - 1) > 1e-9)) {
    throw new ArgumentError(`${caller}: the probabilities of a target must not be negative and must sum to 1`);
  }
  return target;
}

/** Closer to 0 or 1 a probability does not tell its distance to it exactly enough. */
const CLOSEST = 1e-6;

const binaryCrossEntropy: Loss = ({ caller, z, y, target }) => {
  expectTarget(caller, y, target);
  if (target.data.some(t => t < 0 || t > 1)) {
    throw new ArgumentError(`${caller}: a target of binary cross-entropy is a number from 0 to 1`);
  }
  const count = sizeOf(y.shape);
  const isSafe = y.data.every(p => p > CLOSEST && p < 1 - CLOSEST);
  const each = isSafe
    ? likely(target, ln(y), () => ln(minus(one, y)))
    : likely(target, softplus(negated(z)), () => softplus(z));
  const mean = divided(summed(each), count);
  return {
    loss: isSafe ? libraryStep('loss', 'L', negated(mean)) : libraryStep('loss', 'L', mean, SAFE),
    gradient: () => ({ by: 'z', value: divided(minus(y, target), count), why: DIFFERENCE }),
  };
};

/** t · a + (1 − t) · b; of a label that is written in the call only the part that counts. */
function likely(target: Node, a: Node, b: () => Node): Node {
  if (isConstant(target, 1)) return a;
  return isConstant(target, 0) ? b() : plus(times(target, a), times(minus(one, target), b()));
}

interface Row {
  readonly build: Loss;
  /** What the output layer applies unless the author says otherwise. */
  readonly output: Output;
  /** Any other output would make no sense. */
  readonly fixed?: true;
}

const LOSSES = {
  mse: { build: meanSquared, output: 'identity' },
  half_squared: { build: halfSquared, output: 'identity' },
  cross_entropy: { build: crossEntropy, output: 'softmax', fixed: true },
  bce: { build: binaryCrossEntropy, output: 'sigmoid', fixed: true },
} as const satisfies Record<string, Row>;

export type LossName = keyof typeof LOSSES;
export const LOSS_NAMES: readonly LossName[] = Object.keys(LOSSES) as LossName[];
export const lossNamed = (name: LossName): Loss => LOSSES[name].build;

/** The output that the author chose, or the usual one. @throws ArgumentError where the loss needs another */
export function outputFor(caller: string, name: LossName, chosen: Output | undefined): Output {
  const { output, fixed }: Row = LOSSES[name];
  if (fixed && chosen !== undefined && chosen !== output) {
    throw new ArgumentError(`${caller}: loss=${name} needs output=${output}`);
  }
  return chosen ?? output;
}
