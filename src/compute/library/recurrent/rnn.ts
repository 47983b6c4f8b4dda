import type { Node } from '../../node.ts';
import { list } from '../../terms.ts';
import { define, type LibraryFunction } from '../function.ts';
import { byName, optional, tensor, word } from '../parameters.ts';
import { ACTIVATIONS, OUTPUTS } from './activations.ts';
import { inputOf, inputsOf, stateShape } from './check.ts';
import { readoutOf } from './readout.ts';
import { checkUnit, PLACEMENTS, rnnMoment, rnnMoments } from './rnn-cell.ts';
import { atOnce, atTime, initial, overTime, present } from './terms.ts';

const parameters = {
  x: tensor(),
  W: tensor(),
  U: tensor(),
  b: optional(tensor()),
  h0: optional(tensor()),
  V: byName(optional(tensor())),
  c: byName(optional(tensor())),
  activation: byName(word(ACTIVATIONS, 'tanh')),
  placement: byName(word(PLACEMENTS, 'sum')),
  output: byName(word(OUTPUTS, 'identity')),
};

const shared = {
  formula:
    'a_t = W h_{t-1} + U x_t + b,\\quad h_t = f(a_t) \\quad\\text{or}\\quad h_t = W f(h_{t-1}) + U x_t + b,\\qquad \\hat y_t = g(V h_t + c)',
  convention:
    'placement=sum activates the sum: $h_t = f(W h_{t-1} + U x_t + b)$. placement=state activates the state before: $h_t = W f(h_{t-1}) + U x_t + b$; the sum is then the state, and there is no field a. h0 is 0 unless given. In PyTorch W is weight_hh, U is weight_ih, and b the sum of its two biases.',
  source:
    'Goodfellow, Bengio and Courville 2016, Deep Learning, section 10.2; PyTorch RNN; for placement=state Pascanu, Mikolov and Bengio 2013, On the difficulty of training recurrent neural networks',
};

const READS = 'the output layer reads the state';

export const rnn: readonly LibraryFunction[] = [
  define({
    name: 'rnn_step',
    parameters,
    ...shared,
    summary:
      'One step of a plain recurrent network from the state h0: the sum a, the state h and, where V is given, the output y.',
    shapes:
      'x: a number or (m); h0 and b: a number or (n); W: a number or (n, n); U: a number, (n) or (n, m); V: a number, (n) or (k, n); c: that of an output',
    example: 'rnn_step(0.5, W=0.8, U=1, h0=0.2).h',
    build: ({ x, h0, V, c, output, ...unit }) => {
      checkUnit('rnn_step', unit, inputOf('rnn_step', x));
      const state = stateShape('rnn_step', 'W', unit.W);
      const readout = readoutOf('rnn_step', { V, c, output }, state);
      const { a, h } = rnnMoment(unit, x, initial('rnn_step', 'h0', h0, state), atOnce);
      const y = readout && atOnce('y', '\\hat y', readout(h), READS);
      return present({ a: unit.placement === 'sum' ? a : null, h, y });
    },
  }),
  define({
    name: 'rnn',
    parameters,
    ...shared,
    summary:
      'A plain recurrent network over a sequence. Fields hold one entry for each time step: the sums a, the states h and, where V is given, the outputs y.',
    shapes:
      'x: (T) or (T, m); h0 and b: a number or (n); W: a number or (n, n); U: a number, (n) or (n, m); V: a number, (n) or (k, n); c: that of an output',
    example: 'rnn([1, 0.5], W=0.8, U=1, b=0.1).h',
    build: ({ x, h0, V, c, output, ...unit }) => {
      const inputs = inputsOf('rnn', x);
      checkUnit('rnn', unit, inputs[0] as Node);
      const state = stateShape('rnn', 'W', unit.W);
      const readout = readoutOf('rnn', { V, c, output }, state);
      const namedAt = (i: number) => atTime(i + 1, i === 0);
      const moments = rnnMoments(unit, inputs, initial('rnn', 'h0', h0, state), namedAt);
      const y = readout && list(moments.map(({ h }, i) => namedAt(i)('y', '\\hat y', readout(h), READS)));
      return present({
        a: unit.placement === 'sum' ? overTime(moments, 'a') : null,
        h: overTime(moments, 'h'),
        y,
      });
    },
  }),
];
