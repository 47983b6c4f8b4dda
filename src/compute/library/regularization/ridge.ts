import { fields } from '../../fields.ts';
import { isConstant, type Node } from '../../node.ts';
import { MatrixError } from '../../operations/linear.ts';
import { shapeText } from '../../tensor.ts';
import { eigenvalues, matmul, minus, plus, solve, times, transpose } from '../../terms.ts';
import { identity, one } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { sumOfSquares } from '../norms.ts';
import { fraction, matrix, number, vector } from '../parameters.ts';
import { checkKept } from './dropout.ts';
import { checkStrength } from './penalties.ts';

/** Linear models in closed form: least squares, with an L2 penalty, and with dropout. */

/** Below this ratio of its extreme eigenvalues a matrix cannot be told from a singular one. */
const SINGULAR = 1e-12;

interface Normal {
  readonly gram: Node;
  readonly moment: Node;
}

/** XᵀX and Xᵀy. @throws ArgumentError where the shapes do not fit */
function normalEquations(caller: string, x: Node, y: Node): Normal {
  if (x.shape[0] !== y.shape[0]) {
    throw new ArgumentError(
      `${caller}: x and y have shapes ${shapeText(x.shape)} and ${shapeText(y.shape)} and must be (m, n) and (m)`,
    );
  }
  const turned = transpose(x);
  return {
    gram: libraryStep('gram', 'G', matmul(turned, x), 'the products of the columns with one another'),
    moment: libraryStep('moment', 'q', matmul(turned, y), 'the products of the columns with the targets'),
  };
}

/** @throws MatrixError where more than one w is best */
function solved(caller: string, system: Node, right: Node, reason: string): Node {
  const spectrum = eigenvalues(system).data;
  const [most, least] = [spectrum[0] as number, spectrum.at(-1) as number];
  if (!(least > SINGULAR * most)) throw new MatrixError(`${caller}: ${reason}`);
  return solve(system, right);
}

const DEPENDENT = 'XᵀX is singular: the columns of x depend on one another, and no solution is the only one';

