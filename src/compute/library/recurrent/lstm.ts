import type { Node } from '../../node.ts';
import { list } from '../../terms.ts';
import { define, type LibraryFunction } from '../function.ts';
import { byName, optional, tensor, word } from '../parameters.ts';
import { OUTPUTS } from './activations.ts';
import { inputOf, inputsOf } from './check.ts';
import { CANDIDATES, CELLS, type LstmMoment, lstmCell, lstmMoment, ORDERS, RESULTS } from './lstm-cell.ts';
import { readoutOf } from './readout.ts';
import { atOnce, atTime, initial, overTime, present } from './terms.ts';

const parameters = {
  x: tensor(),
  W: tensor(),
  U: tensor(),
  b: optional(tensor()),
  h0: optional(tensor()),
  c0: optional(tensor()),
  order: byName(word(ORDERS, 'ifgo')),
  candidate: byName(word(CANDIDATES, 'tanh')),
  cell: byName(word(CELLS, 'tanh')),
  P: byName(optional(tensor())),
  V: byName(optional(tensor())),
  c: byName(optional(tensor())),
  output: byName(word(OUTPUTS, 'identity')),
};

const shared = {
  formula:
    'f_t = \\sigma(W_f h_{t-1} + U_f x_t + b_f),\\quad i_t = \\sigma(W_i h_{t-1} + U_i x_t + b_i),\\quad o_t = \\sigma(W_o h_{t-1} + U_o x_t + b_o),\\quad \\tilde c_t = \\tanh(W_g h_{t-1} + U_g x_t + b_g),\\quad c_t = f_t \\odot c_{t-1} + i_t \\odot \\tilde c_t,\\quad h_t = o_t \\odot \\tanh(c_t)',
  convention:
    'W (recurrent), U (input) and b are lists of four blocks, one for each gate, in the order that the word `order` names: f forget gate, i input gate, g candidate, o output gate. PyTorch has ifgo, and b is the sum of its two biases. `candidate` and `cell` are the activations that stand in place of the two tanh. Peepholes P: three blocks in the same order, without g; f and i also see $P \\odot c_{t-1}$, o sees $P \\odot c_t$. With V and c, which is not the cell state but a bias, the output y is V h + c through the activation `output`. h0 and c0 are 0 unless given.',
  source:
    'Hochreiter and Schmidhuber 1997, Long Short-Term Memory; Gers, Schmidhuber and Cummins 2000, Learning to Forget (forget gate); Gers and Schmidhuber 2000, Recurrent Nets that Time and Count (peepholes); PyTorch LSTM',
};

const BLOCKS =
  'h0, c0: a number or (n); W: (4) or (4, n, n); U: (4), (4, n) or (4, n, m); b: (4) or (4, n); P: (3) or (3, n); V: a number, (n) or (k, n); c: that of an output';
const READS = 'the output layer reads the hidden state';

export const lstm: readonly LibraryFunction[] = [
  define({
    name: 'lstm_step',
    parameters,
    ...shared,
    summary:
      'One step of an LSTM from the hidden state h0 and the cell state c0: the gates f, i and o, the candidate g, the cell state c, the hidden state h and, where V is given, the output y.',
    shapes: `x: a number or (m); ${BLOCKS}`,
    example: 'lstm_step(0.7, W=[0.3, -0.3, 0.1, 0.3], U=[0.3, 0.25, 0.01, 0.4], b=[0.1, 0, 1, 0.2]).h',
    build: ({ x, h0, c0, V, c, output, ...weights }) => {
      const cell = lstmCell('lstm_step', weights, inputOf('lstm_step', x));
      const readout = readoutOf('lstm_step', { V, c, output }, cell.state);
      const [h, state] = [initial('lstm_step', 'h0', h0, cell.state), initial('lstm_step', 'c0', c0, cell.state)];
      const moment = lstmMoment(cell, x, h, state, atOnce);
      return present({
        ...moment,
        y: readout && atOnce('y', '\\hat y', readout(moment.h), READS),
      });
    },
  }),
  define({
    name: 'lstm',
    parameters,
    ...shared,
    summary:
      'An LSTM over a sequence. Fields hold one entry for each time step: the gates f, i and o, the candidates g, the cell states c, the hidden states h and, where V is given, the outputs y.',
    shapes: `x: (T) or (T, m); ${BLOCKS}`,
    example: 'lstm([0.7, 0.5], W=[0.3, -0.3, 0.1, 0.3], U=[0.3, 0.25, 0.01, 0.4], b=[0.1, 0, 1, 0.2]).h',
    build: ({ x, h0, c0, V, c, output, ...weights }) => {
      const inputs = inputsOf('lstm', x);
      const cell = lstmCell('lstm', weights, inputs[0] as Node);
      const readout = readoutOf('lstm', { V, c, output }, cell.state);
      const moments: LstmMoment[] = [];
      const outputs: Node[] = [];
      let [h, state] = [initial('lstm', 'h0', h0, cell.state), initial('lstm', 'c0', c0, cell.state)];
      inputs.forEach((input, i) => {
        const named = atTime(i + 1, i === 0);
        const moment = lstmMoment(cell, input, h, state, named);
        moments.push(moment);
        if (readout) outputs.push(named('y', '\\hat y', readout(moment.h), READS));
        ({ h, c: state } = moment);
      });
      const results = RESULTS.map(name => [name, overTime(moments, name)] as const);
      return present({ ...Object.fromEntries(results), y: readout && list(outputs) });
    },
  }),
];
