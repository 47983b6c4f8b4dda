import { fields } from '../../fields.ts';
import { type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { constant, meanOver, minus, negated, over, plus, power, sumOver, times } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { number, tensor, word } from '../parameters.ts';
import { aligned } from './aligned.ts';
import { IOFFE } from './batch.ts';
import { checkInput, overBatch, perChannel } from './channels.ts';
import { type Axes, centredMomentsOf, deviation } from './statistics.ts';

/** Gradients through batch normalization, as one derives them by hand. */

const partial = (symbol: string): string => `\\frac{\\partial L}{\\partial ${symbol}}`;

/** What both derivations start from. */
interface Backward {
  readonly centred: Node;
  /** √(σ² + ε), one per channel. */
  readonly s: Node;
  readonly xhat: Node;
  readonly dxhat: Node;
  /** How many numbers each mean is taken of. */
  readonly n: Node;
  /** One number per channel, as it stands beside x. */
  readonly wide: (perChannel: Node) => Node;
  readonly sum: (all: Node) => Node;
  readonly mean: (all: Node) => Node;
}

/** The variance and the mean as stations of their own. */
function byStations({ centred, s, dxhat, n, wide, sum }: Backward): Record<string, Node> {
  const two = constant(2);
  const dvar = libraryStep(
    'dvar',
    partial('\\sigma^2'),
    negated(over(sum(times(dxhat, centred)), times(two, power(s, constant(3))))),
    'the variance stands under the root of every normalized number',
  );
  const dmean = libraryStep(
    'dmean',
    partial('\\mu'),
    negated(over(sum(dxhat), s)),
    'the path through the variance adds nothing, as the distances from the mean add up to 0',
  );
  const direct = over(dxhat, wide(s));
  const throughVariance = times(wide(dvar), over(times(two, centred), n));
  const dx = libraryStep(
    'dx',
    partial('x'),
    plus(plus(direct, throughVariance), over(wide(dmean), n)),
    'three paths: directly, through the variance, and through the mean',
  );
  return { dvar, dmean, dx };
}

/** Mean and variance eliminated: what is left is free of a constant and of x̂. */
function atOnce({ s, xhat, dxhat, wide, mean }: Backward): Record<string, Node> {
  const shift = libraryStep('shift', 'm', mean(dxhat), 'no gradient passes along a shift of all inputs');
  const along = libraryStep('along', 'k', mean(times(dxhat, xhat)), 'nor along a stretch of all inputs');
  const free = minus(minus(dxhat, wide(shift)), times(wide(along), xhat));
  return { dx: libraryStep('dx', partial('x'), over(free, wide(s))) };
}

function backwardOf(x: Node, upstream: Node, gamma: Node, eps: Node, axes: Axes): Backward {
  const caller = 'batch_norm_backward';
  const rank = x.shape.length;
  const along = axes.kept.length === 0 ? undefined : axes.averaged;
  const wide = (node: Node): Node => aligned(node, axes.kept, rank);
  const whose = rank === 1 ? 'over the batch' : 'for each channel, over everything else';
  const { mean, variance, centred } = centredMomentsOf(caller, x, axes, whose);
  const s = libraryStep('s', 's', deviation(caller, variance, eps));
  const xhat = libraryStep('xhat', '\\hat x', over(centred, wide(s)));
  const product = times(perChannel(caller, 'gamma', gamma, x), upstream);
  const n = x.data.length / Math.max(1, mean.data.length);
  return {
    centred,
    s,
    xhat,
    dxhat: product === upstream ? upstream : libraryStep('dxhat', partial('\\hat x'), product),
    n: constant(n),
    wide,
    sum: all => sumOver(all, along),
    mean: all => meanOver(all, along),
  };
}

export const backward: readonly LibraryFunction[] = [
  define({
    name: 'batch_norm_backward',
    parameters: {
      x: tensor(),
      upstream: tensor(),
      gamma: tensor(1),
      eps: number(1e-5),
      rule: word(['paper', 'compact'], 'paper'),
    },
    formula:
      '\\frac{\\partial L}{\\partial x_i} = \\frac{\\partial L}{\\partial \\hat x_i} \\frac{1}{\\sqrt{\\sigma^2 + \\epsilon}} + \\frac{\\partial L}{\\partial \\sigma^2} \\frac{2 (x_i - \\mu)}{n} + \\frac{1}{n} \\frac{\\partial L}{\\partial \\mu}',
    summary:
      'Gradients through batch normalization in training, given the gradient upstream with respect to y. Fields: xhat, dbeta, dgamma, dxhat, dvar, dmean, dx.',
    shapes:
      'x: (N), (N, D), (N, C, L) or (N, C, H, W); upstream, xhat, dxhat and dx: as x; gamma, dbeta, dgamma, dvar and dmean: one number per channel, or a single one',
    convention:
      'The variance is the biased one. The rule "paper" goes by way of variance and mean, as Ioffe and Szegedy do; "compact" eliminates both and has no dvar and dmean.',
    example: 'batch_norm_backward([1, 2, 6], upstream=[1, 0, 0], gamma=2).dx',
    source: `${IOFFE}, section 3`,
    build: ({ x, upstream, gamma, eps, rule }) => {
      checkInput('batch_norm_backward', x, 1);
      if (!sameShape(x.shape, upstream.shape)) {
        throw new ArgumentError(
          `batch_norm_backward: "upstream" has shape ${shapeText(upstream.shape)} and must have that of "x", ${shapeText(x.shape)}`,
        );
      }
      const parts = backwardOf(x, upstream, gamma, eps, overBatch(x));
      const { xhat, dxhat, sum } = parts;
      const dbeta = libraryStep('dbeta', partial('\\beta'), sum(upstream), 'β is added to every number of its channel');
      const dgamma = libraryStep(
        'dgamma',
        partial('\\gamma'),
        sum(times(upstream, xhat)),
        'γ multiplies every normalized number of its channel',
      );
      return fields({ xhat, dbeta, dgamma, dxhat, ...(rule === 'paper' ? byStations(parts) : atOnce(parts)) });
    },
  }),
];
