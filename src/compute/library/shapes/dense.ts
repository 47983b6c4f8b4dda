import type { Node } from '../../node.ts';
import { elements, productOf, times, total } from '../../terms.ts';
import { isOn, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, flag, size, tensor, vector } from '../parameters.ts';
import { checkLayers, checkWhole, divides, withBias } from './common.ts';

/** Learnable parameters of fully-connected layers, embeddings and normalizations. */

/** γ and β for each of so many. */
const scaled = (features: Node, each: 'channel' | 'element'): Node =>
  libraryStep('params', 'P', times(two, features), `a scale γ and a shift β for each ${each}`);

export const dense: readonly LibraryFunction[] = [
  define({
    name: 'linear_params',
    parameters: { in: count(), out: count(), bias: flag(1) },
    formula: 'P = (n_{\\text{in}} + b) \\cdot n_{\\text{out}}',
    summary: 'Learnable parameters of a fully-connected layer; bias is 1 or 0 for each output.',
    example: 'linear_params(784, 100)',
    source: 'PyTorch Linear',
    build: ({ in: inputs, out, bias }) => {
      const why = `every output has a weight for each input${isOn(bias) ? ' and one bias' : ''}`;
      return libraryStep('params', 'P', times(withBias(inputs, bias), out), why);
    },
  }),
  define({
    name: 'mlp_params',
    parameters: { sizes: vector(), bias: flag(1) },
    formula: 'P = \\sum_{l=1}^{L} (n_{l-1} + b) \\cdot n_l',
    summary:
      'Learnable parameters of a multilayer perceptron, layer by layer; bias is 1 or 0 for each unit, except for the inputs.',
    shapes: 'sizes: the number of units of each layer, the inputs first',
    example: 'mlp_params([784, 100, 10])',
    source: 'PyTorch Sequential of Linear',
    build: ({ sizes, bias }) => {
      checkLayers('mlp_params', sizes);
      checkWhole('mlp_params', 'sizes', sizes, 1);
      const [inputs, ...units] = elements(sizes);
      if (!inputs || units.length === 0)
        throw new ArgumentError('mlp_params: "sizes" must be at least inputs and outputs');
      const layers = units.map((out, l) => times(withBias(l === 0 ? inputs : (units[l - 1] as Node), bias), out));
      const why = `every unit has a weight for each unit of the layer before${isOn(bias) ? ' and one bias' : ''}`;
      if (layers.length === 1) return libraryStep('params', 'P', layers[0] as Node, why);
      const named = layers.map((layer, l) =>
        libraryStep(`layer${l + 1}`, `P_{${l + 1}}`, layer, l === 0 ? why : undefined),
      );
      return libraryStep('params', 'P', total(named));
    },
  }),
  define({
    name: 'embedding_params',
    parameters: { vocabulary: count(), width: count() },
    formula: 'P = V \\cdot d',
    summary: 'Learnable parameters of an embedding: one vector of the given width for each token of the vocabulary.',
    example: 'embedding_params(10000, 300)',
    source: 'PyTorch Embedding',
    build: ({ vocabulary, width }) =>
      libraryStep('params', 'P', times(vocabulary, width), 'the embedding matrix has one row for each token'),
  }),
  define({
    name: 'batch_norm_params',
    parameters: { channels: count() },
    formula: 'P = 2 \\cdot C',
    summary: 'Learnable parameters of batch normalization: γ and β of each channel.',
    example: 'batch_norm_params(64)',
    source: 'Ioffe and Szegedy 2015, Batch Normalization; PyTorch BatchNorm2d',
    build: ({ channels }) => scaled(channels, 'channel'),
  }),
  define({
    name: 'batch_norm_buffers',
    parameters: { channels: count() },
    formula: 'B = 2 \\cdot C',
    summary:
      'Numbers that batch normalization holds besides its parameters: a running mean and a running variance for each channel. They are buffers: updated in training, but not learned by gradient descent.',
    example: 'batch_norm_buffers(64)',
    source: 'Ioffe and Szegedy 2015, Batch Normalization; PyTorch BatchNorm2d (without its batch counter)',
    build: ({ channels }) =>
      libraryStep('buffers', 'B', times(two, channels), 'one running mean and one running variance per channel'),
  }),
  define({
    name: 'layer_norm_params',
    parameters: { shape: tensor() },
    formula: 'P = 2 \\cdot \\prod_i n_i',
    summary: 'Learnable parameters of layer normalization: γ and β of each element that is normalized.',
    shapes: 'shape: the number of features, or a list of the side lengths that are normalized together',
    example: 'layer_norm_params(512)',
    source: 'Ba, Kiros and Hinton 2016, Layer Normalization; PyTorch LayerNorm',
    build: ({ shape }) => {
      checkWhole('layer_norm_params', 'shape', shape, 1);
      if (shape.shape.length > 1 || shape.data.length > 8) {
        throw new ArgumentError('layer_norm_params: "shape" must be a number of features or a list of up to 8 sides');
      }
      return scaled(shape.shape.length === 0 ? shape : productOf(elements(shape)), 'element');
    },
  }),
  define({
    name: 'group_norm_params',
    parameters: { channels: count(), groups: size(1) },
    formula: 'P = 2 \\cdot C',
    summary: 'Learnable parameters of group normalization: γ and β of each channel, however many groups there are.',
    example: 'group_norm_params(64, groups=8)',
    source: 'Wu and He 2018, Group Normalization; PyTorch GroupNorm',
    build: ({ channels, groups }) => {
      if (!divides(groups, channels)) {
        throw new ArgumentError('group_norm_params: the number of groups must divide the channels');
      }
      return scaled(channels, 'channel');
    },
  }),
];
