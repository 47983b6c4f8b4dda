import { fields } from '../../fields.ts';
import { isConstant, type Node } from '../../node.ts';
import { minus, over, plus, root, squared, times } from '../../terms.ts';
import { isOn } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction } from '../function.ts';
import { flag, fraction, nonnegative, number, positive, tensor, word } from '../parameters.ts';
import { at, averaged, checkShapes, type Moment, momentOf, type Place, safeRoot } from './common.ts';

/** Rates that adapt to the size of past gradients, parameter by parameter. */

export const PLACES = ['outside', 'inside'] as const;

interface RmsUpdate {
  readonly theta: Node;
  readonly g: Node;
  readonly v: Node;
  readonly lr: Node;
  readonly beta: Node;
  readonly eps: Node;
  readonly place: Place;
  /** The last mean gradient, where the squares are centred. */
  readonly mean: Node | null;
}

/** θ − η · g / root. */
export const scaledMove = (moment: Moment, theta: Node, lr: Node, direction: Node, divisor: Node): Node =>
  at(moment, 'theta', '\\theta', minus(theta, times(lr, over(direction, divisor))));

export function rmspropStep(caller: string, moment: Moment, update: RmsUpdate): Record<'v' | 'theta', Node> {
  const { theta, g, lr, beta, eps, place } = update;
  const why = 'a running mean of the squared gradient';
  const v = at(moment, 'v', 'v', averaged(beta, update.v, squared(g)), why);
  if (update.mean === null) {
    return { v, theta: scaledMove(moment, theta, lr, g, safeRoot(caller, v, eps, place)) };
  }
  const mean = at(moment, 'mean', '\\bar g', averaged(beta, update.mean, g), 'a running mean of the gradient');
  const variance = at(
    moment,
    'variance',
    '\\tilde v',
    minus(v, squared(mean)),
    'a variance: the mean of the squares minus the square of the mean',
  );
  const states = { v, mean, variance };
  return { ...states, theta: scaledMove(moment, theta, lr, g, safeRoot(caller, variance, eps, place)) };
}

