import type { Node } from '../../node.ts';
import { constant, minus, over, times } from '../../terms.ts';
import { one } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, fraction, nonnegative, number, optional, positive, size } from '../parameters.ts';
import { alongCosine, checkLowest, checkWithin, rateAt } from './schedules.ts';

/** Learning rates that rise before they fall. */

const RISING = 'still within the warmup';
const FALLING = 'the warmup is over';

/** The share that lies behind of the way from `start` to `end`. */
function progress(t: Node, start: Node, end: Node): Node {
  return libraryStep(
    'progress',
    '\\alpha',
    over(minus(t, start), minus(end, start)),
    'the share of the way down that is done',
  );
}

function checkRoom(caller: string, t: Node, warmup: Node, total: Node): void {
  checkWithin(caller, t, total);
  const [rise, end] = [warmup.data[0] as number, total.data[0] as number];
  if (rise >= end) throw new ArgumentError(`${caller}: warmup is ${rise} and must be below total, ${end}`);
}

const isWarming = (t: Node, warmup: Node): boolean => (t.data[0] as number) < (warmup.data[0] as number);
const COUNTED = 't counts finished steps: at t = 0 the rate is 0, at t = warmup it is lr.';

export const warmups: readonly LibraryFunction[] = [
  define({
    name: 'warmup_linear',
    parameters: { lr: nonnegative(), t: count(), warmup: size(), total: optional(size()) },
    formula:
      '\\eta_t = \\begin{cases} \\eta \\cdot t / t_{\\text{warm}} & t < t_{\\text{warm}} \\\\ \\eta & \\text{else, without } T \\\\ \\eta \\cdot \\frac{T - t}{T - t_{\\text{warm}}} & \\text{else, with } T \\end{cases}',
    summary:
      'A learning rate on a straight line from 0 to lr over warmup steps; then constant, or, where total T is given, on a straight line back to 0 at t = T.',
    convention: COUNTED,
    example: 'warmup_linear(0.1, t=5, warmup=10)',
    source: 'Goyal et al. 2017, Accurate, Large Minibatch SGD (the rise); Devlin et al. 2019, BERT (the fall)',
    build: ({ lr, t, warmup, total }) => {
      if (total) checkRoom('warmup_linear', t, warmup, total);
      if (isWarming(t, warmup)) return rateAt(t, times(lr, over(t, warmup)), RISING);
      if (!total) return rateAt(t, lr, FALLING);
      return rateAt(t, times(lr, over(minus(total, t), minus(total, warmup))), FALLING);
    },
  }),
  define({
    name: 'warmup_cosine',
    parameters: { lr: nonnegative(), t: count(), warmup: size(), total: size(), min: number(0) },
    formula:
      '\\eta_t = \\begin{cases} \\eta \\cdot t / t_{\\text{warm}} & t < t_{\\text{warm}} \\\\ \\eta_{\\min} + \\frac{\\eta - \\eta_{\\min}}{2} (1 + \\cos(\\pi \\alpha)) & \\text{else} \\end{cases}, \\quad \\alpha = \\frac{t - t_{\\text{warm}}}{T - t_{\\text{warm}}}',
    summary:
      'A learning rate on a straight line from 0 to lr over warmup steps, then along half a cosine wave to min at t = total.',
    convention: COUNTED,
    example: 'warmup_cosine(0.1, t=55, warmup=10, total=100)',
    source: 'He et al. 2019, Bag of Tricks for Image Classification; Loshchilov and Hutter 2017, SGDR',
    build: ({ lr, t, warmup, total, min }) => {
      checkLowest('warmup_cosine', min, lr);
      checkRoom('warmup_cosine', t, warmup, total);
      if (isWarming(t, warmup)) return rateAt(t, times(lr, over(t, warmup)), RISING);
      return rateAt(t, alongCosine(lr, min, progress(t, warmup, total)), FALLING);
    },
  }),
  define({
    name: 'one_cycle',
    parameters: {
      lr: nonnegative(),
      t: count(),
      total: size(),
      rise: fraction(0.3),
      div: positive(25),
      final_div: positive(10000),
    },
    formula:
      '\\eta_t = \\begin{cases} \\eta_{\\max} + \\frac{\\eta_{\\text{start}} - \\eta_{\\max}}{2} \\left(1 + \\cos\\left(\\pi \\frac{t}{t_{\\text{peak}}}\\right)\\right) & t \\le t_{\\text{peak}} \\\\ \\eta_{\\text{end}} + \\frac{\\eta_{\\max} - \\eta_{\\text{end}}}{2} \\left(1 + \\cos\\left(\\pi \\frac{t - t_{\\text{peak}}}{T - 1 - t_{\\text{peak}}}\\right)\\right) & \\text{else} \\end{cases}, \\quad \\eta_{\\text{start}} = \\frac{\\eta_{\\max}}{d}, \\quad \\eta_{\\text{end}} = \\frac{\\eta_{\\text{start}}}{d_{\\text{end}}}, \\quad t_{\\text{peak}} = r T - 1',
    summary:
      'The learning rate of the one-cycle policy: along a cosine from lr/div up to lr at the peak, then down to lr/(div · final_div) at the last step.',
    convention:
      'As in PyTorch there are two phases, both along a cosine, and t counts steps from 0 to total − 1; the peak lies at rise · total − 1. rise r, div d and final_div are PyTorch’s pct_start, div_factor and final_div_factor.',
    example: 'one_cycle(0.1, t=60, total=100)',
    source: 'Smith and Topin 2018, Super-Convergence; PyTorch OneCycleLR',
    build: ({ lr, t, total, rise, div, final_div }) => {
      const last = constant((total.data[0] as number) - 1);
      checkWithin('one_cycle', t, last);
      const peak = libraryStep(
        'peak',
        't_{\\text{peak}}',
        minus(times(rise, total), one),
        'the step of the highest rate',
      );
      const [now, top] = [t.data[0] as number, peak.data[0] as number];
      if (top <= 0 || top >= (last.data[0] as number)) {
        throw new ArgumentError(
          `one_cycle: the peak, rise · total − 1 = ${top}, must lie between the first and the last step`,
        );
      }
      const start = libraryStep('start', '\\eta_{\\text{start}}', over(lr, div));
      if (now <= top) return rateAt(t, alongCosine(start, lr, over(t, peak)), 'on the way up');
      const end = libraryStep('end', '\\eta_{\\text{end}}', over(start, final_div));
      return rateAt(t, alongCosine(lr, end, progress(t, peak, last)), 'on the way down');
    },
  }),
];
