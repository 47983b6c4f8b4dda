import { fields } from '../../fields.ts';
import { ArgumentError, define, type LibraryFunction } from '../function.ts';
import { optional, size, tensor, word } from '../parameters.ts';
import { checkInput } from './channels.ts';
import { grouped } from './groups.ts';
import { axesWhere, momentsOf } from './statistics.ts';

/** Which numbers share a mean: what tells the normalizations apart. */

const KINDS = ['batch', 'layer', 'instance', 'group'] as const;

interface Kind {
  readonly isKept: (axis: number) => boolean;
  readonly fewestAxes: number;
  /** Behind samples and channels there may be positions. */
  readonly why: (hasPositions: boolean) => string;
}

const TABLE: Readonly<Record<(typeof KINDS)[number], Kind>> = {
  batch: {
    isKept: axis => axis === 1,
    fewestAxes: 2,
    why: has => `one for each channel, over samples${has ? ' and positions' : ''}`,
  },
  layer: {
    isKept: axis => axis === 0,
    fewestAxes: 2,
    why: has => `one for each sample, over channels${has ? ' and positions' : ''}`,
  },
  instance: {
    isKept: axis => axis < 2,
    fewestAxes: 3,
    why: () => 'one for each channel of each sample, over positions',
  },
  group: { isKept: axis => axis < 2, fewestAxes: 2, why: () => 'one for each group of channels of each sample' },
};

export const statisticsOf: readonly LibraryFunction[] = [
  define({
    name: 'norm_stats',
    parameters: { x: tensor(), kind: word(KINDS), groups: optional(size()) },
    formula: '\\mu = \\frac{1}{n} \\sum_i x_i,\\quad \\sigma^2 = \\frac{1}{n} \\sum_i (x_i - \\mu)^2',
    summary:
      'The means and variances with which a normalization standardizes its input, in a shape that broadcasts against it. Fields: mean, var.',
    shapes:
      'x of shape (N, C, L) gives (1, C, 1) for batch, (N, 1, 1) for layer, (N, C, 1) for instance, (N, G, 1) for G groups; likewise for (N, D), but without instance, and (N, C, H, W)',
    convention: 'The variance is the biased one, divided by n. A group takes neighbouring channels.',
    example: 'norm_stats([[1, 2, 6], [0, 4, 5]], layer).mean',
    source: 'Wu and He 2018, Group Normalization, section 3.1',
    build: ({ x, kind, groups }) => {
      const { isKept, fewestAxes, why } = TABLE[kind];
      checkInput('norm_stats', x, fewestAxes);
      if ((kind === 'group') !== (groups !== undefined)) {
        throw new ArgumentError('norm_stats: "groups" must be given for the kind group, and for no other');
      }
      const input = groups ? grouped('norm_stats', x, groups) : x;
      // Groups of the columns of a matrix get an axis of their own, which is averaged away and not kept.
      const keep = input.shape.length === x.shape.length;
      const { mean, variance } = momentsOf('norm_stats', input, axesWhere(input, isKept), {
        why: why(x.shape.length > 2),
        keep,
      });
      return fields({ mean, var: variance });
    },
  }),
];
