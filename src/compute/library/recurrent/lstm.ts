import type { Node } from '../../node.ts';
import { list } from '../../terms.ts';
import { define, type LibraryFunction } from '../function.ts';
import { byName, optional, tensor, word } from '../parameters.ts';
import { OUTPUTS } from './activations.ts';
import { inputOf, inputsOf } from './check.ts';
import { CANDIDATES, CELLS, type LstmMoment, lstmCell, lstmMoment, ORDERS, RESULTS } from './lstm-cell.ts';
import { readoutOf } from './readout.ts';
import { atOnce, atTime, finite, initial, overTime } from './terms.ts';

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
    'f_t, i_t, o_t = \\sigma(W h_{t-1} + U x_t + b),\\quad \\tilde c_t = \\tanh(W h_{t-1} + U x_t + b),\\quad c_t = f_t \\odot c_{t-1} + i_t \\odot \\tilde c_t,\\quad h_t = \\tanh(c_t) \\odot o_t',
  convention:
    'W (recurrent), U (input) and b are lists of four blocks, one for each gate, in the order that the word `order` names: f forget gate, i input gate, g candidate, o output gate. PyTorch: ifgo, and its two biases added. `candidate` and `cell` are the activations of the candidate and of the cell state as it is shown. Peepholes P: three blocks in the same order, without g; f and i look at the cell state before, o at the new one. The output layer is out = g(V h + c). h0 and c0 are 0 unless given.',
  source:
    'Hochreiter and Schmidhuber 1997; Gers, Schmidhuber and Cummins 2000 (forget gate); Gers and Schmidhuber 2000 (peepholes); PyTorch LSTM',
};

const BLOCKS = 'h0, c0: a number or (n); W: (4) or (4, n, n); U: (4), (4, n) or (4, n, m); b: (4) or (4, n)';
const READS = 'the output layer reads the hidden state';

export const lstm: readonly LibraryFunction[] = [
  define({
    name: 'lstm_step',
    parameters,
    ...shared,
    summary:
      'One step of an LSTM from the hidden state h0 and the cell state c0: the gates f, i and o, the candidate g, the cell state c, the hidden state h and, where V is given, the output out.',
    shapes: `x: a number or (m); ${BLOCKS}`,
    example: 'lstm_step(0.7, W=[0.3, -0.3, 0.1, 0.3], U=[0.3, 0.25, 0.01, 0.4], b=[0.1, 0, 1, 0.2]).h',
    build: ({ x, h0, c0, V, c, output, ...weights }) => {
      const cell = lstmCell('lstm_step', weights, inputOf('lstm_step', x));
      const readout = readoutOf('lstm_step', { V, c, output }, cell.state);
      const [h, state] = [initial('lstm_step', 'h0', h0, cell.state), initial('lstm_step', 'c0', c0, cell.state)];
      const moment = lstmMoment(cell, x, h, state, atOnce);
      return finite('lstm_step', {
        ...moment,
        out: readout && atOnce('out', '\\hat y', readout(moment.h), READS),
      });
    },
  }),
  define({
    name: 'lstm',
    parameters,
    ...shared,
    summary:
      'An LSTM over a sequence. Fields hold one entry for each time step: the gates f, i and o, the candidates g, the cell states c, the hidden states h and, where V is given, the outputs out.',
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
        if (readout) outputs.push(named('out', '\\hat y', readout(moment.h), READS));
        ({ h, c: state } = moment);
      });
      const results = RESULTS.map(name => [name, overTime(moments, name)] as const);
      return finite('lstm', { ...Object.fromEntries(results), out: readout && list(outputs) });
    },
  }),
];
