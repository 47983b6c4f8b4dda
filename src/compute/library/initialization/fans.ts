import { fields } from '../../fields.ts';
import { isConstant } from '../../node.ts';
import { over, power, times } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { size } from '../parameters.ts';

/** How many terms meet in a unit, forwards and backwards. */

export const fans: readonly LibraryFunction[] = [
  define({
    name: 'conv_fans',
    parameters: { in: size(), out: size(), kernel: size(), groups: size(1), dimensions: size(2) },
    formula:
      'n_{\\text{in}} = \\frac{C_{\\text{in}}}{g} \\cdot k^D,\\quad n_{\\text{out}} = C_{\\text{out}} \\cdot k^D',
    summary: 'Fan-in and fan-out of a convolution whose kernel has equal sides. Fields: fan_in, fan_out.',
    convention:
      'dimensions D is 1, 2 or 3 for a kernel of k, k² or k³ weights per channel. As in PyTorch, the groups g divide the fan-in and not the fan-out.',
    example: 'conv_fans(in=3, out=16, kernel=5).fan_in',
    source: 'PyTorch _calculate_fan_in_and_fan_out',
    build: ({ in: inputs, out, kernel, groups, dimensions }) => {
      const parts = groups.data[0] as number;
      if ([inputs, out].some(channels => (channels.data[0] as number) % parts !== 0)) {
        throw new ArgumentError('conv_fans: the number of groups must divide the channels, those in and those out');
      }
      if ((dimensions.data[0] as number) > 3) throw new ArgumentError('conv_fans: "dimensions" must be 1, 2 or 3');
      const area = power(kernel, dimensions);
      const channels = isConstant(groups, 1) ? inputs : over(inputs, groups);
      return fields({
        fan_in: libraryStep(
          'fan_in',
          'n_{\\text{in}}',
          times(channels, area),
          'an output adds up one product for each kernel position and input channel that it sees',
        ),
        fan_out: libraryStep(
          'fan_out',
          'n_{\\text{out}}',
          times(out, area),
          isConstant(groups, 1)
            ? 'an input enters one product for each kernel position and filter'
            : 'PyTorch counts all filters, though an input meets only those of its group',
        ),
      });
    },
  }),
];
