import { constant, isConstant, type Node } from '../node.ts';
import { plus, times } from '../operations/arithmetic.ts';
import { type LibraryFunction, libraryStep } from './function.ts';

/** Counts of other layers. */
export const layers: readonly LibraryFunction[] = [
  {
    name: 'linear_params',
    parameters: [
      { name: 'in', type: 'count' },
      { name: 'out', type: 'count' },
      { name: 'bias', type: 'flag', default: 1 },
    ],
    formula: 'P = (n_{\\text{in}} + b) \\cdot n_{\\text{out}}',
    summary: 'Learnable parameters of a fully-connected layer; bias is 1 or 0 for each output.',
    example: 'linear_params(784, 100)',
    source: 'PyTorch Linear',
    build: ({ in: inputs, out, bias }) => {
      const perUnit = isConstant(bias as Node, 0) ? (inputs as Node) : plus(inputs as Node, bias as Node);
      return libraryStep('params', 'P', times(perUnit, out as Node));
    },
  },
  {
    name: 'batch_norm_buffers',
    parameters: [{ name: 'channels', type: 'count' }],
    formula: 'B = 2 \\cdot C',
    summary:
      'Numbers held by the running mean and the running variance together: one of each per channel. They are buffers, not learnable.',
    example: 'batch_norm_buffers(64)',
    source: 'Ioffe and Szegedy 2015, Batch Normalization; PyTorch BatchNorm2d (without its batch counter)',
    build: ({ channels }) =>
      libraryStep(
        'buffers',
        'B',
        times(constant(2), channels as Node),
        'one running mean and one running variance per channel',
      ),
  },
];
