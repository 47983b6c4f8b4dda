import { markDegenerate, type Node } from '../../node.ts';
import {
  leakyRelu,
  leakyReluSlope,
  matmul,
  minus,
  relu,
  reluSlope,
  sigmoid,
  softmax,
  squared,
  sumOver,
  tanh,
  times,
} from '../../terms.ts';
import { one } from '../constants.ts';

/** Activations of layers, and how a gradient goes back through each. */

interface Activation {
  readonly forward: (z: Node, slope: Node) => Node;
  /** The gradient by z, from that by h = f(z). */
  readonly backward: (upstream: Node, h: Node, z: Node, slope: Node) => Node;
  readonly why: string;
}

/** At a kink the slope depends on a convention. */
const kinked = (z: Node, gradient: Node): Node => (z.data.includes(0) ? markDegenerate(gradient) : gradient);

const identity: Activation = { forward: z => z, backward: upstream => upstream, why: '' };
const logistic: Activation = {
  forward: sigmoid,
  backward: (upstream, h) => times(upstream, times(h, minus(one, h))),
  why: 'the sigmoid has the slope h (1 − h)',
};

const HIDDEN = {
  relu: {
    forward: relu,
    backward: (upstream, _, z) => kinked(z, times(upstream, reluSlope(z))),
    why: 'ReLU has the slope 1 for a positive number, else 0',
  },
  leaky_relu: {
    forward: leakyRelu,
    backward: (upstream, _, z, slope) => kinked(z, times(upstream, leakyReluSlope(z, slope))),
    why: 'leaky ReLU has the slope 1 for a positive number, else the small one',
  },
  tanh: {
    forward: tanh,
    backward: (upstream, h) => times(upstream, minus(one, squared(h))),
    why: 'tanh has the slope 1 − h²',
  },
  sigmoid: logistic,
  identity,
} as const satisfies Record<string, Activation>;

const OUTPUT = {
  identity,
  sigmoid: logistic,
  softmax: {
    forward: z => softmax(z, z.shape.length < 2 ? undefined : [1]),
    backward: (upstream, y) => {
      const mean = y.shape.length === 1 ? matmul(upstream, y) : sumOver(times(upstream, y), [1], true);
      return times(y, minus(upstream, mean));
    },
    why: 'every logit acts on all outputs of a softmax',
  },
} as const satisfies Record<string, Activation>;

export type Hidden = keyof typeof HIDDEN;
export type Output = keyof typeof OUTPUT;
export const HIDDEN_NAMES: readonly Hidden[] = Object.keys(HIDDEN) as Hidden[];
export const OUTPUT_NAMES: readonly Output[] = Object.keys(OUTPUT) as Output[];
export const hiddenActivation = (name: Hidden): Activation => HIDDEN[name];
export const outputActivation = (name: Output): Activation => OUTPUT[name];
