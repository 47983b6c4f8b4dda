import type { Node } from '../../node.ts';
import type { Shape } from '../../tensor.ts';
import { element, list } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, optional, positive, size, tensor, word } from '../parameters.ts';
import { ACTIVATIONS } from './activations.ts';
import { checkShape, inputsOf, stateShape } from './check.ts';
import { readoutOf } from './readout.ts';
import { checkUnit, type Moment, rnnMoments, type Unit } from './rnn-cell.ts';
import { squaredError } from './squared-error.ts';
import { atTime, initial, overTime, present, transposed, weightGradient } from './terms.ts';
import {
  type Arriving,
  backThroughTime,
  backThroughWindows,
  filled,
  gradientStep,
  type Path,
  type Returned,
  summed,
  weightGradients,
} from './through-time.ts';

/** As many pairs of a loss and a state that it reaches are worked out one by one. */
const MOST_PAIRS = 400;

const ERROR_WHY = '$e_t = \\partial L / \\partial \\hat y_t$';

export const bptt: readonly LibraryFunction[] = [
  define({
    name: 'bptt',
    parameters: {
      x: tensor(),
      target: tensor(),
      W: tensor(),
      U: tensor(),
      b: optional(tensor()),
      h0: optional(tensor()),
      V: byName(optional(tensor())),
      c: byName(optional(tensor())),
      activation: byName(word(ACTIVATIONS, 'tanh')),
      loss: byName(word(['last', 'each'], 'last')),
      factor: byName(positive(0.5)),
      truncate: byName(optional(size())),
    },
    formula:
      "\\delta_t = V^\\top e_t + W^\\top \\varepsilon_{t+1},\\quad \\varepsilon_t = f'(a_t) \\odot \\delta_t,\\quad \\frac{\\partial L}{\\partial W} = \\sum_t \\varepsilon_t h_{t-1}^\\top,\\quad \\frac{\\partial L}{\\partial U} = \\sum_t \\varepsilon_t x_t^\\top,\\quad \\frac{\\partial L}{\\partial b} = \\sum_t \\varepsilon_t,\\quad \\frac{\\partial L}{\\partial V} = \\sum_t e_t h_t^\\top,\\quad \\frac{\\partial L}{\\partial c} = \\sum_t e_t",
    summary:
      'Back-propagation through time of $h_t = f(W h_{t-1} + U x_t + b)$ with a squared error. Fields: the sums a, the states h, loss, delta (∂L/∂h at each time), dW, dU and db; with an output layer V h + c also y, dV and dc.',
    shapes:
      'x: (T) or (T, m); W: a number or (n, n); U: a number, (n) or (n, m); target: that of an output, with loss=each one for each time step',
    convention:
      'L = factor · Σ ‖ŷ − y‖², factor = ½ unless given, at the last step (loss=last) or summed over all steps (loss=each). Without V the state is the prediction. truncate=k: each loss reaches its own state and the k − 1 before it; from k = T on that is the full gradient. e is ∂L/∂ŷ, δ is ∂L/∂h, ε is ∂L/∂a. The slope of ReLU at 0 is 0.',
    example: 'bptt([1, 0.5], target=0.3, W=0.8, U=0.5).dW',
    source:
      'Werbos 1990, Backpropagation through time; Williams and Peng 1990, An Efficient Gradient-Based Algorithm for On-Line Training of Recurrent Network Trajectories (truncation); Goodfellow, Bengio and Courville 2016, Deep Learning, section 10.2.2',
    build: ({ x, target, h0, V, c, loss, factor, truncate, ...weights }) => {
      const unit: Unit = { ...weights, placement: 'sum' };
      const inputs = inputsOf('bptt', x);
      checkUnit('bptt', unit, inputs[0] as Node);
      const state = stateShape('bptt', 'W', unit.W);
      const readout = readoutOf('bptt', { V, c, output: 'identity' }, state);
      const moments = rnnMoments(unit, inputs, initial('bptt', 'h0', h0, state), i => atTime(i + 1, i === 0));

      const isLastOnly = loss === 'last';
      const last = moments.length - 1;
      const predictions = moments.map(({ h }, i) => {
        if (isLastOnly && i < last) return null;
        return readout ? atTime(i + 1, false)('y', '\\hat y', readout(h)) : h;
      });
      const output = (predictions[last] as Node).shape;
      checkShape('bptt', 'target', target, isLastOnly ? output : [moments.length, ...output]);
      const judged = squaredError(predictions, i => (isLastOnly ? target : element(target, i)), factor);

      const namedAt: Path['namedAt'] = (i, explained = i === last) => atTime(i + 1, explained);
      const first = isLastOnly ? last : 0;
      const errors = judged.errors.map(
        (error, i) => error && (V ? namedAt(i, i === first)('e', 'e', error, ERROR_WHY) : error),
      );
      const local = V ? errors.map(error => error && transposed(V, error)) : errors;
      const reach = (truncate?.data[0] as number | undefined) ?? moments.length;
      const path: Path = { unit, moments, namedAt };
      const { delta, epsilon } = returned(path, local, reach, isLastOnly);
      return present({
        a: unit.activation === 'identity' ? null : overTime(moments, 'a'),
        h: overTime(moments, 'h'),
        y: V ? (isLastOnly ? (predictions[last] as Node) : list(predictions as Node[])) : null,
        loss: libraryStep('loss', 'L', judged.loss),
        delta: list(filled(moments, delta)),
        ...(V ? readoutGradients(V, output, moments, errors) : {}),
        ...weightGradients(path, epsilon),
      });
    },
  }),
];

/** δ of all states, each loss reaching `reach` of them. */
function returned(path: Path, local: Arriving, reach: number, isLastOnly: boolean): Returned {
  const steps = local.length;
  if (isLastOnly) return backThroughTime(path, local, Math.max(0, steps - reach));
  if (reach >= steps) return backThroughTime(path, local);
  if (steps * reach > MOST_PAIRS) {
    throw new ArgumentError(
      `bptt: with a loss at every step, steps times truncate must be at most ${MOST_PAIRS}, and is ${steps * reach}`,
    );
  }
  return backThroughWindows(path, local, reach, (from, to, value) =>
    libraryStep(`delta${from + 1}_${to + 1}`, `\\delta_{${from + 1},${to + 1}}`, value),
  );
}

function readoutGradients(
  V: Node,
  output: Shape,
  moments: readonly Moment[],
  errors: Arriving,
): Record<'dV' | 'dc', Node> {
  const byState = errors.map((error, i) => error && weightGradient(error, (moments[i] as Moment).h));
  return {
    dV: gradientStep('dV', 'V', summed(V.shape, byState)),
    dc: gradientStep('dc', 'c', summed(output, errors)),
  };
}