export const closedForms: readonly LibraryFunction[] = [
  define({
    name: 'least_squares',
    parameters: { x: matrix(), y: vector() },
    formula: 'w = (X^\\top X)^{-1} X^\\top y',
    summary: 'The weights of a linear model that minimize the squared error, by the normal equations.',
    shapes: 'x (m, n): a row for each sample; y (m); the result (n)',
    convention: 'There is no bias; a column of ones in x serves as one.',
    example: 'least_squares([[1, 0], [1, 1], [1, 2]], [1, 2, 4])',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, equation 5.12',
    build: ({ x, y }) => {
      const { gram, moment } = normalEquations('least_squares', x, y);
      return libraryStep(
        'w',
        'w',
        solved('least_squares', gram, moment, DEPENDENT),
        'the normal equations XᵀX w = Xᵀy',
      );
    },
  }),
  define({
    name: 'ridge',
    parameters: { x: matrix(), y: vector(), lambda: number() },
    formula: 'w = (X^\\top X + \\lambda I)^{-1} X^\\top y',
    summary: 'The weights of a linear model that minimize squared error plus L2 penalty.',
    shapes: 'x (m, n): a row for each sample; y (m); the result (n)',
    convention:
      'Minimizes ‖y − Xw‖² + λ‖w‖², neither term halved or averaged. Where the squared error is averaged over the m samples, give m times its λ. A column of ones is penalized like the others.',
    example: 'ridge([[1, 0], [0, 1]], [2, 4], lambda=1)',
    source:
      'Hoerl and Kennard 1970, Ridge Regression; Goodfellow, Bengio and Courville 2016, Deep Learning, equation 7.17',
    build: ({ x, y, lambda }) => {
      checkStrength('ridge', lambda);
      const { gram, moment } = normalEquations('ridge', x, y);
      const system = isConstant(lambda, 0) ? gram : plus(gram, times(lambda, identity(x.shape[1] as number)));
      return libraryStep(
        'w',
        'w',
        solved('ridge', system, moment, DEPENDENT),
        'where the gradient 2Xᵀ(Xw − y) + 2λw is 0',
      );
    },
  }),
  define({
    name: 'ridge_loss',
    parameters: { x: matrix(), y: vector(), w: vector(), lambda: number() },
    formula: 'L = \\lVert y - X w \\rVert^2 + \\lambda \\lVert w \\rVert^2',
    summary: 'Squared error of a linear model plus L2 penalty.',
    shapes: 'x (m, n), y (m), w (n); the result is a number',
    convention: 'Neither halved nor averaged.',
    example: 'ridge_loss([[1, 0], [0, 1]], [2, 4], w=[1, 2], lambda=1)',
    source: 'Hoerl and Kennard 1970, Ridge Regression',
    build: ({ x, y, w, lambda }) => {
      checkStrength('ridge_loss', lambda);
      if (x.shape[0] !== y.shape[0] || x.shape[1] !== w.shape[0]) {
        throw new ArgumentError(
          `ridge_loss: x, y and w have shapes ${[x, y, w].map(({ shape }) => shapeText(shape)).join(', ')} and must be (m, n), (m), (n)`,
        );
      }
      const residual = libraryStep('residual', 'r', minus(y, matmul(x, w)), 'what the model leaves unexplained');
      const fit = sumOfSquares(residual);
      const loss = isConstant(lambda, 0) ? fit : plus(fit, times(lambda, sumOfSquares(w)));
      return libraryStep('loss', 'L', loss);
    },
  }),
  define({
    name: 'dropout_closed_form',
    parameters: { x: matrix(), y: vector(), keep: fraction() },
    formula:
      'w = \\left(p X^\\top X + (1 - p) \\operatorname{diag}(X^\\top X)\\right)^{-1} X^\\top y, \\quad \\tilde w = p w',
    summary:
      'The weights of a linear model that minimize the expected squared error under dropout on its inputs. Fields: w, scaled (w̃ = p w, the weights at test time).',
    shapes: 'x (m, n): a row for each sample; y (m); both fields (n)',
    convention:
      'Minimizes E‖y − (R ⊙ X)w‖²; keep, the p of the formula, is the probability of keeping an input. w̃ solves a ridge regression with penalty λ‖Γw̃‖², λ = (1 − p)/p and Γ² = diag(XᵀX). With inverted dropout w̃ is the solution itself.',
    example: 'dropout_closed_form([[1, 0], [1, 1]], [1, 3], keep=0.5).w',
    source: 'Srivastava et al. 2014, Dropout: A Simple Way to Prevent Neural Networks from Overfitting, section 9.1',
    build: ({ x, y, keep }) => {
      checkKept('dropout_closed_form', keep);
      const { gram, moment } = normalEquations('dropout_closed_form', x, y);
      const why =
        'the diagonal alone: inputs are dropped independently, so that their variances enter and no covariances';
      const diagonal = libraryStep('diagonal', 'D', times(gram, identity(x.shape[1] as number)), why);
      const mixed = plus(times(keep, gram), times(minus(one, keep), diagonal));
      const system = libraryStep(
        'system',
        'M',
        isConstant(keep, 1) ? gram : mixed,
        'from the gradient: p²G from the expected prediction and p(1 − p)D from its variance, divided by p',
      );
      const reason = keep.data[0] === 1 ? DEPENDENT : 'a column of x is 0, so that any weight is as good for it';
      const w = libraryStep(
        'w',
        'w',
        solved('dropout_closed_form', system, moment, reason),
        'where the gradient of the expected loss is 0',
      );
      return fields({
        w,
        scaled: libraryStep('scaled', '\\tilde w', times(keep, w), 'at test time every input is kept'),
      });
    },
  }),
];
