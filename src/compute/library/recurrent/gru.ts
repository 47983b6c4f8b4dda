import type { Node } from '../../node.ts';
import { define, type LibraryFunction } from '../function.ts';
import { byName, optional, tensor, word } from '../parameters.ts';
import { inputOf, inputsOf } from './check.ts';
import { type GruMoment, gruCell, gruMoment, ORDERS, RESETS, RESULTS, UPDATES } from './gru-cell.ts';
import { atOnce, atTime, initial, overTime, present } from './terms.ts';

const parameters = {
  x: tensor(),
  W: tensor(),
  U: tensor(),
  b: optional(tensor()),
  h0: optional(tensor()),
  bh: byName(optional(tensor())),
  order: byName(word(ORDERS, 'rzn')),
  reset: byName(word(RESETS, 'after')),
  update: byName(word(UPDATES, 'old')),
};

const shared = {
  formula:
    'r_t = \\sigma(W_r h_{t-1} + U_r x_t + b_r),\\quad z_t = \\sigma(W_z h_{t-1} + U_z x_t + b_z),\\quad n_t = \\tanh(r_t \\odot (W_n h_{t-1}) + U_n x_t + b_n),\\quad h_t = (1 - z_t) \\odot n_t + z_t \\odot h_{t-1}',
  convention:
    'W (recurrent), U (input) and b are lists of three blocks in the order that the word `order` names: r reset gate, z update gate, n candidate. reset=after: $r \\odot (W_n h + b_h)$, as PyTorch; reset=before: $W_n (r \\odot h)$, as Cho et al. update=old: z weighs the old state, as Cho et al. and PyTorch; update=candidate: $h_t = (1 - z_t) \\odot h_{t-1} + z_t \\odot n_t$, as Chung et al. bh: further biases beside W, as PyTorch has them, where b is bias_ih; with reset=after that of the candidate is gated too. Both papers write W for the input and U for the state. h0 is 0 unless given.',
  source:
    'Cho et al. 2014, Learning Phrase Representations using RNN Encoder–Decoder; Chung et al. 2014, Empirical Evaluation of Gated Recurrent Neural Networks; PyTorch GRU',
};

const BLOCKS = 'h0: a number or (n); W: (3) or (3, n, n); U: (3), (3, n) or (3, n, m); b, bh: (3) or (3, n)';

export const gru: readonly LibraryFunction[] = [
  define({
    name: 'gru_step',
    parameters,
    ...shared,
    summary:
      'One step of a gated recurrent unit from the state h0: the gates r and z, the candidate n and the new state h.',
    shapes: `x: a number or (m); ${BLOCKS}`,
    example: 'gru_step(0.5, W=[0.1, 0.2, 0.3], U=[1, -1, 0.5], h0=0.4).h',
    build: ({ x, h0, ...weights }) => {
      const cell = gruCell('gru_step', weights, inputOf('gru_step', x));
      return present(gruMoment(cell, x, initial('gru_step', 'h0', h0, cell.state), atOnce));
    },
  }),
  define({
    name: 'gru',
    parameters,
    ...shared,
    summary:
      'A gated recurrent unit over a sequence. Fields hold one entry for each time step: the gates r and z, the candidates n and the states h.',
    shapes: `x: (T) or (T, m); ${BLOCKS}`,
    example: 'gru([0.5, 1], W=[0.1, 0.2, 0.3], U=[1, -1, 0.5]).h',
    build: ({ x, h0, ...weights }) => {
      const inputs = inputsOf('gru', x);
      const cell = gruCell('gru', weights, inputs[0] as Node);
      const start = initial('gru', 'h0', h0, cell.state);
      const moments: GruMoment[] = [];
      inputs.forEach((input, i) => {
        moments.push(gruMoment(cell, input, moments.at(-1)?.h ?? start, atTime(i + 1, i === 0)));
      });
      return present(Object.fromEntries(RESULTS.map(name => [name, overTime(moments, name)])));
    },
  }),
];
