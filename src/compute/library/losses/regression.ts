import type { Node } from '../../node.ts';
import { sizeOf } from '../../tensor.ts';
import { absolute, atMost, element, minus, over, squared, sumOver, times, total, where } from '../../terms.ts';
import { half, two, upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, positive, tensor, word } from '../parameters.ts';
import {
  averaged,
  checkSameShape,
  ELEMENT_LOSS,
  eachElement,
  LOSS,
  REDUCTIONS,
  type Reduction,
  reduced,
  spelledSum,
} from './common.ts';

/** Losses of a predicted number and its target. */

const pair = { prediction: tensor(), target: tensor() };
const reduction = byName(word(REDUCTIONS, 'mean'));
const SHAPES = 'prediction and target: any one shape; reduction=none keeps it, else a single number';

/** Squared errors of a list are written one by one up to this many. */
const MOST_SQUARES = 8;

function squares(p: Node, t: Node): Node {
  if (p.shape.length === 0) return squared(minus(p, t));
  const isShort = p.shape.length === 1 && (p.shape[0] as number) <= MOST_SQUARES;
  if (!isShort) return sumOver(squared(minus(p, t)));
  return total(upTo(p.shape[0] as number).map(i => squared(minus(element(p, i), element(t, i)))));
}

/** The quadratic and the linear piece of a robust loss, from the size of the error and where they meet. */
type Pieces = (size: Node, border: Node) => readonly [quadratic: Node, linear: Node];

function robust(pieces: Pieces, prediction: Node, target: Node, border: Node, way: Reduction): Node {
  const sizes = eachElement(['e', 'e'], [prediction, target], (p, t) => absolute(minus(p, t)));
  const size = sizes.shape.length === 0 ? libraryStep('e', 'e', sizes) : sizes;
  const losses = eachElement(
    ELEMENT_LOSS,
    [size],
    e => where(atMost(e, border), ...pieces(e, border)),
    'quadratic for small errors, linear for large ones',
  );
  return reduced(losses, way);
}

export const regression: readonly LibraryFunction[] = [
  define({
    name: 'mse',
    parameters: { ...pair, per: byName(word(['element', 'sample'] as const, 'element')), reduction },
    formula: 'L = \\frac{1}{n} \\sum_{i=1}^{n} (\\hat y_i - y_i)^2',
    summary:
      'Mean squared error: the mean of the squared differences. With per=sample their sum is divided by the number of samples, so that the outputs of one sample add up.',
    shapes:
      'prediction and target: any one shape; rows are samples, and a list of numbers is one sample. reduction=none keeps the shape, else a single number',
    convention:
      'n counts all elements, as PyTorch does; with per=sample it counts the samples, and reduction must be mean. There is no factor ½.',
    example: 'mse([2, 0], [1, 1])',
    source: 'PyTorch MSELoss',
    build: ({ prediction: p, target: t, per, reduction: way }) => {
      checkSameShape('mse', p, t);
      if (per === 'sample' && way !== 'mean') {
        throw new ArgumentError(`mse: per=sample is a mean, and reduction=${way} is none`);
      }
      if (way === 'none') return libraryStep(...ELEMENT_LOSS, squared(minus(p, t)));
      if (way === 'sum') return libraryStep('mse', 'L', squares(p, t));
      const samples = p.shape.length < 2 ? 1 : (p.shape[0] as number);
      return libraryStep('mse', 'L', averaged(squares(p, t), per === 'sample' ? samples : sizeOf(p.shape)));
    },
  }),
  define({
    name: 'l1_loss',
    parameters: { ...pair, reduction },
    formula: 'L = \\frac{1}{n} \\sum_{i=1}^{n} |\\hat y_i - y_i|',
    summary: 'L1 loss: the mean absolute error.',
    shapes: SHAPES,
    example: 'l1_loss([2, 0], [1, 3])',
    source: 'PyTorch L1Loss',
    build: ({ prediction: p, target: t, reduction: way }) => {
      checkSameShape('l1_loss', p, t);
      const errors = absolute(minus(p, t));
      if (way === 'none') return libraryStep(...ELEMENT_LOSS, errors);
      const sum = spelledSum(errors);
      return libraryStep(...LOSS, way === 'mean' ? averaged(sum, sizeOf(p.shape)) : sum);
    },
  }),
  define({
    name: 'huber',
    parameters: { ...pair, delta: positive(1), reduction },
    formula:
      '\\ell = \\begin{cases} \\tfrac12 e^2 & e \\le \\delta \\\\ \\delta \\left(e - \\tfrac12 \\delta\\right) & \\text{else} \\end{cases},\\qquad e = |\\hat y - y|',
    summary: 'Huber loss: quadratic for errors up to delta, linear beyond.',
    shapes: SHAPES,
    convention: 'huber with delta is delta times smooth_l1 with beta = delta, so the two agree where delta is 1.',
    example: 'huber([2, 0], [1.5, 3], delta=1)',
    source: 'Huber 1964, Robust Estimation of a Location Parameter; PyTorch HuberLoss',
    build: ({ prediction, target, delta, reduction: way }) => {
      checkSameShape('huber', prediction, target);
      const pieces: Pieces = (e, d) => [times(half, squared(e)), times(d, minus(e, times(half, d)))];
      return robust(pieces, prediction, target, delta, way);
    },
  }),
  define({
    name: 'smooth_l1',
    parameters: { ...pair, beta: positive(1), reduction },
    formula:
      '\\ell = \\begin{cases} \\frac{e^2}{2\\beta} & e \\le \\beta \\\\ e - \\tfrac12 \\beta & \\text{else} \\end{cases},\\qquad e = |\\hat y - y|',
    summary: 'Smooth L1 loss: the absolute error, with a parabola in place of the kink for errors up to beta.',
    shapes: SHAPES,
    convention: 'smooth_l1 with beta is huber with delta = beta, divided by beta. Fast R-CNN has beta = 1.',
    example: 'smooth_l1([2, 0], [1.5, 3], beta=2)',
    source: 'Girshick 2015, Fast R-CNN; PyTorch SmoothL1Loss',
    build: ({ prediction, target, beta, reduction: way }) => {
      checkSameShape('smooth_l1', prediction, target);
      const pieces: Pieces = (e, b) => [over(squared(e), times(two, b)), minus(e, times(half, b))];
      return robust(pieces, prediction, target, beta, way);
    },
  }),
];
