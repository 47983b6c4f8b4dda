import { fields } from '../../fields.ts';
import { isConstant, type Node } from '../../node.ts';
import { minus, negated, plus, times } from '../../terms.ts';
import { one } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction } from '../function.ts';
import { fraction, nonnegative, number, tensor, word } from '../parameters.ts';
import { at, averaged, checkShapes, decayed, type Moment, momentOf, withPenalty } from './common.ts';

/** Gradient descent, plain and with momentum. */

export type MomentumRule = 'classical' | 'velocity' | 'average';
export const MOMENTUM_RULES = ['classical', 'velocity', 'average'] as const;

interface Update {
  readonly theta: Node;
  readonly g: Node;
  readonly v: Node;
  readonly lr: Node;
  readonly beta: Node;
}

/** The new velocity of each rule. */
const VELOCITIES: Readonly<Record<MomentumRule, (update: Update) => Node>> = {
  classical: ({ v, g, beta }) => decayed(beta, v, g),
  velocity: ({ v, g, beta, lr }) => (isConstant(v, 0) ? negated(times(lr, g)) : minus(times(beta, v), times(lr, g))),
  average: ({ v, g, beta }) => averaged(beta, v, g),
};

export function sgdStep(moment: Moment, { theta, g, lr }: Pick<Update, 'theta' | 'g' | 'lr'>): Node {
  return at(moment, 'theta', '\\theta', minus(theta, times(lr, g)), 'a step against the gradient');
}

export function momentumStep(moment: Moment, rule: MomentumRule, update: Update): { v: Node; theta: Node } {
  const v = at(moment, 'v', 'v', VELOCITIES[rule](update), 'the velocity remembers earlier gradients');
  const { theta, lr } = update;
  const moved = rule === 'velocity' ? plus(theta, v) : minus(theta, times(lr, v));
  return { v, theta: at(moment, 'theta', '\\theta', moved) };
}

function dampened(g: Node, dampening: Node, rule: MomentumRule): Node {
  if (isConstant(dampening, 0)) return g;
  if (rule !== 'classical') throw new ArgumentError(`momentum: the rule "${rule}" has no dampening`);
  return times(minus(one, dampening), g);
}

const PENALTY =
  'weight_decay λ is the coupled one, an L2 penalty: λθ, the gradient of λ/2 ‖θ‖², is added to g before anything else.';

