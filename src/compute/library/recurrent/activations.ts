import { markDegenerate, type Node } from '../../node.ts';
import { constant, greater, minus, relu, sigmoid, softmax, squared, tanh, times } from '../../terms.ts';
import { one } from '../constants.ts';

/** Activations by their words. */

export const ACTIVATIONS = ['tanh', 'relu', 'sigmoid', 'identity'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

export const OUTPUTS = ['identity', 'sigmoid', 'softmax', 'tanh'] as const;
export type Output = (typeof OUTPUTS)[number];

const itself = (a: Node): Node => a;

export const activate: Readonly<Record<Activation | Output, (a: Node) => Node>> = {
  tanh,
  relu,
  sigmoid,
  softmax: a => softmax(a),
  identity: itself,
};

/** f′ as one writes it, from h = f(a) where that is shorter; null where it is 1. At a kink the left side counts. */
export const slope: Readonly<Record<Activation, (a: Node, h: Node) => Node | null>> = {
  tanh: (_, h) => minus(one, squared(h)),
  sigmoid: (_, h) => times(h, minus(one, h)),
  relu: a => (a.data.includes(0) ? markDegenerate(greater(a, constant(0))) : greater(a, constant(0))),
  identity: () => null,
};
