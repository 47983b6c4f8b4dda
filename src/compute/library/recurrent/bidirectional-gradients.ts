import { type Node, sameShape } from '../../node.ts';
import { type Shape, shapeText } from '../../tensor.ts';
import { elements, list, weighted } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, optional, positive, tensor, word } from '../parameters.ts';
import { ACTIVATIONS } from './activations.ts';
import { bothDirections, type Direction, inTime } from './bidirectional-cell.ts';
import { checkShape, mapped } from './check.ts';
import type { Moment } from './rnn-cell.ts';
import { squaredError } from './squared-error.ts';
import { atTime, isZero, overTime, present, sumOf, transposed, weightGradient } from './terms.ts';
import {
  type Arriving,
  backThroughTime,
  filled,
  gradientStep,
  type Path,
  summed,
  weightGradients,
} from './through-time.ts';

const ROW = 'bidirectional_rnn_gradients';

/** The linear output layer V_f h^f + V_b h^b + c, or the plain sum of both states. */
interface Layer {
  readonly Vf?: Node | undefined;
  readonly Vb?: Node | undefined;
  readonly c?: Node | undefined;
}

/** @throws ArgumentError where the states cannot give an output together */
function outputShape({ Vf, Vb, c }: Layer, forward: Direction, backward: Direction): Shape {
  if (!Vf !== !Vb) throw new ArgumentError(`${ROW}: an output layer has both, Vf and Vb`);
  const [a, b] = [
    Vf ? mapped(Vf.shape, forward.state) : forward.state,
    Vb ? mapped(Vb.shape, backward.state) : backward.state,
  ];
  if (!a || !b || !sameShape(a, b)) {
    throw new ArgumentError(
      `${ROW}: states of shapes ${shapeText(forward.state)} and ${shapeText(backward.state)} cannot be added${Vf && Vb ? ` through Vf ${shapeText(Vf.shape)} and Vb ${shapeText(Vb.shape)}` : ''}`,
    );
  }
  checkShape(ROW, 'c', c, a);
  return a;
}

interface Loss {
  readonly target?: Node | undefined;
  readonly upstream?: Node | undefined;
  readonly factor: Node;
}

/** ∂L/∂ŷ at each time, and what it comes from where the loss itself is known. */
interface Judged {
  readonly errors: Arriving;
  readonly y: Node | null;
  readonly loss: Node | null;
}

function judge({ target, upstream, factor }: Loss, output: Shape, predictions: readonly Node[]): Judged {
  if (!target === !upstream) {
    throw new ArgumentError(`${ROW}: either the target of a squared error or the upstream gradient is given`);
  }
  const shape = [predictions.length, ...output];
  checkShape(ROW, 'target', target, shape);
  checkShape(ROW, 'upstream', upstream, shape);
  if (upstream) {
    return { errors: elements(upstream).map(error => (isZero(error) ? null : error)), y: null, loss: null };
  }
  const targets = elements(target as Node);
  const judged = squaredError(predictions, t => targets[t] as Node, factor);
  const errors = judged.errors.map(
    (error, t) => error && atTime(t + 1, t === 0)('e', 'e', error, '$e_t = \\partial L / \\partial \\hat y_t$'),
  );
  return { errors, y: list(predictions), loss: libraryStep('loss', 'L', judged.loss) };
}

/** All gradients of one direction, and δ in the order of time. */
function backward(direction: Direction, mark: string, V: Node | undefined, errors: Arriving): Record<string, Node> {
  const { unit, moments, namedAt } = direction;
  // inTime is its own inverse.
  const ordered = inTime(direction, errors);
  const local = ordered.map(error => error && (V ? transposed(V, error) : error));
  const last = moments.length - 1;
  const path: Path = { unit, moments, namedAt: (i, explained = i === last) => namedAt(i, explained) };
  const { delta, epsilon } = backThroughTime(path, local);
  const read = ordered.map((error, i) => error && weightGradient(error, (moments[i] as Moment).h));
  return {
    [`delta${mark}`]: list(inTime(direction, filled(moments, delta))),
    ...(V ? { [`dV${mark}`]: gradientStep(`dV${mark}`, `V_${mark}`, summed(V.shape, inTime(direction, read))) } : {}),
    ...weightGradients(path, epsilon, mark),
  };
}

