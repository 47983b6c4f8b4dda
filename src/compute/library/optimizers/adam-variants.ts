import { fields } from '../../fields.ts';
import { isConstant } from '../../node.ts';
import { absolute, maximum, plus, times } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction } from '../function.ts';
import { nonnegative, size, tensor } from '../parameters.ts';
import { adamStates, CORRECTED, COUNTED, MEANS, RATES, SHAPES, START } from './adam.ts';
import { scaledMove } from './adaptive.ts';
import { at, averaged, checkShapes, corrected, momentOf, safeRoot } from './common.ts';

/** Adam with a maximum in place of a mean. */
export const adamVariants: readonly LibraryFunction[] = [
  define({
    name: 'amsgrad',
    parameters: { ...START, vmax: tensor(0), ...RATES },
    formula: `${MEANS}, \\quad v_t^{\\max} = \\max(v_{t-1}^{\\max}, v_t), \\quad \\hat m_t = \\frac{m_t}{1 - \\beta_1^t}, \\quad \\hat v_t = \\frac{v_t^{\\max}}{1 - \\beta_2^t}, \\quad \\theta_t = \\theta_{t-1} - \\eta \\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\epsilon}`,
    summary:
      'One step of AMSGrad: Adam that divides by the largest running mean of squares so far; vmax is the largest before the step. Fields: m, v, mhat, vmax, vhat, theta.',
    shapes: SHAPES,
    convention: `${COUNTED} The largest v is taken before the correction, as in PyTorch; the paper corrects nothing.`,
    example: 'amsgrad(1, g=2, m=0.5, v=1, t=2, vmax=3, lr=0.1).theta',
    source: 'Reddi, Kale and Kumar 2018, On the Convergence of Adam and Beyond; PyTorch Adam with amsgrad',
    build: ({ theta, g, m, v, t, vmax, lr, beta1, beta2, eps }) => {
      checkShapes('amsgrad', theta, { g }, { m, v, vmax });
      const moment = momentOf(t);
      const states = adamStates(moment, { g, m, v, beta1, beta2 });
      const mhat = at(moment, 'mhat', '\\hat m', corrected('amsgrad', states.m, beta1, t), CORRECTED);
      const most = at(
        moment,
        'vmax',
        'v^{\\max}',
        maximum(vmax, states.v),
        'the largest mean of squares so far is kept',
      );
      const vhat = at(moment, 'vhat', '\\hat v', corrected('amsgrad', most, beta2, t));
      const moved = scaledMove(moment, theta, lr, mhat, safeRoot('amsgrad', vhat, eps, 'outside'));
      return fields({ ...states, mhat, vmax: most, vhat, theta: moved });
    },
  }),
  define({
    name: 'adamax',
    parameters: {
      theta: tensor(),
      g: tensor(),
      m: tensor(0),
      u: tensor(0),
      t: size(1),
      ...RATES,
      lr: nonnegative(0.002),
    },
    formula:
      'm_t = \\beta_1 m_{t-1} + (1 - \\beta_1) g_t, \\quad u_t = \\max(\\beta_2 u_{t-1}, |g_t| + \\epsilon), \\quad \\hat m_t = \\frac{m_t}{1 - \\beta_1^t}, \\quad \\theta_t = \\theta_{t-1} - \\eta \\frac{\\hat m_t}{u_t}',
    summary:
      'One step of AdaMax: Adam that divides by the largest absolute gradient so far, where earlier ones decay, in place of the root of a mean of squares. Fields: m, u, mhat, theta.',
    shapes: SHAPES,
    convention: `${COUNTED} eps is added to |g|, as in PyTorch; the paper has none.`,
    example: 'adamax(1, g=2, m=0.5, u=1, t=2, lr=0.1).theta',
    source: 'Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, algorithm 2; PyTorch Adamax',
    build: ({ theta, g, m: last, u, t, lr, beta1, beta2, eps }) => {
      checkShapes('adamax', theta, { g }, { m: last, u });
      const moment = momentOf(t);
      const m = at(moment, 'm', 'm', averaged(beta1, last, g), 'a running mean of the gradient');
      const largest = at(
        moment,
        'u',
        'u',
        maximum(times(beta2, u), isConstant(eps, 0) ? absolute(g) : plus(absolute(g), eps)),
        'the largest absolute gradient so far, where earlier ones decay',
      );
      if (!largest.data.every(x => x > 0))
        throw new ArgumentError('adamax: u is 0 where every gradient so far is 0: eps must be above 0');
      const mhat = at(moment, 'mhat', '\\hat m', corrected('adamax', m, beta1, t), CORRECTED);
      return fields({ m, u: largest, mhat, theta: scaledMove(moment, theta, lr, mhat, largest) });
    },
  }),
];
