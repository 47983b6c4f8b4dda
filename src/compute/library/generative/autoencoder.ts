import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import {
  element,
  matmul,
  minus,
  over,
  plus,
  relu,
  sigmoid,
  squared,
  tanh,
  times,
  total,
  transpose,
} from '../../terms.ts';
import { isOn, two, upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { spelledMean } from '../losses/common.ts';
import { byName, flag, matrix, optional, size, vector, word } from '../parameters.ts';

/** Autoencoders: their size, and one with tied weights. */

const ACTIVATIONS = ['sigmoid', 'tanh', 'relu', 'identity'] as const;
type Activation = (typeof ACTIVATIONS)[number];
const activate: Readonly<Record<Activation, (a: Node) => Node>> = { sigmoid, tanh, relu, identity: a => a };

const MOST_LAYERS = 20;

/** The sizes as whole numbers. @throws ArgumentError unless they are the layers of an encoder */
function layersOf(sizes: Node): Node[] {
  const isSize = (n: number): boolean => Number.isInteger(n) && n >= 1;
  const count = sizes.data.length;
  if (count < 2 || count > MOST_LAYERS || !sizes.data.every(isSize)) {
    throw new ArgumentError(
      `autoencoder_params: "sizes" must be 2 to ${MOST_LAYERS} whole numbers of 1 or more, from the input to the bottleneck, and has shape ${shapeText(sizes.shape)}`,
    );
  }
  return upTo(count).map(i => element(sizes, i));
}

export const autoencoders: readonly LibraryFunction[] = [
  define({
    name: 'autoencoder_params',
    parameters: { sizes: vector(), tied: flag(0), bias: flag(1) },
    formula:
      'P = 2 \\sum_{l=1}^{L} n_{l-1} n_l + \\underbrace{\\sum_{l=1}^{L} n_l}_{\\text{encoder}} + \\underbrace{\\sum_{l=0}^{L-1} n_l}_{\\text{decoder}}',
    summary:
      'Learnable parameters of an autoencoder of dense layers, whose decoder mirrors the encoder. sizes are those of the layers from the input to the bottleneck.',
    convention:
      'With tied=1 the decoder uses the transposed weights of the encoder, so the first term counts once, without the 2; biases are never shared.',
    example: 'autoencoder_params([784, 128, 32])',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, chapter 14',
    build: ({ sizes, tied, bias }) => {
      const layers = layersOf(sizes);
      const pairs = layers.slice(1).map((n, i) => times(layers[i] as Node, n));
      const encoder = libraryStep('W', 'W', total(pairs), 'the weights of the encoder');
      const weights = isOn(tied) ? encoder : times(two, encoder);
      if (!isOn(bias)) return libraryStep('params', 'P', weights, SHARING[isOn(tied) ? 1 : 0]);
      const inner = libraryStep('b', 'b', total(layers.slice(1)), 'one bias for each unit of the encoder');
      const mirrored = total(layers.slice(0, -1).reverse());
      const outward = libraryStep('c', 'c', mirrored, 'and of the decoder, whose last layer has the size of the input');
      return libraryStep('params', 'P', plus(plus(weights, inner), outward), SHARING[isOn(tied) ? 1 : 0]);
    },
  }),
  define({
    name: 'compression_ratio',
    parameters: { input: size(), bottleneck: size() },
    formula: 'r = \\frac{n}{d}',
    summary: 'How many times smaller the bottleneck is than the input.',
    example: 'compression_ratio(784, 32)',
    source: 'Hinton and Salakhutdinov 2006, Reducing the Dimensionality of Data with Neural Networks',
    build: ({ input, bottleneck }) => libraryStep('ratio', 'r', over(input, bottleneck)),
  }),
  define({
    name: 'tied_autoencoder',
    parameters: {
      x: vector(),
      W: matrix(),
      b: optional(vector()),
      c: optional(vector()),
      activation: byName(word(ACTIVATIONS, 'sigmoid')),
      output: byName(word(ACTIVATIONS, 'sigmoid')),
    },
    formula:
      'h = f(W x + b),\\qquad \\hat x = g(W^\\top h + c),\\qquad L = \\frac{1}{n} \\sum_{i=1}^{n} (\\hat x_i - x_i)^2',
    summary:
      'Autoencoder of one layer whose decoder has the weights of the encoder, transposed. Fields: h, xhat and loss, the mean squared error of the reconstruction.',
    shapes: 'x and c: (n); b: (d); W: (d, n); h is (d), xhat is (n)',
    convention: 'W maps the input to the code. activation is f, output is g; biases that are left out are 0.',
    example: 'tied_autoencoder([1, 0], W=[[0.5, -1]], b=[0], c=[0, 0], activation=tanh, output=identity).xhat',
    source:
      'Vincent et al. 2010, Stacked Denoising Autoencoders: Learning Useful Representations in a Deep Network with a Local Denoising Criterion',
    build: ({ x, W, b, c, activation, output }) => {
      const [d, n] = W.shape as [number, number];
      checkLength('x', x, n, 'columns');
      if (b) checkLength('b', b, d, 'rows');
      if (c) checkLength('c', c, n, 'columns');
      const encoded = b ? plus(matmul(W, x), b) : matmul(W, x);
      const h = libraryStep('h', 'h', activate[activation](encoded), 'the code');
      const decoded = matmul(transpose(W), h);
      const value = activate[output](c ? plus(decoded, c) : decoded);
      const xhat = libraryStep('xhat', '\\hat x', value, 'decoded with the same weights, transposed');
      return fields({ h, xhat, loss: libraryStep('loss', 'L', spelledMean(squared(minus(xhat, x)))) });
    },
  }),
];

const SHARING = ['the decoder has as many weights as the encoder', 'the decoder uses the same weights, transposed'];

function checkLength(name: string, node: Node, length: number, side: string): void {
  if (node.shape[0] === length) return;
  throw new ArgumentError(
    `tied_autoencoder: "${name}" has shape ${shapeText(node.shape)}, and W has ${length} ${side}`,
  );
}
