import { fields } from '../../fields.ts';
import { type Node, sameShape } from '../../node.ts';
import { define, type LibraryFunction, libraryStep } from '../function.ts';
import { number, optional, tensor } from '../parameters.ts';
import { batchWhy, checkInput, maybePerChannel, overBatch, perChannel } from './channels.ts';
import { beside, momentsOf, scaled, standardized, standardizedStep } from './statistics.ts';

/** Batch normalization in training and at test time. */

export const IOFFE = 'Ioffe and Szegedy 2015, Batch Normalization';
const SHAPES = 'x: (N), (N, D), (N, C, L) or (N, C, H, W)';

export const batch: readonly LibraryFunction[] = [
  define({
    name: 'batch_norm',
    parameters: { x: tensor(), gamma: optional(tensor()), beta: optional(tensor()), eps: number(1e-5) },
    formula: '\\hat x = \\frac{x - \\mu_B}{\\sqrt{\\sigma_B^2 + \\epsilon}},\\quad y = \\gamma \\odot \\hat x + \\beta',
    summary: 'Batch normalization in training, with the statistics of the batch itself. Fields: mean, var, xhat, y.',
    shapes: `${SHAPES}; mean, var, gamma and beta: one number per channel, or a single one; xhat and y: as x`,
    convention:
      'The variance is the biased one, divided by n. ε stands under the root. γ is 1 and β is 0 unless given.',
    example: 'batch_norm([1, 2, 6], gamma=2, beta=1).y',
    source: `${IOFFE}, algorithm 1; PyTorch batch_norm`,
    build: ({ x, gamma, beta, eps }) => {
      checkInput('batch_norm', x, 1);
      const [scale, shift] = affine('batch_norm', x, gamma, beta);
      const axes = overBatch(x);
      const moments = momentsOf('batch_norm', x, axes, { why: batchWhy(x) });
      const xhat = standardizedStep('batch_norm', x, beside(moments, axes, x.shape.length), eps);
      return fields({ mean: moments.mean, var: moments.variance, xhat, y: scaled(xhat, scale, shift) });
    },
  }),
  define({
    name: 'batch_norm_eval',
    parameters: {
      x: tensor(),
      mean: tensor(),
      var: tensor(),
      gamma: optional(tensor()),
      beta: optional(tensor()),
      eps: number(1e-5),
    },
    formula: '\\hat x = \\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}},\\quad y = \\gamma \\odot \\hat x + \\beta',
    summary: 'Batch normalization at test time, with running statistics. Fields: xhat, y.',
    shapes: `${SHAPES}, a number, or one sample (D) beside a list of as many means; mean, var, gamma and beta: one number per channel, or a single one; xhat and y: as x`,
    convention: 'mean and var are the running statistics. ε stands under the root. γ is 1 and β is 0 unless given.',
    example: 'batch_norm_eval(3, mean=1, var=4, gamma=2, beta=1).y',
    source: `${IOFFE}, algorithm 2; PyTorch batch_norm`,
    build: ({ x, mean, var: variance, gamma, beta, eps }) => {
      checkInput('batch_norm_eval', x, 0);
      const given = (name: string, node: Node): Node =>
        x.shape.length === 1 && sameShape(x.shape, node.shape) ? node : perChannel('batch_norm_eval', name, node, x);
      const moments = { mean: given('mean', mean), variance: given('var', variance) };
      const value = standardized('batch_norm_eval', x, moments, eps);
      const xhat = libraryStep(
        'xhat',
        '\\hat x',
        value,
        'with the running statistics, which do not depend on the batch',
      );
      return fields({
        xhat,
        y: scaled(xhat, gamma && given('gamma', gamma), beta && given('beta', beta)),
      });
    },
  }),
];

/** γ and β as they stand beside x. */
function affine(
  caller: string,
  x: Node,
  gamma: Node | undefined,
  beta: Node | undefined,
): [Node | undefined, Node | undefined] {
  return [maybePerChannel(caller, 'gamma', gamma, x), maybePerChannel(caller, 'beta', beta, x)];
}
