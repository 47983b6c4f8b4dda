import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { minus, squared, times } from '../../terms.ts';
import { isOn } from '../constants.ts';
import { define, type LibraryFunction } from '../function.ts';
import { flag, fraction, nonnegative, number, size, tensor, word } from '../parameters.ts';
import { PLACES, scaledMove } from './adaptive.ts';
import {
  at,
  averaged,
  checkShapes,
  corrected,
  type Moment,
  momentOf,
  type Place,
  safeRoot,
  withPenalty,
} from './common.ts';

/** Adam and its relatives. */

export interface AdamUpdate {
  readonly theta: Node;
  readonly g: Node;
  readonly m: Node;
  readonly v: Node;
  /** Number of the step, counted from 1. */
  readonly t: Node;
  readonly lr: Node;
  readonly beta1: Node;
  readonly beta2: Node;
  readonly eps: Node;
  readonly place: Place;
  readonly isCorrected: boolean;
}

/** Why m is divided by 1 − β₁ᵗ. */
export const CORRECTED = 'the mean starts at 0, and the division corrects that bias';

export function adamStates(
  moment: Moment,
  { g, m, v, beta1, beta2 }: Pick<AdamUpdate, 'g' | 'm' | 'v' | 'beta1' | 'beta2'>,
): Record<'m' | 'v', Node> {
  return {
    m: at(moment, 'm', 'm', averaged(beta1, m, g), 'a running mean of the gradient'),
    v: at(moment, 'v', 'v', averaged(beta2, v, squared(g)), 'a running mean of the squared gradient'),
  };
}

export function adamStep(caller: string, moment: Moment, update: AdamUpdate): Record<'m' | 'v' | 'theta', Node> {
  const { theta, t, lr, beta1, beta2, eps, place } = update;
  const { m, v } = adamStates(moment, update);
  if (!update.isCorrected) return { m, v, theta: scaledMove(moment, theta, lr, m, safeRoot(caller, v, eps, place)) };
  const mhat = at(moment, 'mhat', '\\hat m', corrected(caller, m, beta1, t), CORRECTED);
  const vhat = at(moment, 'vhat', '\\hat v', corrected(caller, v, beta2, t));
  const states = { m, v, mhat, vhat };
  return { ...states, theta: scaledMove(moment, theta, lr, mhat, safeRoot(caller, vhat, eps, place)) };
}

export const START = { theta: tensor(), g: tensor(), m: tensor(0), v: tensor(0), t: size(1) };
export const RATES = { lr: nonnegative(0.001), beta1: fraction(0.9), beta2: fraction(0.999), eps: number(1e-8) };
export const SHAPES = 'theta, g and the states: any one shape; the states may be a single 0';
export const MEANS =
  'm_t = \\beta_1 m_{t-1} + (1 - \\beta_1) g_t, \\quad v_t = \\beta_2 v_{t-1} + (1 - \\beta_2) g_t^2';
const HATS = '\\hat m_t = \\frac{m_t}{1 - \\beta_1^t}, \\quad \\hat v_t = \\frac{v_t}{1 - \\beta_2^t}';
export const COUNTED = 't counts steps from 1 and is the number of the step that is taken here.';
const EPSILON = 'eps is added to √v̂, as in the paper and in PyTorch, or inside the root to v̂.';

export const adamFamily: readonly LibraryFunction[] = [
  define({
    name: 'adam',
    parameters: {
      ...START,
      ...RATES,
      correction: flag(1),
      weight_decay: number(0),
      eps_place: word(PLACES, 'outside'),
    },
    formula: `${MEANS}, \\quad ${HATS}, \\quad \\theta_t = \\theta_{t-1} - \\eta \\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\epsilon}`,
    summary:
      'One step of Adam; m and v are the running means of the gradients and of their squares before it. Fields: m, v, mhat, vhat, theta; with correction=0 there is no mhat and no vhat.',
    shapes: SHAPES,
    convention: `${COUNTED} ${EPSILON} weight_decay λ is the coupled one, an L2 penalty: λθ is added to the gradient first. correction=0 leaves out the bias correction: m̂ and v̂ are then m and v.`,
    example: 'adam(1, g=2, t=1, lr=0.1).theta',
    source: 'Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, algorithm 1; PyTorch Adam',
    build: ({ theta, g, m, v, t, lr, beta1, beta2, eps, correction, weight_decay, eps_place: place }) => {
      checkShapes('adam', theta, { g }, { m, v });
      const moment = momentOf(t);
      const slope = withPenalty(moment, g, theta, weight_decay);
      const isCorrected = isOn(correction);
      return fields(adamStep('adam', moment, { theta, g: slope, m, v, t, lr, beta1, beta2, eps, place, isCorrected }));
    },
  }),
  define({
    name: 'adamw',
    parameters: { ...START, ...RATES, weight_decay: number(0.01), eps_place: word(PLACES, 'outside') },
    formula: `${MEANS}, \\quad ${HATS}, \\quad \\theta_t = (1 - \\eta \\lambda)\\, \\theta_{t-1} - \\eta \\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\epsilon}`,
    summary:
      'One step of AdamW: Adam with decoupled weight decay, which does not enter the gradient. Fields: m, v, mhat, vhat, decayed (the parameter after the decay alone), theta.',
    shapes: SHAPES,
    convention: `${COUNTED} ${EPSILON} The decay λ is multiplied by the rate η, as in PyTorch; in the paper it is multiplied by the schedule alone.`,
    example: 'adamw(1, g=2, t=1, lr=0.1, weight_decay=0.01).theta',
    source: 'Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization, algorithm 2; PyTorch AdamW',
    build: ({ theta, g, m, v, t, lr, beta1, beta2, eps, weight_decay, eps_place: place }) => {
      checkShapes('adamw', theta, { g }, { m, v });
      const moment = momentOf(t);
      const shrunk = minus(theta, times(times(lr, weight_decay), theta));
      const why = 'the decay acts on the parameter itself and is not divided by √v̂';
      const decayedTheta = at(moment, 'decayed', '\\tilde\\theta', shrunk, why);
      const update = { theta: decayedTheta, g, m, v, t, lr, beta1, beta2, eps, place, isCorrected: true };
      const { theta: moved, ...states } = adamStep('adamw', moment, update);
      return fields({ ...states, decayed: decayedTheta, theta: moved });
    },
  }),
];
