import { constant, isConstant } from '../../node.ts';
import { over } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, size, word } from '../parameters.ts';
import { reach, slid, slidOver, unslid } from './windows.ts';

/** Side lengths after convolutions and pooling. They have no name of their own: the author gives them one. */

export const ROUNDINGS = ['floor', 'ceil'] as const;
export const POOLING_CONVENTION =
  'floor drops partial windows. ceil rounds up instead and so keeps them, but, as in PyTorch, drops one that would start in the padding on the right.';

export const sizes: readonly LibraryFunction[] = [
  define({
    name: 'conv_size',
    parameters: { size: count(), kernel: size(), stride: size(1), padding: count(0), dilation: size(1) },
    formula: 'n_{\\text{out}} = \\left\\lfloor \\frac{n + 2p - d(k - 1) - 1}{s} \\right\\rfloor + 1',
    summary: 'Side length after a convolution. Partial windows at the end are dropped.',
    example: 'conv_size(28, kernel=5, padding=2)',
    source: 'Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning, relationships 6 and 15',
    build: window => slid('conv_size', window).value,
  }),
  define({
    name: 'conv_transpose_size',
    parameters: {
      size: size(),
      kernel: size(),
      stride: size(1),
      padding: count(0),
      output_padding: count(0),
      dilation: size(1),
    },
    formula: 'n_{\\text{out}} = (n - 1) s - 2p + d(k - 1) + 1 + p_{\\text{out}}',
    summary:
      'Side length after a transposed convolution: the formula of the convolution solved for its input. The padding crops the result, and output_padding adds to one side of it: it picks one of the sizes that the convolution would map to the same output size.',
    example: 'conv_transpose_size(7, kernel=4, stride=2, padding=1)',
    source: 'Dumoulin and Visin 2016, relationship 14; PyTorch ConvTranspose2d',
    build: ({ output_padding, ...window }) => unslid('conv_transpose_size', window, output_padding).value,
  }),
  define({
    name: 'pool_size',
    parameters: {
      size: count(),
      kernel: size(),
      stride: size('kernel'),
      padding: count(0),
      dilation: size(1),
      rounding: word(ROUNDINGS, 'floor'),
    },
    formula: 'n_{\\text{out}} = \\left\\lfloor \\frac{n + 2p - d(k - 1) - 1}{s} \\right\\rfloor + 1',
    summary: 'Side length after pooling; the stride is the kernel unless given.',
    convention: POOLING_CONVENTION,
    example: 'pool_size(28, kernel=2)',
    source: 'PyTorch MaxPool2d',
    build: ({ rounding, ...window }) => {
      if (rounding === 'floor') return slid('pool_size', window).value;
      const all = { name: 'windows', tex: 'n_{\\text{all}}' };
      const { value, why } = slidOver('pool_size', window, all);
      return why === undefined ? value : libraryStep('size', 'n_{\\text{out}}', value, why);
    },
  }),
  define({
    name: 'same_padding',
    parameters: { kernel: size(), dilation: size(1) },
    formula: 'p = \\frac{d(k - 1)}{2}',
    summary: 'The padding on each side with which a convolution of stride 1 keeps the size.',
    convention:
      'The same on both sides, so that the number of inputs which the kernel covers, d(k − 1) + 1, must be odd.',
    example: 'same_padding(5)',
    source: 'Dumoulin and Visin 2016, relationship 3 (without dilation)',
    build: ({ kernel, dilation }) => {
      const covered = reach({ kernel, dilation });
      if ((covered.data[0] as number) % 2 !== 0) {
        throw new ArgumentError(
          `same_padding: the kernel must cover an odd number of inputs, and covers ${(covered.data[0] as number) + 1}`,
        );
      }
      return isConstant(kernel, 1) ? constant(0) : over(covered, constant(2));
    },
  }),
];
