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
    summary: 'The L2 penalty of weights, also called weight decay or ridge.',
    shapes: 'w: any shape; the result is a number',
    convention: 'λ/2 times the sum of squares, so that its gradient is λw; with factor "whole" λ times it.',
    example: 'l2_penalty([3, 4], lambda=0.1)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 7.1.1',
    build: ({ w, lambda, factor }) => {
      checkStrength('l2_penalty', lambda);
      const strength = factor === 'half' ? over(lambda, two) : lambda;
      return libraryStep('penalty', '\\Omega', times(strength, sumOfSquares(w)));
    },
  }),
  define({
    name: 'l1_penalty',
    parameters: { w: tensor(), lambda: number() },
    formula: '\\Omega(w) = \\lambda \\sum_i |w_i|',
    summary: 'The L1 penalty of weights, which makes them sparse.',
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
    parameters: { w: tensor(), g: tensor(), lr: nonnegative(0.01), lambda: number(), factor: word(FACTORS, 'half') },
    formula: 'w_t = (1 - \\eta \\lambda)\\, w_{t-1} - \\eta g',
    summary: 'One step of gradient descent on loss plus L2 penalty; g is the gradient of the loss alone.',
    shapes: 'w and g: any one shape; the result has it too',
    convention: 'The penalty is λ/2 ‖w‖²; with factor "whole" it is λ‖w‖², and the weights shrink by 1 − 2ηλ.',
    example: 'weight_decay_update(1, g=2, lr=0.1, lambda=0.01)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, equation 7.5',
    build: ({ w, g, lr, lambda, factor }) => {
      checkStrength('weight_decay_update', lambda);
      checkShapes('weight_decay_update', w, { g });
      const product = times(lr, lambda);
      const shrunk = minus(one, factor === 'half' ? product : times(two, product));
      const why = 'the penalty multiplies every weight by the same factor below 1';
      const kept = libraryStep('shrinkage', 'a', shrunk, why);
      return libraryStep('w', 'w_{t}', minus(times(kept, w), times(lr, g)));
    },
  }),
  define({
    name: 'soft_threshold',
    parameters: { w: tensor(), threshold: number() },
    formula: '\\operatorname{sign}(w_i) \\max(|w_i| - \\tau, 0)',
    summary: 'What an L1 penalty makes of weights: each moved towards 0 by the threshold, and not beyond.',
    shapes: 'w: any shape; the result has it too',
    convention: 'For the loss ½ h (w − w*)² with penalty λ|w| the threshold is λ/h.',
    example: 'soft_threshold([3, -0.5], 1)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, equation 7.23; PyTorch Softshrink',
    build: ({ w, threshold }) => {
      if ((threshold.data[0] as number) < 0) throw new ArgumentError('soft_threshold: "threshold" must be 0 or more');
      return libraryStep('w', "w'", times(sign(w), maximum(minus(absolute(w), threshold), constant(0))));
    },
  }),
  define({
    name: 'max_norm',
    parameters: { w: tensor(), limit: positive() },
    formula: "w' = \\frac{c}{\\max(\\lVert w \\rVert, c)} \\, w",
    summary: 'Weights projected back to a norm of at most limit, unit by unit.',
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
  const why = 'weights that are short enough stay as they are';
  return libraryStep(`scale${mark}`, `s${index}`, over(limit, maximum(norm, limit)), why);
}
