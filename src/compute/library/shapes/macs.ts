import { isConstant, type Node } from '../../node.ts';
import { constant, over, plus, power, productOf, times } from '../../terms.ts';
import { isOn, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, flag, size, tensor, vector } from '../parameters.ts';
import { divides, sides } from './common.ts';
import { slidSides, volumeIn } from './layer-shapes.ts';
import { slid } from './windows.ts';

/** Multiply-accumulate operations of layers, for one sample. */

export const NO_BIAS =
  'One MAC is a multiplication and the addition of its product; additions of biases are not counted.';

/** k² for one side, kh · kw for two. */
function area(caller: string, kernel: Node): Node {
  const [height, width] = sides(caller, 'kernel', kernel, 1);
  return kernel.shape.length === 0 ? power(kernel, two) : times(height, width);
}

export const macs: readonly LibraryFunction[] = [
  define({
    name: 'conv_macs',
    parameters: {
      shape: vector(),
      out: size(),
      kernel: tensor(),
      stride: tensor(1),
      padding: tensor(0),
      dilation: tensor(1),
      groups: size(1),
    },
    formula:
      'M = \\frac{C_{\\text{in}}}{g} \\cdot k^2 \\cdot C_{\\text{out}} \\cdot H_{\\text{out}} \\cdot W_{\\text{out}}',
    summary:
      'Multiply-accumulate operations (MACs) of a 2-D convolution on an input of shape [channels, height, width].',
    shapes: 'shape: [channels, height, width]; the others: one number for both sides, or [height, width]',
    convention: `${NO_BIAS} Products with zeros of the padding are counted.`,
    example: 'conv_macs([3, 32, 32], out=16, kernel=3, padding=1)',
    source: 'Howard et al. 2017, MobileNets, section 3.1',
    build: ({ shape, out, kernel, groups, ...windows }) => {
      const [channels, height, width] = volumeIn('conv_macs', shape);
      if (!divides(groups, channels) || !divides(groups, out)) {
        throw new ArgumentError('conv_macs: the number of groups must divide the channels, those in and those out');
      }
      const cells = area('conv_macs', kernel);
      const rule = (window: Parameters<typeof slid>[1]) => slid('conv_macs', window);
      const after = slidSides('conv_macs', [height, width], { kernel, ...windows }, rule);
      const seen = isConstant(groups, 1) ? channels : over(channels, groups);
      const perOutput = libraryStep(
        'per_output',
        'M_1',
        times(seen, cells),
        'one output is a weighted sum over one window',
      );
      const outputs = productOf([out, ...after]);
      return libraryStep('macs', 'M', times(perOutput, outputs), 'this often for every output');
    },
  }),
  define({
    name: 'linear_macs',
    parameters: { in: count(), out: count(), positions: size(1) },
    formula: 'M = T \\cdot n_{\\text{in}} \\cdot n_{\\text{out}}',
    summary:
      'Multiply-accumulate operations (MACs) of a fully-connected layer; positions T is how often it is applied, such as to each token of a sequence.',
    convention: NO_BIAS,
    example: 'linear_macs(784, 100)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 6.5',
    build: ({ in: inputs, out, positions }) =>
      libraryStep(
        'macs',
        'M',
        times(positions, times(inputs, out)),
        isConstant(positions, 1) ? 'every weight is used once' : 'every weight is used once at each position',
      ),
  }),
  define({
    name: 'lstm_macs',
    parameters: { input: count(), hidden: size(), steps: size(1), elementwise: flag(0) },
    formula: 'M = T \\cdot 4\\, n_h (n_x + n_h)',
    summary: 'Multiply-accumulate operations (MACs) of one layer of an LSTM, for one time step unless more are given.',
    convention: `${NO_BIAS} elementwise=1 adds the three products of gates and states, f ⊙ c, i ⊙ g and o ⊙ tanh c.`,
    example: 'lstm_macs(10, 20)',
    source:
      'Hochreiter and Schmidhuber 1997, Long Short-Term Memory; Gers, Schmidhuber and Cummins 2000, Learning to Forget (the forget gate)',
    build: ({ input, hidden, steps, elementwise }) => {
      const gate = libraryStep(
        'gate',
        'M_{\\text{gate}}',
        times(hidden, plus(input, hidden)),
        'a gate uses each of its weights once',
      );
      const products = times(constant(4), gate);
      const perStep = isOn(elementwise) ? plus(products, times(constant(3), hidden)) : products;
      const gates = 'three gates and the candidate';
      const why = isOn(elementwise) ? `${gates}, and the products of gates and states` : gates;
      if (isConstant(steps, 1)) return libraryStep('macs', 'M', perStep, why);
      const named = libraryStep('per_step', 'M_{\\text{step}}', perStep, why);
      return libraryStep('macs', 'M', times(steps, named), 'every time step uses the same weights again');
    },
  }),
  define({
    name: 'flops',
    parameters: { macs: count(), bias: count(0) },
    formula: 'F = 2M + B',
    summary: 'Floating-point operations (FLOPs) in so many multiply-accumulate operations (MACs).',
    convention:
      'One MAC is two FLOPs, a multiplication and an addition; the first addition of each sum, to 0, is counted. bias B is how many biases are added besides, one for each output. Some papers call a MAC a FLOP.',
    example: 'flops(linear_macs(784, 100), bias=100)',
    source: 'Molchanov et al. 2017, Pruning Convolutional Neural Networks for Resource Efficient Inference, appendix',
    build: ({ macs: operations, bias }) => {
      const both = times(two, operations);
      const each = 'each is a multiplication and an addition';
      if (isConstant(bias, 0)) return libraryStep('flops', 'F', both, each);
      return libraryStep('flops', 'F', plus(both, bias), `${each}; a bias is one addition more`);
    },
  }),
];
