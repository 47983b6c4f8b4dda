import type { Node } from '../../node.ts';
import {
  absolute,
  argmax,
  argmin,
  constant,
  logSumExp,
  meanOver,
  minus,
  norm,
  over,
  root,
  softmax,
  squared,
  sumOver,
} from '../../terms.ts';
import { axesIn } from '../axes.ts';
import { isOn } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction } from '../function.ts';
import { axes, flag, number, optional, tensor } from '../parameters.ts';

/** Reductions over axes. Axes are counted from 0, negative ones from the end. */

const NUMPY = 'NumPy';
const DIVISOR =
  'Divides by n, as NumPy does and every normalization layer; with unbiased=1 by n − 1, as torch.var and torch.std do unless told otherwise.';
const TIES = 'Of equal elements the first counts, and a random draw with such a tie is rejected.';

interface OverAxes {
  readonly name: string;
  readonly formula: string;
  readonly summary: string;
  readonly example: string;
  readonly convention?: string;
  readonly source?: string;
  readonly of: (x: Node, axes?: readonly number[], keep?: boolean) => Node;
}

const reductions: readonly OverAxes[] = [
  {
    name: 'sum',
    formula: '\\sum_i x_i',
    summary: 'Sum over all elements, or over the given axes.',
    example: 'sum([[1, 2], [3, 4]], axis=0)',
    of: sumOver,
  },
  {
    name: 'mean',
    formula: '\\frac{1}{n} \\sum_i x_i',
    summary: 'Mean over all elements, or over the given axes.',
    example: 'mean([1, 2, 6])',
    of: meanOver,
  },
  {
    name: 'argmax',
    formula: '\\operatorname{argmax}_i x_i',
    summary: 'Index of the largest element, counted from 0.',
    convention: TIES,
    example: 'argmax([2, 7, 1])',
    of: argmax,
  },
  {
    name: 'argmin',
    formula: '\\operatorname{argmin}_i x_i',
    summary: 'Index of the smallest element, counted from 0.',
    convention: TIES,
    example: 'argmin([2, 7, 1])',
    of: argmin,
  },
  {
    name: 'logsumexp',
    formula: '\\ln \\sum_i e^{x_i}',
    summary: 'Logarithm of the sum of exponentials, in a form that cannot overflow.',
    example: 'logsumexp([1, 2, 3])',
    source: 'SciPy logsumexp; PyTorch logsumexp',
    of: logSumExp,
  },
];
export const reductionFunctions: readonly LibraryFunction[] = [
  ...reductions.map(({ of, ...row }) =>
    define({
      source: NUMPY,
      ...row,
      parameters: { x: tensor(), axis: optional(axes()), keep: flag(0) },
      shapes: 'reduced axes are left out, or kept with length 1 where keep is 1',
      build: ({ x, axis, keep }) => of(x, axesIn(x.shape, axis), isOn(keep)),
    }),
  ),
  define({
    name: 'var',
    parameters: { x: tensor(), axis: optional(axes()), unbiased: flag(0), keep: flag(0) },
    formula: '\\operatorname{var}(x) = \\frac{1}{n} \\sum_i (x_i - \\bar x)^2',
    summary: 'Variance over all elements, or over the given axes.',
    convention: DIVISOR,
    example: 'var([1, 2, 6])',
    source: NUMPY,
    build: ({ x, axis, unbiased, keep }) => variance(x, axesIn(x.shape, axis), isOn(unbiased), isOn(keep)),
  }),
  define({
    name: 'std',
    parameters: { x: tensor(), axis: optional(axes()), unbiased: flag(0), keep: flag(0) },
    formula: '\\operatorname{std}(x) = \\sqrt{\\frac{1}{n} \\sum_i (x_i - \\bar x)^2}',
    summary: 'Standard deviation over all elements, or over the given axes.',
    convention: DIVISOR,
    example: 'std([1, 2, 6])',
    source: NUMPY,
    build: ({ x, axis, unbiased, keep }) => root(variance(x, axesIn(x.shape, axis), isOn(unbiased), isOn(keep))),
  }),
  define({
    name: 'norm',
    parameters: { x: tensor(), p: number(2) },
    formula: '\\lVert x \\rVert_p = \\left(\\sum_i |x_i|^p\\right)^{1/p}',
    summary:
      'Norm of all elements together, with p = 1 or p = 2; of a matrix with p = 2 it is the Frobenius norm. The maximum norm is max(abs(x)).',
    example: 'norm([3, 4])',
    source: NUMPY,
    build: ({ x, p }) => {
      const order = p.data[0] as number;
      if (order === 2) return norm(x);
      if (order === 1) return sumOver(absolute(x));
      throw new ArgumentError('norm: p must be 1 or 2');
    },
  }),
  define({
    name: 'softmax',
    parameters: { x: tensor(), axis: axes(-1) },
    formula: '\\operatorname{softmax}(x)_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}',
    summary: 'Softmax along one axis, the last unless given.',
    example: 'softmax([1, 2, 3])',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, equation 6.29',
    build: ({ x, axis }) => {
      const along = axesIn(x.shape, axis) as number[];
      return softmax(x, x.shape.length === 1 ? undefined : along);
    },
  }),
];

/** Mean of the squared distances from the mean; keeps its axes where asked. */
function variance(x: Node, along: readonly number[] | undefined, unbiased: boolean, keep: boolean): Node {
  const distances = squared(minus(x, meanOver(x, along, true)));
  if (!unbiased) return meanOver(distances, along, keep);
  const total = sumOver(distances, along, keep);
  const n = x.data.length / Math.max(1, total.data.length);
  return over(total, constant(n - 1));
}
