import { isConstant, type Node } from '../../node.ts';
import { constant, over, plus, squared, times } from '../../terms.ts';
import { one, two } from '../constants.ts';

/** How much of the second moment of a zero-mean, symmetric signal an activation lets through. */

export const ACTIVATIONS = ['linear', 'relu', 'leaky_relu'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** 1 + α², or 1 where the slope is a plain 0. */
export function onePlusSquare(slope: Node): Node {
  return isConstant(slope, 0) ? one : plus(one, squared(slope));
}

interface Passage {
  /** What is left of a second moment. */
  readonly kept: (moment: Node, slope: Node) => Node;
  /** What makes up for the loss is 1/n, 2/n or 2/((1 + α²) n). */
  readonly numerator: 1 | 2;
  readonly denominator: (n: Node, slope: Node) => Node;
  /** Why so much of a signal is left, and of a gradient. */
  readonly why: string;
  readonly back: string;
}

const PASSAGES: Readonly<Record<Activation, Passage>> = {
  linear: {
    kept: moment => moment,
    numerator: 1,
    denominator: n => n,
    why: 'n independent terms add up',
    back: 'the slope is 1',
  },
  relu: {
    kept: moment => over(moment, two),
    numerator: 2,
    denominator: n => n,
    why: 'ReLU sets one of two mirrored halves to 0',
    back: 'half of the slopes are 0 and half are 1',
  },
  leaky_relu: {
    kept: (moment, slope) => times(over(onePlusSquare(slope), two), moment),
    numerator: 2,
    denominator: (n, slope) => times(onePlusSquare(slope), n),
    why: 'one of two mirrored halves is scaled by the slope',
    back: 'half of the slopes are α and half are 1',
  },
};

export function passageOf(activation: Activation): Passage {
  return PASSAGES[activation];
}

/** The weight variance that keeps the second moment of a signal, times a factor; 3 · 2 is written as 6. */
export function preserving(activation: Activation, n: Node, slope: Node, factor: 1 | 3 = 1): Node {
  const { numerator, denominator } = PASSAGES[activation];
  return over(constant(factor * numerator), denominator(n, slope));
}
