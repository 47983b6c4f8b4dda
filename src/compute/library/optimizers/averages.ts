import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { constant, elements, list, minus, over, power, times } from '../../terms.ts';
import { one } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { fraction, size, tensor } from '../parameters.ts';
import { at, averaged, corrected, momentIn, momentOf } from './common.ts';

/** Exponentially weighted running averages. */

const MOST = 50;

export const averages: readonly LibraryFunction[] = [
  define({
    name: 'running_average',
    parameters: { values: tensor(), beta: fraction(0.9), v: tensor(0) },
    formula: 'v_t = \\beta v_{t-1} + (1 - \\beta) x_t',
    summary: 'Exponential moving average (EMA) of a list, from v = 0 unless given. Fields: v (after each value), last.',
    shapes: 'values: a list of T numbers or tensors; v as a field: T of them',
    convention:
      'The weight of the new value is 1 − β, which PyTorch’s batch norm calls the momentum. No bias correction: see bias_correction. At most 50 values.',
    example: 'running_average([1, 2, 3], beta=0.9).last',
    source: 'Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, section 3',
    build: ({ values, beta, v }) => {
      if (values.shape.length === 0) throw new ArgumentError('running_average: "values" must be a list');
      if ((values.shape[0] as number) > MOST) throw new ArgumentError(`running_average: at most ${MOST} values`);
      const given = elements(values);
      const states: Node[] = [];
      for (const [i, value] of given.entries()) {
        states.push(
          at(
            momentIn(i + 1),
            'v',
            'v',
            averaged(beta, states[i - 1] ?? v, value),
            'a weighted mean of the last average and the new value',
          ),
        );
      }
      return fields({ v: list(states), last: states.at(-1) as Node });
    },
  }),
  define({
    name: 'ema_weights',
    parameters: { t: size(), beta: fraction(0.9) },
    formula: 'v_t = \\sum_{i=1}^{t} w_i x_i, \\quad w_i = (1 - \\beta)\\, \\beta^{t-i}',
    summary:
      'The weight of each value in an exponential moving average after t of them, oldest first: the recursion unrolled.',
    shapes: 'a list of t numbers; their sum is 1 − βᵗ',
    example: 'ema_weights(3, beta=0.9)',
    source: 'Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, equation 1',
    build: ({ t, beta }) => {
      const many = t.data[0] as number;
      if (many > MOST) throw new ArgumentError(`ema_weights: at most ${MOST} values`);
      const share = minus(one, beta);
      const weights = Array.from({ length: many }, (_, i) => {
        const age = many - 1 - i;
        return age === 0 ? share : times(share, power(beta, constant(age)));
      });
      return libraryStep('weights', 'w', list(weights), 'each step multiplies all earlier weights by β');
    },
  }),
  define({
    name: 'bias_correction',
    parameters: { v: tensor(), t: size(), beta: fraction(0.9) },
    formula: '\\hat v_t = \\frac{v_t}{1 - \\beta^t}',
    summary: 'An exponential moving average v after t values, corrected for the bias that its start at 0 gives it.',
    example: 'bias_correction(0.2, t=1, beta=0.9)',
    source: 'Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, section 3',
    build: ({ v, beta, t }) => {
      const why = 'the weights of the t values add up to 1 − βᵗ only';
      return at(momentOf(t), 'vhat', '\\hat v', corrected('bias_correction', v, beta, t), why);
    },
  }),
  define({
    name: 'effective_window',
    parameters: { beta: fraction() },
    formula: 'n \\approx \\frac{1}{1 - \\beta}',
    summary:
      'Over about how many values an exponential moving average averages: for β near 1, a weight has shrunk to 1/e after that many.',
    example: 'effective_window(0.9)',
    source: 'Zhang et al. 2023, Dive into Deep Learning, section 12.6',
    build: ({ beta }) => {
      if (beta.data[0] === 1) throw new ArgumentError('effective_window: "beta" must be below 1');
      return libraryStep('window', 'n', over(one, minus(one, beta)), 'the weights 1, β, β², … add up to 1/(1 − β)');
    },
  }),
];
