import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { absolute, constant, elements, list, maximum, minus, over, sign, times } from '../../terms.ts';
import { one, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { lengthOf, sumOfSizes, sumOfSquares } from '../norms.ts';
import { checkShapes } from '../optimizers/common.ts';
import { nonnegative, number, positive, tensor, word } from '../parameters.ts';

/** Penalties on weights, and what they do to them. */

const FACTORS = ['half', 'whole'] as const;

export function checkStrength(caller: string, lambda: Node): void {
  if ((lambda.data[0] as number) < 0) throw new ArgumentError(`${caller}: "lambda" must be 0 or more`);
}

export const penalties: readonly LibraryFunction[] = [
  define({
    name: 'l2_penalty',
    parameters: { w: tensor(), lambda: number(), factor: word(FACTORS, 'half') },
    formula: '\\Omega(w) = \\frac{\\lambda}{2} \\sum_i w_i^2',
    summary: 'The L2 penalty of weights, as in ridge regression and weight decay.',
    shapes: 'w: any shape; the result is a number',
    convention:
      'λ/2 times the sum of squares, so that its gradient is λw; with the factor "whole" it is λ times the sum, with the gradient 2λw.',
    example: 'l2_penalty([3, 4], lambda=0.1)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 7.1.1',
    build: ({ w, lambda, factor }) => {
      checkStrength('l2_penalty', lambda);
      const strength = factor === 'half' ? over(lambda, two) : lambda;
      const why = factor === 'half' ? 'halved, so that its gradient is λw' : 'not halved: its gradient is 2λw';
      return libraryStep('penalty', '\\Omega', times(strength, sumOfSquares(w)), why);
    },
  }),
  define({
    name: 'l1_penalty',
    parameters: { w: tensor(), lambda: number() },
    formula: '\\Omega(w) = \\lambda \\sum_i |w_i|',
    summary: 'The L1 penalty of weights, as in the lasso, which makes them sparse.',
    shapes: 'w: any shape; the result is a number',
    example: 'l1_penalty([3, -4], lambda=0.1)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 7.1.2',
    build: ({ w, lambda }) => {
      checkStrength('l1_penalty', lambda);
      return libraryStep('penalty', '\\Omega', times(lambda, sumOfSizes(w)));
    },
  }),
  define({
    name: 'weight_decay_update',
    parameters: { w: tensor(), g: tensor(), lambda: number(), lr: nonnegative(0.01), factor: word(FACTORS, 'half') },
    formula: 'w_t = (1 - \\eta \\lambda)\\, w_{t-1} - \\eta g',
    summary: 'One step of gradient descent on loss plus L2 penalty; g is the gradient of the loss alone.',
    shapes: 'w and g: any one shape; the result has it too',
    convention:
      'The penalty is λ/2 ‖w‖²; with the factor "whole" it is λ‖w‖², and the weights are multiplied by 1 − 2ηλ.',
    example: 'weight_decay_update(1, g=2, lambda=0.01, lr=0.1)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, equation 7.5',
    build: ({ w, g, lr, lambda, factor }) => {
      checkStrength('weight_decay_update', lambda);
      checkShapes('weight_decay_update', w, { g });
      const product = times(lr, lambda);
      const shrunk = minus(one, factor === 'half' ? product : times(two, product));
      const why = 'the penalty multiplies every weight by the same factor';
      const kept = libraryStep('shrinkage', 'a', shrunk, why);
      return libraryStep(
        'w',
        'w_{t}',
        minus(times(kept, w), times(lr, g)),
        'then a step against the gradient of the loss',
      );
    },
  }),
  define({
    name: 'soft_threshold',
    parameters: { w: tensor(), threshold: number() },
    formula: "w'_i = \\operatorname{sign}(w_i) \\max(|w_i| - \\tau, 0)",
    summary:
      'Soft thresholding, the effect of an L1 penalty on weights: each moves towards 0 by the threshold τ, and not beyond.',
    shapes: 'w: any shape; the result has it too',
    convention: 'The w that minimizes ½ h (w − w*)² + λ|w| is soft_threshold(w*, λ/h).',
    example: 'soft_threshold([3, -0.5], 1)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, equation 7.23; PyTorch Softshrink',
    build: ({ w, threshold }) => {
      if ((threshold.data[0] as number) < 0) throw new ArgumentError('soft_threshold: "threshold" must be 0 or more');
      return libraryStep(
        'w',
        "w'",
        times(sign(w), maximum(minus(absolute(w), threshold), constant(0))),
        'each weight moves towards 0 by τ, and not beyond',
      );
    },
  }),
  define({
    name: 'max_norm',
    parameters: { w: tensor(), limit: positive() },
    formula: "w' = \\frac{c}{\\max(\\lVert w \\rVert, c)} \\, w",
    summary: 'Weights scaled back to a norm of at most the limit c, unit by unit.',
    shapes: 'w: a vector of one unit or a matrix with a row for each unit; the result has its shape',
    convention: 'The L2 norm of the incoming weights of each unit: a row of W, as in y = W x.',
    example: 'max_norm([3, 4], limit=1)',
    source: 'Srivastava et al. 2014, Dropout, section 5.1',
    build: ({ w, limit }) => {
      if (w.shape.length === 1) return libraryStep('w', "w'", times(shrinkage(w, limit, ''), w));
      const [rows = 0] = w.shape;
      if (w.shape.length !== 2 || rows > MOST_UNITS) {
        throw new ArgumentError(
          `max_norm: "w" has shape ${shapeText(w.shape)} and must be a vector or a matrix of at most ${MOST_UNITS} rows`,
        );
      }
      const scales = elements(w).map((row, i) => list([shrinkage(row, limit, String(i + 1))]));
      return libraryStep('w', "w'", times(list(scales), w), 'each row is multiplied by its own factor');
    },
  }),
];

const MOST_UNITS = 50;

/** What the weights of one unit are multiplied by. */
function shrinkage(w: Node, limit: Node, mark: string): Node {
  const index = mark === '' ? '' : `_{${mark}}`;
  const norm = libraryStep(`norm${mark}`, `\\lVert w${index} \\rVert`, lengthOf(w));
  const isLonger = (norm.data[0] as number) > (limit.data[0] as number);
  const why = isLonger
    ? 'the norm exceeds the limit'
    : 'the norm does not exceed the limit: the weights stay as they are';
  return libraryStep(`scale${mark}`, `s${index}`, over(limit, maximum(norm, limit)), why);
}
