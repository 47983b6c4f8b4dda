import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, fraction, optional, tensor, word } from '../parameters.ts';
import {
  HIDDEN_NAMES,
  type Hidden,
  hiddenActivation,
  OUTPUT_NAMES,
  type Output,
  outputActivation,
} from './activations.ts';
import { denseFor, LAYOUTS, type Layout, withBias } from './dense.ts';

/** The forward pass of a multi-layer perceptron. */

const MOST_LAYERS = 4;

const anyTensor = optional(tensor());
/** A bias may be left out, and all layers after the first. */
export const WEIGHTS = {
  W1: tensor(),
  b1: anyTensor,
  W2: anyTensor,
  b2: anyTensor,
  W3: anyTensor,
  b3: anyTensor,
  W4: anyTensor,
  b4: anyTensor,
};
export const ACTIVATION = {
  hidden: byName(word(HIDDEN_NAMES, 'relu')),
  slope: byName(fraction(0.01)),
  layout: byName(word(LAYOUTS, 'Wx')),
};

export type Weights = Readonly<Record<keyof typeof WEIGHTS, Node | undefined>>;

export interface Description {
  readonly caller: string;
  readonly x: Node;
  readonly weights: Weights;
  readonly hidden: Hidden;
  readonly output: Output;
  readonly slope: Node;
  readonly layout: Layout;
}

/** What one layer has computed. The last one has the output ŷ in the place of h. */
export interface Layer {
  readonly number: number;
  readonly weights: Node;
  readonly bias: Node | undefined;
  readonly input: Node;
  readonly z: Node;
  readonly h: Node;
}

interface Given {
  readonly weights: Node;
  readonly bias: Node | undefined;
}

/** The layers that were given, in order. @throws ArgumentError where one is left out in between */
function givenLayers(caller: string, weights: Weights): Given[] {
  const all = Array.from({ length: MOST_LAYERS }, (_, i) => ({
    weights: weights[`W${i + 1}` as keyof Weights],
    bias: weights[`b${i + 1}` as keyof Weights],
  }));
  const end = all.findIndex(layer => !layer.weights);
  const given = end < 0 ? all : all.slice(0, end);
  const stray = all.slice(given.length).findIndex(layer => layer.weights ?? layer.bias);
  if (stray >= 0) {
    throw new ArgumentError(`${caller}: layer ${given.length + stray + 1} is given, but W${given.length + 1} is not`);
  }
  return given as Given[];
}

/** `z^{(1)}` */
export const ofLayer = (symbol: string, number: number): string => `${symbol}^{(${number})}`;

const WHY_HIDDEN = 'without an activation all layers together would be a single linear map';
const WHY_OUTPUT: Readonly<Record<Output, string>> = {
  identity: 'the output layer has no activation',
  sigmoid: 'a probability',
  softmax: 'probabilities that sum to 1',
};

/** @throws ArgumentError where shapes do not fit */
export function layersOf({ caller, x, weights, hidden, output, slope, layout }: Description): Layer[] {
  const given = givenLayers(caller, weights);
  const isBatch = x.shape.length === 2;
  let input = x;
  return given.map(({ weights: w, bias }, i): Layer => {
    const number = i + 1;
    const isLast = number === given.length;
    if (w.shape.length === 1 && !isLast) {
      throw new ArgumentError(`${caller}: only the last layer may have a vector of weights, for its single unit`);
    }
    const linear = denseFor(caller, `W${number}`, w.shape, input.shape, layout).forward(w, input);
    const sum = withBias(caller, `b${number}`, linear, bias, isBatch);
    const from = input;
    if (isLast && output === 'identity') {
      const y = libraryStep('y', '\\hat y', sum, WHY_OUTPUT.identity);
      return { number, weights: w, bias, input: from, z: y, h: y };
    }
    const z = libraryStep(`z${number}`, ofLayer('z', number), sum);
    if (isLast) {
      if (output === 'softmax' && (z.shape.length < Math.max(1, x.shape.length) || z.shape.at(-1) === 1)) {
        throw new ArgumentError(`${caller}: a softmax needs several outputs, and the last layer has a single one`);
      }
      const y = outputActivation(output).forward(z, slope);
      return { number, weights: w, bias, input: from, z, h: libraryStep('y', '\\hat y', y, WHY_OUTPUT[output]) };
    }
    const active = hiddenActivation(hidden).forward(z, slope);
    const why = number === 1 ? WHY_HIDDEN : undefined;
    input = hidden === 'identity' ? z : libraryStep(`h${number}`, ofLayer('h', number), active, why);
    return { number, weights: w, bias, input: from, z, h: input };
  });
}

/** z1, h1, z2, …, y, as they are computed. */
export function forwardFields(layers: readonly Layer[]): Record<string, Node> {
  return Object.fromEntries(
    layers.flatMap(({ number, z, h }): [string, Node][] => [
      [`z${number}`, z],
      [number === layers.length ? 'y' : `h${number}`, h],
    ]),
  );
}

export const SHAPES =
  'x (d) and W1 (units, d) with layout=Wx, W1 (d, units) with layout=xW; a batch has its samples as rows (N, d). The last layer may have a vector of weights and a single b for one unit; a network of single numbers takes numbers throughout.';
export const LAYOUT_CONVENTION =
  'layout=Wx (PyTorch): W has shape (out, in), z = W x + b, of a batch Z = X Wᵀ + 1 bᵀ. layout=xW: W has shape (in, out), z = Wᵀ x + b, of a batch Z = X W + 1 bᵀ.';

export const mlp: LibraryFunction = define({
  name: 'mlp',
  parameters: { x: tensor(), ...WEIGHTS, output: byName(word(OUTPUT_NAMES, 'identity')), ...ACTIVATION },
  formula:
    'z^{(l)} = W^{(l)} h^{(l-1)} + b^{(l)},\\quad h^{(l)} = f(z^{(l)}),\\quad h^{(0)} = x,\\quad \\hat y = g(z^{(L)})',
  summary: `Forward pass of a multi-layer perceptron with up to ${MOST_LAYERS} layers: weights and biases in order, then the activations by name. Fields z1, h1, z2, …, y.`,
  shapes: SHAPES,
  convention: `hidden is f, output is g; slope is that of leaky_relu. ${LAYOUT_CONVENTION}`,
  example: 'mlp([1, 2], [[1, -1], [0.5, 1]], [0, 0.5], [[1, 2]], [0.1], hidden=tanh).y',
  source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, algorithm 6.3',
  build: ({ x, hidden, output, slope, layout, ...weights }) =>
    fields(forwardFields(layersOf({ caller: 'mlp', x, weights, hidden, output, slope, layout }))),
});
