import { shapeText } from '../../tensor.ts';
import { correlateInput, wholeOf } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, optional, tensor } from '../parameters.ts';
import { expectRank, SLIDING, stepsOf, withBias } from './convolution-parts.ts';

export const transposedConvolution: LibraryFunction = define({
  name: 'conv_transpose2d',
  parameters: { x: tensor(), k: tensor(), b: optional(tensor()), ...SLIDING, output_padding: count(0) },
  formula: 'y = k \\star^{\\top} x + b, \\qquad H_{\\text{out}} = (H - 1) s - 2p + d (k_h - 1) + p_{\\text{out}} + 1',
  summary:
    'Transposed convolution: every number of the input multiplies a copy of the kernel, and the copies are added up at their places in the output.',
  shapes:
    "x (C, H, W) and k (C, O, kh, kw) with b (O) give (O, H', W'); plain (H, W) and (kh, kw) give (H', W'). Either axis of channels may be left out where it is 1.",
  convention:
    'What conv2d with the same kernel and options does to its gradient with respect to the input. The stride s spreads the copies out, the padding p cuts the edge of the output off, d is the dilation, and output_padding adds rows and columns at the end.',
  example: 'conv_transpose2d([[1, 2], [3, 4]], [[1, 1], [1, 1]], stride=2)',
  source: 'Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning; PyTorch ConvTranspose2d',
  build: ({ x, k, b, output_padding, ...sliding }) => {
    const name = 'conv_transpose2d';
    expectRank(name, { x }, 2, 1);
    expectRank(name, { k }, 2, 2);
    const hasInputs = x.shape.length - 2;
    const hasOutputs = k.shape.length - 2 - hasInputs;
    if (hasOutputs !== 0 && hasOutputs !== 1) {
      throw new ArgumentError(
        `${name}: an input of shape ${shapeText(x.shape)} and a kernel of shape ${shapeText(k.shape)} do not fit together`,
      );
    }
    if (hasInputs === 1 && k.shape[0] !== x.shape[0]) {
      throw new ArgumentError(
        `${name}: the first axis of the kernel, of shape ${shapeText(k.shape)}, must be the ${x.shape[0]} channels of the input`,
      );
    }
    const { stride, padding, dilation } = sliding;
    const extra = wholeOf(output_padding);
    if (extra >= wholeOf(stride)) {
      throw new ArgumentError(`${name}: output_padding must be below the stride, and is ${extra}`);
    }
    const sides = [-2, -1].map(
      axis =>
        ((x.shape.at(axis) as number) - 1) * wholeOf(stride) -
        2 * wholeOf(padding) +
        wholeOf(dilation) * ((k.shape.at(axis) as number) - 1) +
        extra +
        1,
    );
    if (sides.some(side => side < 1)) throw new ArgumentError(`${name}: the padding cuts the whole output off`);
    const shape = [...k.shape.slice(hasInputs, hasInputs + hasOutputs), ...sides];
    const y = correlateInput(k, x, shape, stepsOf(2, sliding));
    return libraryStep('y', 'y', withBias(name, y, b, 2), 'every input puts a copy of the kernel into the output');
  },
});