export const adaptive: readonly LibraryFunction[] = [
  define({
    name: 'adagrad',
    parameters: {
      theta: tensor(),
      g: tensor(),
      s: tensor(0),
      lr: nonnegative(0.01),
      eps: number(1e-10),
      eps_place: word(PLACES, 'outside'),
    },
    formula: 's_t = s_{t-1} + g_t^2, \\quad \\theta_t = \\theta_{t-1} - \\eta \\frac{g_t}{\\sqrt{s_t} + \\epsilon}',
    summary: 'One step of AdaGrad; s is the sum of the squared gradients before it. Fields: s, theta.',
    shapes: 'theta, g and s: any one shape; s may be a single 0',
    convention: 'eps stands outside the root, as in PyTorch, or inside it.',
    example: 'adagrad(1, g=2, s=5, lr=0.1).theta',
    source:
      'Duchi, Hazan and Singer 2011, Adaptive Subgradient Methods; Goodfellow, Bengio and Courville 2016, Deep Learning, algorithm 8.4; PyTorch Adagrad',
    build: ({ theta, g, s, lr, eps, eps_place }) => {
      checkShapes('adagrad', theta, { g }, { s });
      const now = momentOf(null);
      const why = 'the sum of all squared gradients so far';
      const sum = at(now, 's', 's', isConstant(s, 0) ? squared(g) : plus(s, squared(g)), why);
      return fields({ s: sum, theta: scaledMove(now, theta, lr, g, safeRoot('adagrad', sum, eps, eps_place)) });
    },
  }),
  define({
    name: 'rmsprop',
    parameters: {
      theta: tensor(),
      g: tensor(),
      v: tensor(0),
      lr: nonnegative(0.01),
      beta: fraction(0.99),
      eps: number(1e-8),
      centered: flag(0),
      mean: tensor(0),
      eps_place: word(PLACES, 'outside'),
    },
    formula:
      'v_t = \\beta v_{t-1} + (1 - \\beta) g_t^2, \\quad \\theta_t = \\theta_{t-1} - \\eta \\frac{g_t}{\\sqrt{v_t} + \\epsilon}',
    summary:
      'One step of RMSProp; v is the running mean of the squared gradients before it. Fields: v, theta. With centered=1 the root is taken of a running variance; mean is the running mean of the gradients before the step, and the fields are v, mean, variance, theta.',
    shapes: 'theta, g, v and mean: any one shape; v and mean may be a single 0',
    convention:
      'Centered, v_t under the root becomes v_t − ḡ_t² with the running mean ḡ_t = βḡ_{t−1} + (1 − β)g_t. eps stands outside the root, as in PyTorch, or inside it. beta is 0.99 as in PyTorch (α there); Hinton used 0.9.',
    example: 'rmsprop(1, g=2, v=1, lr=0.1, beta=0.9).theta',
    source:
      'Tieleman and Hinton 2012, Neural Networks for Machine Learning, lecture 6.5; Graves 2013, Generating Sequences With Recurrent Neural Networks (the centred form); PyTorch RMSprop',
    build: ({ theta, g, v, lr, beta, eps, centered, mean, eps_place: place }) => {
      checkShapes('rmsprop', theta, { g }, { v, mean });
      const isCentered = isOn(centered);
      if (!isCentered && !isConstant(mean, 0)) throw new ArgumentError('rmsprop: "mean" is for the centered form only');
      const update = { theta, g, v, lr, beta, eps, place, mean: isCentered ? mean : null };
      return fields(rmspropStep('rmsprop', momentOf(null), update));
    },
  }),
  define({
    name: 'adadelta',
    parameters: {
      theta: tensor(),
      g: tensor(),
      v: tensor(0),
      u: tensor(0),
      lr: nonnegative(1),
      beta: fraction(0.9),
      eps: positive(1e-6),
    },
    formula:
      'v_t = \\beta v_{t-1} + (1 - \\beta) g_t^2, \\quad \\Delta_t = \\frac{\\sqrt{u_{t-1} + \\epsilon}}{\\sqrt{v_t + \\epsilon}} g_t, \\quad u_t = \\beta u_{t-1} + (1 - \\beta) \\Delta_t^2, \\quad \\theta_t = \\theta_{t-1} - \\eta \\Delta_t',
    summary:
      'One step of Adadelta; v and u are the running means of the squared gradients and of the squared updates before it. Fields: v, delta, u, theta.',
    shapes: 'theta, g, v and u: any one shape; v and u may be a single 0',
    convention:
      'eps stands inside both roots. beta is ρ in the paper, 0.9 as in PyTorch. The paper has no rate η: lr is 1 unless given.',
    example: 'adadelta(1, g=2, v=1, u=0.01, beta=0.9).theta',
    source: 'Zeiler 2012, ADADELTA: An Adaptive Learning Rate Method; PyTorch Adadelta',
    build: ({ theta, g, v, u, lr, beta, eps }) => {
      checkShapes('adadelta', theta, { g }, { v, u });
      if (u.data.some(x => x < 0))
        throw new ArgumentError('adadelta: "u" is a mean of squares and must not be negative');
      const now = momentOf(null);
      const square = at(now, 'v', 'v', averaged(beta, v, squared(g)), 'a running mean of the squared gradient');
      const last = root(isConstant(u, 0) ? eps : plus(u, eps));
      const ratio = over(last, safeRoot('adadelta', square, eps, 'inside'));
      const delta = at(
        now,
        'delta',
        '\\Delta',
        times(ratio, g),
        'the root of past squared updates gives the step the unit of θ',
      );
      const updates = at(now, 'u', 'u', averaged(beta, u, squared(delta)), 'a running mean of the squared update');
      const moved = minus(theta, isConstant(lr, 1) ? delta : times(lr, delta));
      return fields({ v: square, delta, u: updates, theta: at(now, 'theta', '\\theta', moved) });
    },
  }),
];