export const bidirectionalGradients: LibraryFunction = define({
  name: ROW,
  parameters: {
    x: tensor(),
    Wf: tensor(),
    Uf: tensor(),
    Wb: tensor(),
    Ub: tensor(),
    target: byName(optional(tensor())),
    upstream: byName(optional(tensor())),
    bf: byName(optional(tensor())),
    bb: byName(optional(tensor())),
    hf0: byName(optional(tensor())),
    hb0: byName(optional(tensor())),
    Vf: byName(optional(tensor())),
    Vb: byName(optional(tensor())),
    c: byName(optional(tensor())),
    activation: byName(word(ACTIVATIONS, 'tanh')),
    factor: byName(positive(0.5)),
  },
  formula:
    "\\delta_t^{(f)} = V_f^\\top e_t + W_f^\\top \\varepsilon_{t+1}^{(f)},\\quad \\delta_t^{(b)} = V_b^\\top e_t + W_b^\\top \\varepsilon_{t-1}^{(b)},\\quad \\varepsilon_t = f'(a_t) \\odot \\delta_t,\\quad \\frac{\\partial L}{\\partial W_f} = \\sum_t \\varepsilon_t^{(f)} h_{t-1}^{(f)\\top},\\quad \\frac{\\partial L}{\\partial W_b} = \\sum_t \\varepsilon_t^{(b)} h_{t+1}^{(b)\\top},\\quad \\frac{\\partial L}{\\partial U} = \\sum_t \\varepsilon_t x_t^\\top,\\quad \\frac{\\partial L}{\\partial b} = \\sum_t \\varepsilon_t",
  summary:
    'Gradients of a bidirectional recurrent network with the outputs $V_f h^{(f)} + V_b h^{(b)} + c$. Fields hf, hb, deltaf and deltab (∂L/∂h at each time), dWf, dUf, dbf, dWb, dUb, dbb and, with an output layer, dVf, dVb and dc.',
  shapes: 'those of bidirectional_rnn; target and upstream: one output for each time step',
  convention:
    'With a target: $L = \\text{factor} \\cdot \\sum_t \\lVert \\hat y_t - y_t \\rVert^2$, factor = ½ unless given; fields y and loss too. With upstream: ∂L/∂ŷ at each time, of any loss. e is ∂L/∂ŷ, δ is ∂L/∂h, ε is ∂L/∂a. Without Vf and Vb the output is the sum of both states. The slope of ReLU at 0 is 0.',
  example: 'bidirectional_rnn_gradients([1, 0.5], Wf=0.5, Uf=1, Wb=-0.4, Ub=0.8, target=[1, 0]).dWf',
  source:
    'Schuster and Paliwal 1997, Bidirectional recurrent neural networks; Werbos 1990, Backpropagation through time',
  build: ({ target, upstream, factor, Vf, Vb, c, ...weights }) => {
    const { forward: ahead, backward: behind } = bothDirections(ROW, weights);
    const output = outputShape({ Vf, Vb, c }, ahead, behind);
    const [hf, hb] = [overTime(inTime(ahead, ahead.moments), 'h'), overTime(inTime(behind, behind.moments), 'h')];
    const [states, others] = [elements(hf), elements(hb)];
    const predictions = states.map((state, t) => {
      const other = others[t] as Node;
      const both = Vf && Vb ? [weighted(Vf, state), weighted(Vb, other)] : [state, other];
      return atTime(t + 1, false)('y', '\\hat y', sumOf(...both, c));
    });
    const { errors, y, loss } = judge({ target, upstream, factor }, output, predictions);
    return present({
      hf,
      hb,
      y,
      loss,
      ...backward(ahead, 'f', Vf, errors),
      ...backward(behind, 'b', Vb, errors),
      dc: Vf || c ? gradientStep('dc', 'c', summed(output, errors)) : null,
    });
  },
});
