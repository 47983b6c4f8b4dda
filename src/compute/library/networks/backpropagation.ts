import type { Node } from '../../node.ts';
import { libraryStep } from '../function.ts';
import { type Hidden, hiddenActivation, type Output, outputActivation } from './activations.ts';
import { byBias, denseFor, type Layout } from './dense.ts';
import { type Layer, layersOf, ofLayer, type Weights } from './mlp.ts';
import { type LossName, type LossOf, lossNamed, outputFor } from './mlp-loss.ts';

/** Forward pass, loss and back-propagation of a multi-layer perceptron. */

/** What an author gives for a network that is trained; the weights stand beside the rest. */
export type Given = Weights & {
  readonly x: Node;
  readonly target: Node;
  readonly loss: LossName;
  readonly output: Output | undefined;
  readonly hidden: Hidden;
  readonly slope: Node;
  readonly layout: Layout;
};

export interface Pass {
  readonly caller: string;
  readonly x: Node;
  readonly layout: Layout;
  readonly hidden: Hidden;
  readonly output: Output;
  readonly slope: Node;
  readonly layers: readonly Layer[];
  readonly loss: LossOf;
}

/** @throws ArgumentError where shapes do not fit, or output and loss */
export function forwardPass(caller: string, given: Given): Pass {
  const { x, target, loss, output: chosen, hidden, slope, layout, ...weights } = given;
  const output = outputFor(caller, loss, chosen);
  const common = { caller, x, layout, hidden, output, slope };
  const layers = layersOf({ ...common, weights });
  const { z, h: y } = layers.at(-1) as Layer;
  return { ...common, layers, loss: lossNamed(loss)({ caller, z, y, target, isBatch: x.shape.length === 2 }) };
}

interface LayerGradients {
  readonly layer: Layer;
  readonly delta: Node;
  readonly weights: Node;
  readonly bias: Node | null;
}

const partial = (of: string): string => `\\frac{\\partial L}{\\partial ${of}}`;

/** How the author calls a weight, or how textbooks do. */
export const symbolOf = (node: Node, fallback: string): string => node.label?.tex || fallback;

/** The error of the last layer, δ = ∂L/∂z, before it has its name. */
function lastError({ loss, layers, output, slope }: Pass): { readonly value: Node; readonly why: string } {
  const start = loss.gradient();
  if (start.by === 'z' || output === 'identity') return start;
  const { h, z } = layers.at(-1) as Layer;
  const { backward, why } = outputActivation(output);
  return { value: backward(libraryStep('dy', partial('\\hat y'), start.value, start.why), h, z, slope), why };
}

/** From the last layer to the first: errors and gradients; and at the end the gradient by the input. */
export function backwardPass(pass: Pass): { readonly gradients: readonly LayerGradients[]; readonly dx: Node } {
  const { caller, x, layout, hidden, slope, layers } = pass;
  const { backward, why: slopeWhy } = hiddenActivation(hidden);
  const why = ['the error goes back through the weights of the next layer', slopeWhy].filter(Boolean).join('; ');
  const gradients: LayerGradients[] = [];
  let error = lastError(pass);
  let dx = x;
  for (const layer of layers.toReversed()) {
    const { number, weights, bias, input } = layer;
    const dense = denseFor(caller, `W${number}`, weights.shape, input.shape, layout);
    const delta = libraryStep(`delta${number}`, ofLayer('\\delta', number), error.value, error.why);
    const isLast = number === layers.length;
    gradients.push({
      layer,
      delta,
      weights: libraryStep(
        `dW${number}`,
        partial(symbolOf(weights, ofLayer('W', number))),
        dense.byWeights(delta, input),
        isLast ? 'the error times what came in' : undefined,
      ),
      bias: bias
        ? libraryStep(`db${number}`, partial(symbolOf(bias, ofLayer('b', number))), byBias(delta, x.shape.length === 2))
        : null,
    });
    const reached = dense.byInput(delta, weights);
    const below = layers[number - 2];
    if (below) error = { value: backward(reached, below.h, below.z, slope), why };
    else dx = libraryStep('dx', partial(symbolOf(x, 'x')), reached);
  }
  return { gradients, dx };
}
