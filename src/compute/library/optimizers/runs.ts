import { fields } from '../../fields.ts';
import { type Node, sameShape } from '../../node.ts';
import { nested, shapeText } from '../../tensor.ts';
import { constant, elements, list } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction } from '../function.ts';
import { fraction, nonnegative, number, tensor, word } from '../parameters.ts';
import { adamStep, RATES } from './adam.ts';
import { PLACES, rmspropStep } from './adaptive.ts';
import { type Moment, momentIn } from './common.ts';
import { MOMENTUM_RULES, momentumStep, sgdStep } from './first-order.ts';

/** Several steps of one rule on gradients that are given. */

const MOST_STEPS = 50;

type States = Readonly<Record<string, Node>>;

/** @throws ArgumentError above 50 steps, or where a gradient has another shape than theta */
function gradientsOf(caller: string, theta: Node, gradients: Node): Node[] {
  const { shape } = gradients;
  if (shape.length === 0 || !sameShape(shape.slice(1), theta.shape)) {
    throw new ArgumentError(
      `${caller}: "gradients" has shape ${shapeText(shape)} and must be a list of gradients of shape ${shapeText(theta.shape)}, that of theta`,
    );
  }
  if ((shape[0] as number) > MOST_STEPS)
    throw new ArgumentError(`${caller}: at most ${MOST_STEPS} steps, not ${shape[0]}`);
  return elements(gradients);
}

/** Every state over time, and the last parameter. Index t of a list is its value after t steps. */
function run(
  caller: string,
  theta: Node,
  gradients: Node,
  start: States,
  advance: (moment: Moment, states: States & { readonly theta: Node }, g: Node) => States,
): Node {
  const given = gradientsOf(caller, theta, gradients);
  const first = { ...start, theta };
  const history: States[] = [first];
  given.forEach((g, i) => {
    history.push(advance(momentIn(i + 1), history[i] as typeof first, g));
  });
  const over = (name: string): Node => list(history.map(states => fitted(states[name] as Node, theta)));
  const stacks = Object.fromEntries(Object.keys(first).map(name => [name, over(name)]));
  return fields({ ...stacks, last: (history.at(-1) as typeof first).theta });
}

/** A state is a single 0 at the start, so that nothing is written for it; in a list it has the shape of the others. */
const fitted = (state: Node, theta: Node): Node =>
  sameShape(state.shape, theta.shape)
    ? state
    : constant(nested({ shape: theta.shape, data: new Float64Array(theta.data.length) }));

const zero = constant(0);
const COMMON = { theta: tensor(), gradients: tensor() };
const SHAPES = 'theta: any shape; gradients: a list of T of them; theta, and each state, as a field: T + 1 of them';
const INDEXED = 'Index 0 of a field is the start, index t the value after t steps. At most 50 steps.';

export const runs: readonly LibraryFunction[] = [
  define({
    name: 'sgd_run',
    parameters: { ...COMMON, lr: nonnegative(0.01) },
    formula: '\\theta_t = \\theta_{t-1} - \\eta g_t',
    summary: 'Several steps of gradient descent on given gradients. Fields: theta, last.',
    shapes: SHAPES,
    convention: INDEXED,
    example: 'sgd_run(1, [2, 1, -1], lr=0.1).last',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, algorithm 8.1; PyTorch SGD',
    build: ({ theta, gradients, lr }) =>
      run('sgd_run', theta, gradients, {}, (moment, last, g) => ({
        theta: sgdStep(moment, { theta: last.theta, g, lr }),
      })),
  }),
  define({
    name: 'momentum_run',
    parameters: { ...COMMON, lr: nonnegative(0.01), beta: fraction(0.9), rule: word(MOMENTUM_RULES, 'classical') },
    formula: 'v_t = \\beta v_{t-1} + g_t, \\quad \\theta_t = \\theta_{t-1} - \\eta v_t, \\quad v_0 = 0',
    summary: 'Several steps of gradient descent with momentum on given gradients, from v = 0. Fields: v, theta, last.',
    shapes: SHAPES,
    convention: `${INDEXED} The formula is that of the rule "classical"; the rules are those of momentum.`,
    example: 'momentum_run(1, [2, 1, -1], lr=0.1).last',
    source:
      'Sutskever et al. 2013, On the importance of initialization and momentum in deep learning; Goodfellow, Bengio and Courville 2016, Deep Learning, algorithm 8.2; PyTorch SGD',
    build: ({ theta, gradients, lr, beta, rule }) =>
      run('momentum_run', theta, gradients, { v: zero }, (moment, last, g) =>
        momentumStep(moment, rule, { theta: last.theta, g, v: last.v as Node, lr, beta }),
      ),
  }),
  define({
    name: 'rmsprop_run',
    parameters: {
      ...COMMON,
      lr: nonnegative(0.01),
      beta: fraction(0.99),
      eps: number(1e-8),
      eps_place: word(PLACES, 'outside'),
    },
    formula:
      'v_t = \\beta v_{t-1} + (1 - \\beta) g_t^2, \\quad \\theta_t = \\theta_{t-1} - \\eta \\frac{g_t}{\\sqrt{v_t} + \\epsilon}, \\quad v_0 = 0',
    summary: 'Several steps of RMSProp on given gradients, from v = 0. Fields: v, theta, last.',
    shapes: SHAPES,
    convention: `${INDEXED} eps stands outside the root, as in PyTorch, or inside it.`,
    example: 'rmsprop_run(1, [2, 1, -1], lr=0.1, beta=0.9).last',
    source: 'Tieleman and Hinton 2012, Neural Networks for Machine Learning, lecture 6.5; PyTorch RMSprop',
    build: ({ theta, gradients, lr, beta, eps, eps_place: place }) =>
      run('rmsprop_run', theta, gradients, { v: zero }, (moment, last, g) =>
        rmspropStep('rmsprop_run', moment, {
          theta: last.theta,
          g,
          v: last.v as Node,
          lr,
          beta,
          eps,
          place,
          mean: null,
        }),
      ),
  }),
  define({
    name: 'adam_run',
    parameters: { ...COMMON, ...RATES },
    formula:
      'm_t = \\beta_1 m_{t-1} + (1 - \\beta_1) g_t, \\quad v_t = \\beta_2 v_{t-1} + (1 - \\beta_2) g_t^2, \\quad \\theta_t = \\theta_{t-1} - \\eta \\frac{m_t / (1 - \\beta_1^t)}{\\sqrt{v_t / (1 - \\beta_2^t)} + \\epsilon}',
    summary: 'Several steps of Adam on given gradients, from m = v = 0. Fields: m, v, theta, last.',
    shapes: SHAPES,
    convention: `${INDEXED} With bias correction; eps is added to the root, as in the paper and in PyTorch.`,
    example: 'adam_run(1, [2, 1, -1], lr=0.1).last',
    source: 'Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, algorithm 1; PyTorch Adam',
    build: ({ theta, gradients, lr, beta1, beta2, eps }) => {
      const fixed = { lr, beta1, beta2, eps, place: 'outside', isCorrected: true } as const;
      return run('adam_run', theta, gradients, { m: zero, v: zero }, (moment, last, g) => {
        const { m, v } = last as unknown as Record<'m' | 'v', Node>;
        return adamStep('adam_run', moment, { ...fixed, theta: last.theta, g, m, v, t: constant(Number(moment.tex)) });
      });
    },
  }),
];
