import { isConstant, type Node } from '../../node.ts';
import { constant, cos, exp, floor, minus, negated, over, plus, power, times } from '../../terms.ts';
import { one, pi, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, nonnegative, number, positive, size, word } from '../parameters.ts';
import { momentOf } from './common.ts';

/** Learning rates that fall over time. */

/** The rate at a moment: η_t. */
export const rateAt = (t: Node, value: Node, why?: string): Node =>
  libraryStep('rate', `\\eta_{${momentOf(t).tex}}`, value, why);

/** @throws ArgumentError after the end */
export function checkWithin(caller: string, t: Node, total: Node): void {
  const [now, end] = [t.data[0] as number, total.data[0] as number];
  if (now > end) throw new ArgumentError(`${caller}: t is ${now} and must not exceed total, ${end}`);
}

/** @throws ArgumentError where the lowest rate is not from 0 to the highest */
export function checkLowest(caller: string, lowest: Node, highest: Node): void {
  const [low, high] = [lowest.data[0] as number, highest.data[0] as number];
  if (low < 0 || low > high) throw new ArgumentError(`${caller}: "min" must be from 0 to lr, ${high}, and is ${low}`);
}

/** From `from` at progress 0 to `to` at 1 along half a wave of the cosine. */
export function alongCosine(from: Node, to: Node, progress: Node): Node {
  const wave = plus(one, cos(times(pi, progress)));
  const drop = isConstant(to, 0) ? over(from, two) : over(minus(from, to), two);
  const height = times(drop, wave);
  return isConstant(to, 0) ? height : plus(to, height);
}

const COUNTED = 't counts finished steps (or epochs): at t = 0 the rate is lr.';

export const schedules: readonly LibraryFunction[] = [
  define({
    name: 'step_decay',
    parameters: { lr: nonnegative(), t: count(), every: size(), factor: positive(0.1) },
    formula: '\\eta_t = \\eta_0 \\, \\gamma^{\\lfloor t / s \\rfloor}',
    summary: 'A learning rate that is multiplied by a factor γ once every s steps.',
    convention: COUNTED,
    example: 'step_decay(0.1, t=65, every=30)',
    source: 'PyTorch StepLR (every is step_size, factor is gamma)',
    build: ({ lr, t, every, factor }) => {
      const drops = libraryStep('drops', 'k', floor(over(t, every)), 'how many times the rate has dropped');
      return rateAt(t, times(lr, power(factor, drops)));
    },
  }),
  define({
    name: 'exponential_decay',
    parameters: { lr: nonnegative(), t: count(), decay: number(), form: word(['factor', 'exponent'], 'factor') },
    formula:
      '\\eta_t = \\begin{cases} \\eta_0 \\, \\gamma^t & \\text{factor} \\\\ \\eta_0 \\, e^{-\\lambda t} & \\text{exponent} \\end{cases}',
    summary: 'A learning rate that is multiplied by a factor after every step.',
    convention: `decay is the factor γ, or, with the form "exponent", λ. ${COUNTED}`,
    example: 'exponential_decay(0.1, t=3, decay=0.9)',
    source: 'PyTorch ExponentialLR; Zhang et al. 2023, Dive into Deep Learning, section 12.4',
    build: ({ lr, t, decay, form }) => {
      if ((decay.data[0] as number) <= 0) throw new ArgumentError('exponential_decay: "decay" must be above 0');
      return rateAt(t, times(lr, form === 'factor' ? power(decay, t) : exp(negated(times(decay, t)))));
    },
  }),
  define({
    name: 'inverse_time_decay',
    parameters: { lr: nonnegative(), t: count(), decay: positive() },
    formula: '\\eta_t = \\frac{\\eta_0}{1 + \\lambda t}',
    summary: 'A learning rate that is divided by a number which grows with time; decay is λ.',
    convention: COUNTED,
    example: 'inverse_time_decay(0.1, t=4, decay=0.5)',
    source: 'Robbins and Monro 1951, A Stochastic Approximation Method',
    build: ({ lr, t, decay }) => rateAt(t, over(lr, plus(one, times(decay, t)))),
  }),
  define({
    name: 'linear_decay',
    parameters: { lr: nonnegative(), t: count(), total: size(), min: number(0) },
    formula:
      '\\eta_t = (1 - \\alpha)\\, \\eta_0 + \\alpha\\, \\eta_{\\min}, \\quad \\alpha = \\min\\left(\\frac{t}{T}, 1\\right)',
    summary: 'A learning rate on a straight line from lr to min over total steps T; min from then on.',
    convention: COUNTED,
    example: 'linear_decay(0.1, t=25, total=100)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, equation 8.14; PyTorch LinearLR',
    build: ({ lr, t, total, min }) => {
      checkLowest('linear_decay', min, lr);
      if ((t.data[0] as number) >= (total.data[0] as number)) {
        return rateAt(t, min, 'from step T on, the rate stays at its lowest');
      }
      const share = libraryStep('progress', '\\alpha', over(t, total), 'the share of the steps that are done');
      const falling = times(minus(one, share), lr);
      return rateAt(t, isConstant(min, 0) ? falling : plus(falling, times(share, min)));
    },
  }),
  define({
    name: 'cosine_schedule',
    parameters: { lr: nonnegative(), t: count(), total: size(), min: number(0) },
    formula:
      '\\eta_t = \\eta_{\\min} + \\frac{\\eta_0 - \\eta_{\\min}}{2} \\left(1 + \\cos\\left(\\pi \\frac{t}{T}\\right)\\right)',
    summary: 'A learning rate along half a cosine wave from lr to min over total steps T.',
    convention: `${COUNTED} t must not exceed total.`,
    example: 'cosine_schedule(0.1, t=50, total=100)',
    source:
      'Loshchilov and Hutter 2017, SGDR: Stochastic Gradient Descent with Warm Restarts, equation 5; PyTorch CosineAnnealingLR',
    build: ({ lr, t, total, min }) => {
      checkLowest('cosine_schedule', min, lr);
      checkWithin('cosine_schedule', t, total);
      return rateAt(
        t,
        alongCosine(lr, min, over(t, total)),
        'half a wave of the cosine, from lr at t = 0 down to min at t = T',
      );
    },
  }),
  define({
    name: 'inverse_sqrt_schedule',
    parameters: { t: size(), d_model: size(512), warmup: size(4000), factor: positive(1) },
    formula:
      '\\eta_t = c \\cdot d_{\\text{model}}^{-1/2} \\cdot \\min\\left(t^{-1/2},\\; t \\cdot t_{\\text{warm}}^{-3/2}\\right)',
    summary: 'The learning rate of the original transformer: a linear rise over warmup steps, then a fall as 1/√t.',
    convention: 't counts steps from 1. The factor c is 1 in the paper.',
    example: 'inverse_sqrt_schedule(4000, d_model=512, warmup=4000)',
    source: 'Vaswani et al. 2017, Attention Is All You Need, equation 3',
    build: ({ t, d_model, warmup, factor }) => {
      const isRising = (t.data[0] as number) < (warmup.data[0] as number);
      const scale = libraryStep('scale', 's', power(d_model, constant(-0.5)), 'wider models take smaller steps');
      const shape = isRising ? times(t, power(warmup, constant(-1.5))) : power(t, constant(-0.5));
      const rate = times(times(factor, scale), shape);
      return rateAt(
        t,
        rate,
        isRising ? 'within the warmup the rate rises with t' : 'from the end of the warmup on, it falls as 1/√t',
      );
    },
  }),
];