export const firstOrder: readonly LibraryFunction[] = [
  define({
    name: 'sgd',
    parameters: { theta: tensor(), g: tensor(), lr: nonnegative(0.01), weight_decay: number(0) },
    formula: '\\theta_t = \\theta_{t-1} - \\eta \\, (g_t + \\lambda \\theta_{t-1})',
    summary: 'One step of gradient descent. The result is the new parameter.',
    shapes: 'theta and g: any one shape; the result has it too',
    convention: PENALTY,
    example: 'sgd(1, g=2, lr=0.1)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, algorithm 8.1; PyTorch SGD',
    build: ({ theta, g, lr, weight_decay }) => {
      checkShapes('sgd', theta, { g });
      const now = momentOf(null);
      return sgdStep(now, { theta, g: withPenalty(now, g, theta, weight_decay), lr });
    },
  }),
  define({
    name: 'momentum',
    parameters: {
      theta: tensor(),
      g: tensor(),
      v: tensor(0),
      lr: nonnegative(0.01),
      beta: fraction(0.9),
      dampening: fraction(0),
      weight_decay: number(0),
      rule: word(MOMENTUM_RULES, 'classical'),
    },
    formula: 'v_t = \\beta v_{t-1} + (1 - \\tau)\\, g_t, \\quad \\theta_t = \\theta_{t-1} - \\eta v_t',
    summary: 'One step of gradient descent with momentum; v is the velocity before it. Fields: v, theta.',
    shapes: 'theta, g and v: any one shape; v may be a single 0',
    convention: `The rule "classical" is PyTorch's. "velocity" is v ← βv − ηg, θ ← θ + v (Sutskever, Goodfellow), "average" is v ← βv + (1 − β)g, θ ← θ − ηv. The dampening τ is for "classical" alone and acts in every step; PyTorch leaves it out of the first one. ${PENALTY}`,
    example: 'momentum(1, g=2, v=0.5, lr=0.1).theta',
    source:
      'Sutskever et al. 2013, On the importance of initialization and momentum in deep learning; Goodfellow, Bengio and Courville 2016, Deep Learning, algorithm 8.2; PyTorch SGD',
    build: ({ theta, g, v, lr, beta, dampening, weight_decay, rule }) => {
      checkShapes('momentum', theta, { g }, { v });
      const now = momentOf(null);
      const slope = dampened(withPenalty(now, g, theta, weight_decay), dampening, rule);
      return fields({ ...momentumStep(now, rule, { theta, g: slope, v, lr, beta }) });
    },
  }),
  define({
    name: 'nesterov',
    parameters: {
      theta: tensor(),
      g: tensor(),
      v: tensor(0),
      lr: nonnegative(0.01),
      beta: fraction(0.9),
      weight_decay: number(0),
      rule: word(['pytorch', 'lookahead'], 'pytorch'),
    },
    formula: 'v_t = \\beta v_{t-1} + g_t, \\quad \\theta_t = \\theta_{t-1} - \\eta \\, (g_t + \\beta v_t)',
    summary: 'One step of gradient descent with Nesterov momentum; v is the velocity before it. Fields: v, theta.',
    shapes: 'theta, g and v: any one shape; v may be a single 0',
    convention: `The rule "pytorch" takes the gradient at theta. "lookahead" is v ← βv − ηg, θ ← θ + v with the gradient g taken at the look-ahead point θ + βv, which nesterov_point gives; it has no weight_decay. ${PENALTY}`,
    example: 'nesterov(1, g=2, v=0.5, lr=0.1).theta',
    source:
      'Sutskever et al. 2013, On the importance of initialization and momentum in deep learning, equations 3 and 4; Goodfellow, Bengio and Courville 2016, Deep Learning, algorithm 8.3; PyTorch SGD with nesterov',
    build: ({ theta, g, v, lr, beta, weight_decay, rule }) => {
      checkShapes('nesterov', theta, { g }, { v });
      const now = momentOf(null);
      if (rule === 'lookahead') {
        if (!isConstant(weight_decay, 0)) throw new ArgumentError('nesterov: the rule "lookahead" has no weight_decay');
        return fields({ ...momentumStep(now, 'velocity', { theta, g, v, lr, beta }) });
      }
      const slope = withPenalty(now, g, theta, weight_decay);
      const velocity = at(now, 'v', 'v', decayed(beta, v, slope));
      const ahead = minus(theta, times(lr, plus(slope, times(beta, velocity))));
      const why = 'the step looks ahead: it goes by the gradient plus the velocity that the next step would keep';
      return fields({ v: velocity, theta: at(now, 'theta', '\\theta', ahead, why) });
    },
  }),
  define({
    name: 'nesterov_point',
    parameters: { theta: tensor(), v: tensor(), beta: fraction(0.9) },
    formula: '\\tilde \\theta_t = \\theta_{t-1} + \\beta v_{t-1}',
    summary: 'The look-ahead point, at which Nesterov momentum takes the gradient.',
    shapes: 'theta and v: any one shape; the result has it too',
    convention: 'The velocity is that of the rule "lookahead" of nesterov and points downhill: v ← βv − ηg.',
    example: 'nesterov_point(1, v=-0.5)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, algorithm 8.3',
    build: ({ theta, v, beta }) => {
      checkShapes('nesterov_point', theta, {}, { v });
      return at(
        momentOf(null),
        'ahead',
        '\\tilde\\theta',
        plus(theta, times(beta, v)),
        'where the velocity alone would lead',
      );
    },
  }),
];
