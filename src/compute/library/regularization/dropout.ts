import { type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { minus, over, times } from '../../terms.ts';
import { one } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { fraction, tensor } from '../parameters.ts';

/** Dropout with a given mask. */

/** @throws ArgumentError where the mask is not of zeros and ones in the shape of x */
function checkMask(caller: string, x: Node, mask: Node): void {
  if (!sameShape(x.shape, mask.shape)) {
    throw new ArgumentError(
      `${caller}: x has shape ${shapeText(x.shape)} and mask ${shapeText(mask.shape)}: they must agree`,
    );
  }
  if (!mask.data.every(m => m === 0 || m === 1)) {
    throw new ArgumentError(`${caller}: "mask" holds 1 for what is kept and 0 for what is dropped, nothing else`);
  }
}

/** @throws ArgumentError where nothing is ever kept */
export function checkKept(caller: string, keep: Node): void {
  if (keep.data[0] === 0) throw new ArgumentError(`${caller}: "keep" must be above 0`);
}

const KEPT =
  'keep, the p of the formula and of the paper, is the probability that a unit is kept; PyTorch’s p is the probability that it is dropped, 1 − keep.';
const MASKED = 'The mask r holds 1 for what is kept and 0 for what is dropped.';
const SOURCE = 'Srivastava et al. 2014, Dropout: A Simple Way to Prevent Neural Networks from Overfitting';

export const dropout: readonly LibraryFunction[] = [
  define({
    name: 'inverted_dropout',
    parameters: { x: tensor(), mask: tensor(), keep: fraction() },
    formula: '\\tilde x = \\frac{r \\odot x}{p}',
    summary:
      'Inverted dropout in training: what is kept is divided by keep, so that nothing has to be scaled at test time.',
    shapes: 'x and mask: any one shape; the result has it too',
    convention: `${MASKED} ${KEPT}`,
    example: 'inverted_dropout([1, 2, 3], mask=[1, 0, 1], keep=0.5)',
    source: `${SOURCE}, section 10; PyTorch Dropout`,
    build: ({ x, mask, keep }) => {
      checkMask('inverted_dropout', x, mask);
      checkKept('inverted_dropout', keep);
      const why = 'the expected value of the mask is p, so that dividing by p keeps the expected value x';
      return libraryStep('dropped', '\\tilde x', over(times(mask, x), keep), why);
    },
  }),
  define({
    name: 'dropout_train',
    parameters: { x: tensor(), mask: tensor() },
    formula: '\\tilde x = r \\odot x',
    summary: 'Plain dropout in training: what is dropped becomes 0, what is kept stays.',
    shapes: 'x and mask: any one shape; the result has it too',
    convention: `${MASKED} At test time everything is multiplied by the keep probability: dropout_test.`,
    example: 'dropout_train([1, 2, 3], mask=[1, 0, 1])',
    source: `${SOURCE}, section 4`,
    build: ({ x, mask }) => {
      checkMask('dropout_train', x, mask);
      return libraryStep('dropped', '\\tilde x', times(mask, x), 'what is dropped becomes 0, what is kept stays');
    },
  }),
  define({
    name: 'dropout_test',
    parameters: { x: tensor(), keep: fraction() },
    formula: '\\tilde x = p \\, x',
    summary: 'Plain dropout at test time: everything is kept, multiplied by the keep probability.',
    shapes: 'x: any shape; the result has it too',
    convention: KEPT,
    example: 'dropout_test([1, 2, 3], keep=0.5)',
    source: `${SOURCE}, section 4`,
    build: ({ x, keep }) =>
      libraryStep(
        'expected',
        '\\tilde x',
        times(keep, x),
        'the expected value in training, as each unit was kept with probability p',
      ),
  }),
  define({
    name: 'dropout_lambda',
    parameters: { keep: fraction() },
    formula: '\\lambda = \\frac{1 - p}{p}',
    summary:
      'The strength λ of the ridge penalty λ‖Γw̃‖² that dropout on the inputs of a linear model amounts to; Γ is diagonal with the entries √(XᵀX)ᵢᵢ, and w̃ = p w.',
    convention: KEPT,
    example: 'dropout_lambda(0.8)',
    source: `${SOURCE}, section 9.1`,
    build: ({ keep }) => {
      checkKept('dropout_lambda', keep);
      return libraryStep(
        'lambda',
        '\\lambda',
        over(minus(one, keep), keep),
        'p(1 − p)‖Γw‖² is (1 − p)/p ‖Γw̃‖² with w̃ = p w',
      );
    },
  }),
];
