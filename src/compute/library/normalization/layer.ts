import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { reshape } from '../../terms.ts';
import { define, type LibraryFunction, libraryStep } from '../function.ts';
import { number, optional, size, tensor } from '../parameters.ts';
import { checkInput, maybePerChannel } from './channels.ts';
import { lastAxes, perFeature } from './features.ts';
import { grouped } from './groups.ts';
import { type Axes, axesWhere, beside, type Moments, momentsOf, scaled, standardizedStep } from './statistics.ts';

/** Normalizations that look at one sample at a time: layer, instance and group. */

const FORMULA = '\\hat x = \\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}},\\quad y = \\gamma \\odot \\hat x + \\beta';
const BIASED = 'The variance is the biased one, divided by n. ε stands under the root. γ is 1 and β is 0 unless given.';
const STATS = { gamma: optional(tensor()), beta: optional(tensor()), eps: number(1e-5) };

/** μ and σ², which have the axes that are kept, and x̂ – or ẑ, where it is made of z. */
function normalized(
  caller: string,
  x: Node,
  axes: Axes,
  why: string,
  eps: Node,
  letter: 'x' | 'z' = 'x',
): Moments & { readonly xhat: Node } {
  const moments = momentsOf(caller, x, axes, { why });
  return { ...moments, xhat: standardizedStep(caller, x, beside(moments, axes, x.shape.length), eps, letter) };
}

export const withinSamples: readonly LibraryFunction[] = [
  define({
    name: 'layer_norm',
    parameters: { x: tensor(), ...STATS, last: optional(size()) },
    formula: FORMULA,
    summary: 'Layer normalization: each sample by its own mean and variance. Fields: mean, var, xhat, y.',
    shapes:
      'x: any; mean and var: the axes of x that are not averaged; gamma and beta: those that are, or a single number; xhat and y: as x',
    convention: `Averaged over all axes but the first (over all numbers of a list), or over as many of the last axes as last says, as with PyTorch's normalized_shape: for a sequence (N, T, D) in a transformer last is 1. ${BIASED}`,
    example: 'layer_norm([[1, 2, 6], [0, 4, 5]]).y',
    source: 'Ba, Kiros and Hinton 2016, Layer Normalization; PyTorch layer_norm',
    build: ({ x, gamma, beta, eps, last }) => {
      checkInput('layer_norm', x, 1);
      const axes = lastAxes('layer_norm', x, last, Math.max(1, x.shape.length - 1));
      const why =
        ['over all features', 'for each sample, over its features'][axes.kept.length] ??
        'for each position of each sample, over its features';
      const { mean, variance, xhat } = normalized('layer_norm', x, axes, why, eps);
      const [scale, shift] = [
        perFeature('layer_norm', 'gamma', gamma, x, axes),
        perFeature('layer_norm', 'beta', beta, x, axes),
      ];
      return fields({ mean, var: variance, xhat, y: scaled(xhat, scale, shift) });
    },
  }),
  define({
    name: 'instance_norm',
    parameters: { x: tensor(), ...STATS },
    formula: FORMULA,
    summary:
      'Instance normalization: each channel of each sample by its own mean and variance. Fields: mean, var, xhat, y.',
    shapes:
      'x: (N, C, L) or (N, C, H, W); mean and var: (N, C); gamma and beta: one number per channel, or a single one; xhat and y: as x',
    convention: BIASED,
    example: 'instance_norm([[[1, 2, 6], [0, 4, 5]]]).y',
    source: 'Ulyanov, Vedaldi and Lempitsky 2016, Instance Normalization; PyTorch instance_norm',
    build: ({ x, gamma, beta, eps }) => {
      checkInput('instance_norm', x, 3);
      const scale = maybePerChannel('instance_norm', 'gamma', gamma, x);
      const shift = maybePerChannel('instance_norm', 'beta', beta, x);
      const axes = axesWhere(x, axis => axis < 2);
      const why = 'for each channel of each sample, over its positions';
      const { mean, variance, xhat } = normalized('instance_norm', x, axes, why, eps);
      return fields({ mean, var: variance, xhat, y: scaled(xhat, scale, shift) });
    },
  }),
  define({
    name: 'group_norm',
    parameters: { x: tensor(), groups: size(), ...STATS },
    formula: FORMULA,
    summary:
      'Group normalization: neighbouring channels of a sample share a mean and a variance. Fields: mean, var, xhat, y.',
    shapes:
      'x: (N, C), (N, C, L) or (N, C, H, W); mean and var: (N, groups); gamma and beta: one number per channel, or a single one; xhat and y: as x',
    convention: `With one group it is layer normalization, with as many groups as channels instance normalization, except that γ and β belong to channels. ${BIASED}`,
    example: 'group_norm([[1, 2, 6, 3], [0, 4, 5, 5]], groups=2).y',
    source: 'Wu and He 2018, Group Normalization; PyTorch group_norm',
    build: ({ x, groups, gamma, beta, eps }) => {
      checkInput('group_norm', x, 2);
      const scale = maybePerChannel('group_norm', 'gamma', gamma, x);
      const shift = maybePerChannel('group_norm', 'beta', beta, x);
      const z = grouped('group_norm', x, groups);
      const axes = axesWhere(z, axis => axis < 2);
      const why = 'for each group of channels of each sample, over all its numbers';
      const { mean, variance, xhat: zhat } = normalized('group_norm', z, axes, why, eps, z === x ? 'x' : 'z');
      const xhat =
        z === x ? zhat : libraryStep('xhat', '\\hat x', reshape(zhat, x.shape), 'the groups taken apart again');
      return fields({ mean, var: variance, xhat, y: scaled(xhat, scale, shift) });
    },
  }),
];
