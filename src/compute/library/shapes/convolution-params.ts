import { fields } from '../../fields.ts';
import { isConstant, type Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { elements, over, plus, power, productOf, times } from '../../terms.ts';
import { isOn, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, flag, size, tensor } from '../parameters.ts';
import { checkWhole, divides, withBias } from './common.ts';

/** Learnable parameters of convolutions. */

const KERNEL =
  'kernel: the side of a square, or a list of sides: [k] in 1-D, [height, width], three in 3-D; their product then takes the place of k²';

/** How many numbers one channel of a kernel holds. */
function area(caller: string, kernel: Node): Node {
  checkWhole(caller, 'kernel', kernel, 1);
  if (kernel.shape.length === 0) return power(kernel, two);
  if (kernel.shape.length > 1 || kernel.data.length > 3) {
    throw new ArgumentError(
      `${caller}: "kernel" must be one side or a list of up to three, not of shape ${shapeText(kernel.shape)}`,
    );
  }
  return productOf(elements(kernel));
}

function checkGroups(caller: string, groups: Node, inputs: Node, outputs: Node): void {
  if (divides(groups, inputs) && divides(groups, outputs)) return;
  throw new ArgumentError(`${caller}: the number of groups must divide the channels, those in and those out`);
}

/** The channels that one group takes. */
const share = (channels: Node, groups: Node): Node => (isConstant(groups, 1) ? channels : over(channels, groups));

export const convolutionParams: readonly LibraryFunction[] = [
  define({
    name: 'conv_params',
    parameters: { in: count(), out: count(), kernel: tensor(), groups: size(1), bias: flag(1) },
    formula: 'P = \\left(\\frac{C_{\\text{in}}}{g} \\cdot k^2 + b\\right) \\cdot C_{\\text{out}}',
    summary:
      'Learnable parameters of a convolution: `out` filters, each over in/groups channels. bias is 1 or 0 for each filter.',
    shapes: KERNEL,
    example: 'conv_params(in=3, out=16, kernel=5)',
    source: 'Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning; PyTorch Conv2d',
    build: ({ in: inputs, out, kernel, groups, bias }) => {
      const cells = area('conv_params', kernel);
      checkGroups('conv_params', groups, inputs, out);
      const filter = withBias(times(share(inputs, groups), cells), bias);
      const spanned = isConstant(groups, 1) ? 'all input channels' : 'the input channels of its group';
      const why = `every filter spans ${spanned}${isOn(bias) ? ' and has one bias' : ''}`;
      return libraryStep('params', 'P', times(filter, out), why);
    },
  }),
  define({
    name: 'conv_transpose_params',
    parameters: { in: count(), out: count(), kernel: tensor(), groups: size(1), bias: flag(1) },
    formula: 'P = C_{\\text{in}} \\cdot \\frac{C_{\\text{out}}}{g} \\cdot k^2 + b \\cdot C_{\\text{out}}',
    summary:
      'Learnable parameters of a transposed convolution: each input channel has a kernel for every output channel of its group. bias is 1 or 0 for each output channel.',
    shapes: KERNEL,
    example: 'conv_transpose_params(in=16, out=8, kernel=4)',
    source: 'Dumoulin and Visin 2016, chapter 4; PyTorch ConvTranspose2d',
    build: ({ in: inputs, out, kernel, groups, bias }) => {
      const cells = area('conv_transpose_params', kernel);
      checkGroups('conv_transpose_params', groups, inputs, out);
      const weights = times(times(inputs, share(out, groups)), cells);
      const why = `each input channel has a kernel for every output channel${isConstant(groups, 1) ? '' : ' of its group'}`;
      if (!isOn(bias)) return libraryStep('params', 'P', weights, why);
      const named = libraryStep('weights', 'P_W', weights, why);
      return libraryStep('params', 'P', plus(named, out), 'one bias per output channel');
    },
  }),
  define({
    name: 'depthwise_separable_params',
    parameters: { in: count(), out: count(), kernel: tensor(), multiplier: size(1), bias: flag(1) },
    formula: 'P = C_{\\text{in}} m \\left(k^2 + b\\right) + \\left(C_{\\text{in}} m + b\\right) C_{\\text{out}}',
    summary:
      'Learnable parameters of a depthwise convolution, which filters each channel on its own, and of the pointwise 1 × 1 convolution after it, which mixes the channels. Fields: depthwise, pointwise, total. bias is 1 or 0 for both.',
    shapes: KERNEL,
    convention:
      'multiplier m: how many kernels the depthwise convolution has per input channel; 1 in MobileNet, which has no biases, as batch normalization follows: bias=0.',
    example: 'depthwise_separable_params(in=32, out=64, kernel=3).total',
    source: 'Howard et al. 2017, MobileNets, section 3.1; PyTorch Conv2d with groups',
    build: ({ in: inputs, out, kernel, multiplier, bias }) => {
      const cells = area('depthwise_separable_params', kernel);
      const channels = times(inputs, multiplier);
      const depthwise = libraryStep(
        'depthwise',
        'P_{\\text{depth}}',
        times(channels, withBias(cells, bias)),
        `each kernel sees one channel alone${isOn(bias) ? ' and has a bias' : ''}`,
      );
      const pointwise = libraryStep(
        'pointwise',
        'P_{\\text{point}}',
        times(withBias(channels, bias), out),
        'a 1 × 1 convolution mixes the channels',
      );
      return fields({ depthwise, pointwise, total: libraryStep('total', 'P', plus(depthwise, pointwise)) });
    },
  }),
];
