import { fields } from '../../fields.ts';
import { isConstant } from '../../node.ts';
import { constant, meanOver, over, plus, root, squared } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { sumOfSquares } from '../norms.ts';
import { number, optional, size, tensor } from '../parameters.ts';
import { aligned } from './aligned.ts';
import { checkInput } from './channels.ts';
import { lastAxes, perFeature } from './features.ts';
import { scaled } from './statistics.ts';

/** Normalization by the root mean square alone: no mean is taken off. */

export const rms: readonly LibraryFunction[] = [
  define({
    name: 'rms_norm',
    parameters: { x: tensor(), gamma: optional(tensor()), eps: number(1e-6), last: size(1) },
    formula: '\\hat x = \\frac{x}{\\sqrt{\\frac{1}{n} \\sum_i x_i^2 + \\epsilon}},\\quad y = \\gamma \\odot \\hat x',
    summary: 'Root mean square normalization (RMSNorm): layer normalization without centring. Fields: rms, xhat, y.',
    shapes:
      'x: any; rms: the axes of x that are not averaged; gamma: those that are, or a single number; xhat and y: as x',
    convention:
      'Averaged over the last axis, or over as many of the last axes as last says. ε stands under the root; PyTorch’s default is the machine epsilon, and the paper has none (eps=0). γ is 1 unless given, and there is no β.',
    example: 'rms_norm([1, 2, 2]).y',
    source: 'Zhang and Sennrich 2019, Root Mean Square Layer Normalization; PyTorch RMSNorm',
    build: ({ x, gamma, eps, last }) => {
      checkInput('rms_norm', x, 1);
      const axes = lastAxes('rms_norm', x, last, 1);
      const scale = perFeature('rms_norm', 'gamma', gamma, x, axes);
      if ((eps.data[0] as number) < 0) throw new ArgumentError('rms_norm: "eps" must be 0 or more');
      const isWhole = axes.kept.length === 0 && x.shape.length === 1;
      const square = isWhole
        ? over(sumOfSquares(x), constant(x.data.length))
        : meanOver(squared(x), axes.kept.length === 0 ? undefined : axes.averaged);
      const value = root(isConstant(eps, 0) ? square : plus(square, eps));
      if (value.data.includes(0)) throw new ArgumentError('rms_norm: x is 0, so that eps must be above 0');
      const size = libraryStep('rms', 'r', value, 'the root of the mean square; the mean is not subtracted');
      const xhat = libraryStep('xhat', '\\hat x', over(x, aligned(size, axes.kept, x.shape.length)));
      return fields({ rms: size, xhat, y: scaled(xhat, scale, undefined) });
    },
  }),
];
