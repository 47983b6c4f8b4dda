import { type Node, numberOf } from '../../node.ts';
import {
  absolute,
  broadcastTo,
  constant,
  greater,
  largest,
  less,
  over,
  power,
  productOf,
  singularValues,
  times,
} from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, number, positive, tensor } from '../parameters.ts';
import { momentsOf, stateShape } from './check.ts';
import { present } from './terms.ts';

/** How gradients shrink and grow on their way through time. */

const SLOPES = 'slope: the largest slope γ of the activation, 1 for tanh and ReLU, ¼ for the sigmoid.';

const VANISHES = 'with a norm below 1/γ the bound shrinks to 0 with every step, and the gradient with it';
const EXPLODES = 'only with a norm above 1/γ can the gradient grow without bound, but it need not';

/** @throws ArgumentError where the power is too large to be computed */
function checkFinite(row: string, node: Node): Node {
  if (node.data.every(Number.isFinite)) return node;
  throw new ArgumentError(`${row}: the factor becomes too large to compute with`);
}

export const gradientFlow: readonly LibraryFunction[] = [
  define({
    name: 'lstm_cell_gradient',
    parameters: { f: tensor(), from: count(0) },
    formula: '\\frac{\\partial c_T}{\\partial c_t} = \\prod_{k=t+1}^{T} f_k',
    summary:
      'How much of the gradient of the last cell state of an LSTM reaches the cell state at time `from`, along the direct path: the product of the forget gates in between.',
    shapes: 'f: (T) or (T, n), the forget gates of all time steps; of vectors the result is the diagonal',
    convention: 'Only the direct path counts: the gates are taken as if they did not depend on the cell state.',
    example: 'lstm_cell_gradient([0.9, 0.8, 0.95])',
    source: 'Gers, Schmidhuber and Cummins 2000, Learning to Forget',
    build: ({ f, from }) => {
      const gates = momentsOf('lstm_cell_gradient', 'f', f);
      const start = numberOf(from);
      if (start > gates.length) {
        throw new ArgumentError(
          `lstm_cell_gradient: "from" must be at most ${gates.length}, the number of forget gates, and is ${start}`,
        );
      }
      const passed = gates.slice(start);
      const product = passed.length > 0 ? productOf(passed) : broadcastTo(constant(1), (gates[0] as Node).shape);
      const why = 'each step multiplies by its forget gate alone, without any weight';
      const symbol = `\\frac{\\partial c_{${gates.length}}}{\\partial c_{${start}}}`;
      return checkFinite('lstm_cell_gradient', libraryStep('gradient', symbol, product, why));
    },
  }),
  define({
    name: 'rnn_gradient_factor',
    parameters: { w: number(), slope: positive(1), steps: count(1) },
    formula: '\\left|\\frac{\\partial h_T}{\\partial h_0}\\right| = (\\gamma \\, |w|)^T',
    summary:
      'The factor by which a gradient shrinks or grows on its way back through T = `steps` steps of a recurrent unit with the weight w.',
    convention: `${SLOPES} The slope is taken to be the same at every step.`,
    example: 'rnn_gradient_factor(0.9, steps=20)',
    source:
      'Bengio, Simard and Frasconi 1994, Learning Long-Term Dependencies with Gradient Descent is Difficult; Pascanu, Mikolov and Bengio 2013',
    build: ({ w, slope, steps }) => {
      const factor = power(times(slope, absolute(w)), steps);
      const symbol = `\\left|\\frac{\\partial h_{${numberOf(steps)}}}{\\partial h_{0}}\\right|`;
      const why = 'each step back multiplies by the weight and by the slope of the activation';
      return checkFinite('rnn_gradient_factor', libraryStep('factor', symbol, factor, why));
    },
  }),
  define({
    name: 'gradient_bound',
    parameters: { W: tensor(), slope: positive(1), steps: count(1) },
    formula:
      '\\left\\lVert \\frac{\\partial h_T}{\\partial h_0} \\right\\rVert \\le (\\gamma \\, \\sigma_{\\max}(W))^T,\\qquad \\sigma_{\\max}(W) < \\frac{1}{\\gamma} \\Rightarrow \\text{gradients vanish}',
    summary:
      'What bounds the gradient of a recurrent network through T = `steps` steps. Fields: norm, the spectral norm of W; factor, the largest factor of one step; bound, that of all steps; threshold, which is 1/γ. vanishes is 1 where norm < 1/γ, which is sufficient for vanishing gradients; may_explode is 1 where norm > 1/γ, which is necessary for exploding ones but not sufficient.',
    shapes: 'W: a number or (n, n)',
    convention: SLOPES,
    example: 'gradient_bound([[0.5, 0.2], [0, 0.4]], steps=10).bound',
    source: 'Pascanu, Mikolov and Bengio 2013, On the difficulty of training recurrent neural networks, section 2.1',
    build: ({ W, slope, steps }) => {
      stateShape('gradient_bound', 'W', W);
      const strength = W.shape.length === 0 ? absolute(W) : largest(singularValues(W));
      const norm = libraryStep('norm', '\\sigma_{\\max}', strength, 'the most that W can lengthen a vector');
      const factor = libraryStep('factor', '\\rho', times(slope, norm), 'the most that one step back can multiply by');
      const bound = libraryStep('bound', 'B', power(factor, steps), 'the most that all steps together can multiply by');
      const threshold = libraryStep(
        'threshold',
        '\\frac{1}{\\gamma}',
        over(constant(1), slope),
        'a norm below this shrinks the gradient in every step',
      );
      return present({
        norm,
        factor,
        bound,
        threshold,
        vanishes: libraryStep('vanishes', '\\text{vanishes}', less(norm, threshold), VANISHES),
        may_explode: libraryStep('may_explode', '\\text{may explode}', greater(norm, threshold), EXPLODES),
      });
    },
  }),
];
