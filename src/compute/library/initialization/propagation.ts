import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { elements, list, times } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { number, size, tensor, word } from '../parameters.ts';
import { ACTIVATIONS, passageOf } from './activation.ts';
import { checkVariances } from './moments.ts';

/** The variance of a signal and of its gradient, layer by layer. */

const MOST_LAYERS = 50;
const HE = 'He et al. 2015, Delving Deep into Rectifiers';
const PER_LAYER =
  'A fan or weight variance is one number for all layers or a list with one for each, first layer first.';
const SUMS_UP =
  'the fan counts the terms; each is a weight of mean 0 times an independent number, and their variances add up';

interface Layer {
  readonly fan: Node;
  readonly variance: Node;
}

/** @throws ArgumentError where a list does not have one number per layer, or a number is no fan or no variance */
function layersOf(caller: string, layers: Node, fanName: string, fan: Node, variance: Node): Layer[] {
  const depth = layers.data[0] as number;
  if (depth > MOST_LAYERS) throw new ArgumentError(`${caller}: at most ${MOST_LAYERS} layers, not ${depth}`);
  if (!fan.data.every(n => Number.isInteger(n) && n >= 1)) {
    throw new ArgumentError(`${caller}: "${fanName}" must be whole numbers of 1 or more`);
  }
  checkVariances(caller, { weight_variance: variance });
  const perLayer = (name: string, node: Node): Node[] => {
    if (node.shape.length === 0) return Array.from({ length: depth }, () => node);
    if (node.shape.length === 1 && node.shape[0] === depth) return elements(node);
    throw new ArgumentError(
      `${caller}: "${name}" has shape ${shapeText(node.shape)} and must be one number or a list of one for each of the ${depth} layers`,
    );
  };
  const variances = perLayer('weight_variance', variance);
  return perLayer(fanName, fan).map((n, l) => ({ fan: n, variance: variances[l] as Node }));
}

export const propagation: readonly LibraryFunction[] = [
  define({
    name: 'forward_variance',
    parameters: {
      fan_in: tensor(),
      weight_variance: tensor(),
      layers: size(1),
      activation: word(ACTIVATIONS, 'relu'),
      slope: number(0.01),
      second_moment: number(1),
    },
    formula:
      '\\operatorname{Var}(a_l) = n_l \\, \\sigma_w^2 \\, E[h_{l-1}^2],\\quad E[h_l^2] = \\begin{cases} \\operatorname{Var}(a_l) & \\text{linear} \\\\ \\frac{1}{2} \\operatorname{Var}(a_l) & \\text{ReLU} \\\\ \\frac{1 + \\alpha^2}{2} \\operatorname{Var}(a_l) & \\text{leaky ReLU} \\end{cases}',
    summary:
      'The variance of the pre-activations a of each layer, and the second moment of its activations h = f(a), from the inputs h₀ = x on. Fields: variances (of a, first layer first), variance (of the last a), second_moment (of the last h).',
    shapes: 'variances: (layers)',
    convention: `second_moment is E[x²] of the inputs: their variance plus their squared mean. Weights are independent with mean 0 and distributed symmetrically, biases are 0. ${PER_LAYER} The slope α is used for leaky_relu only.`,
    example: 'forward_variance(100, 0.02, layers=3).variance',
    source: `${HE}, equations 7 to 10`,
    build: ({ fan_in, weight_variance, layers, activation, slope, second_moment }) => {
      checkVariances('forward_variance', { second_moment });
      const { kept, why } = passageOf(activation);
      let moment = second_moment;
      const variances = layersOf('forward_variance', layers, 'fan_in', fan_in, weight_variance).map((layer, l) => {
        const product = times(times(layer.fan, layer.variance), moment);
        const a = libraryStep(`a${l + 1}`, `\\operatorname{Var}(a_{${l + 1}})`, product, l === 0 ? SUMS_UP : undefined);
        const through = kept(a, slope);
        const reason = l === 0 ? why : undefined;
        moment = through === a ? a : libraryStep(`h${l + 1}`, `E[h_{${l + 1}}^2]`, through, reason);
        return a;
      });
      return fields({ variances: list(variances), variance: variances.at(-1) as Node, second_moment: moment });
    },
  }),
  define({
    name: 'backward_variance',
    parameters: {
      fan_out: tensor(),
      weight_variance: tensor(),
      layers: size(1),
      activation: word(ACTIVATIONS, 'relu'),
      slope: number(0.01),
      variance: number(1),
    },
    formula:
      "\\operatorname{Var}\\left(\\frac{\\partial L}{\\partial a_l}\\right) = E[f'(a_l)^2] \\operatorname{Var}\\left(\\frac{\\partial L}{\\partial h_l}\\right),\\quad \\operatorname{Var}\\left(\\frac{\\partial L}{\\partial h_{l-1}}\\right) = n_l \\, \\sigma_w^2 \\operatorname{Var}\\left(\\frac{\\partial L}{\\partial a_l}\\right),\\quad E[f'(a_l)^2] = \\begin{cases} 1 & \\text{linear} \\\\ \\frac{1}{2} & \\text{ReLU} \\\\ \\frac{1 + \\alpha^2}{2} & \\text{leaky ReLU} \\end{cases}",
    summary:
      'The variance of the gradient on its way back: through the activation h = f(a) of each layer to its pre-activation a, and through its weights to the layer below. Fields: variances (of the gradient with respect to what enters each layer, first layer first), variance (with respect to the inputs x).',
    shapes: 'variances: (layers)',
    convention: `variance is that of the gradient with respect to the last activation h. Gradients have mean 0 and are independent of the weights and of the slopes of the activation, of which half are 1. ${PER_LAYER} The slope α is used for leaky_relu only.`,
    example: 'backward_variance(100, 0.02, layers=3).variance',
    source: `${HE}, equations 11 to 14`,
    build: ({ fan_out, weight_variance, layers, activation, slope, variance }) => {
      checkVariances('backward_variance', { variance });
      const { kept, back } = passageOf(activation);
      const stack = layersOf('backward_variance', layers, 'fan_out', fan_out, weight_variance);
      let gradient = variance;
      const variances = stack.map((_, i) => {
        const l = stack.length - i;
        const layer = stack[l - 1] as Layer;
        const through = kept(gradient, slope);
        const first = i === 0;
        const a =
          through === gradient ? gradient : libraryStep(`a${l}`, gradientOf('a', l), through, first ? back : undefined);
        const product = times(times(layer.fan, layer.variance), a);
        gradient = libraryStep(
          `h${l - 1}`,
          gradientOf(l === 1 ? 'x' : 'h', l - 1),
          product,
          first ? SUMS_UP : undefined,
        );
        return gradient;
      });
      return fields({ variances: list(variances.reverse()), variance: gradient });
    },
  }),
];

/** The inputs are the activation of layer 0. */
function gradientOf(letter: 'a' | 'h' | 'x', l: number): string {
  const below = letter === 'x' ? 'x' : `${letter}_{${l}}`;
  return `\\operatorname{Var}\\left(\\frac{\\partial L}{\\partial ${below}}\\right)`;
}
