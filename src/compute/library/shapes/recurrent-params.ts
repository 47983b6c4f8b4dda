import type { Node } from '../../node.ts';
import { constant, minus, plus, times } from '../../terms.ts';
import { isOn, one, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, flag, size } from '../parameters.ts';

/** Learnable parameters of recurrent layers: so many blocks of the same size, one per gate. */

interface Kind {
  readonly name: string;
  readonly gates: number;
  readonly summary: string;
  /** Why there are so many blocks. */
  readonly why: string;
  readonly source: string;
}

const kinds: readonly Kind[] = [
  {
    name: 'rnn_params',
    gates: 1,
    summary: 'Learnable parameters of a simple (Elman) recurrent network.',
    why: 'every unit weighs the input and the last state',
    source: 'Elman 1990, Finding structure in time; PyTorch RNN',
  },
  {
    name: 'lstm_params',
    gates: 4,
    summary: 'Learnable parameters of an LSTM: four times those of a simple recurrent network of the same size.',
    why: 'input, forget and output gate and the candidate are built alike',
    source:
      'Hochreiter and Schmidhuber 1997, Long Short-Term Memory; Gers, Schmidhuber and Cummins 2000, Learning to Forget (the forget gate); PyTorch LSTM',
  },
  {
    name: 'gru_params',
    gates: 3,
    summary: 'Learnable parameters of a GRU: three times those of a simple recurrent network of the same size.',
    why: 'reset and update gate and the candidate are built alike',
    source: 'Cho et al. 2014, Learning Phrase Representations using RNN Encoder–Decoder; PyTorch GRU',
  },
];

const CONVENTION =
  'The formula is that of one layer in one direction; from the second layer on, n_x is n_h. biases b: how many bias vectors each gate has. 1 as in textbooks; 2 as in PyTorch, which has one beside the weights of the input and one beside those of the state; 0 for none. bidirectional=1 doubles the count of each layer, and the next layer then reads the states of both directions: n_x is 2 n_h.';

interface Cell {
  readonly input: Node;
  readonly hidden: Node;
  readonly biases: Node;
  readonly isBidirectional: boolean;
}

/** One layer, under a name of its own; `mark` is empty where there is but one. */
function layer({ gates, why }: Kind, { input, hidden, biases, isBidirectional }: Cell, mark: string): Node {
  const states = plus(input, hidden);
  const perUnit = biases.data[0] === 0 ? states : plus(states, biases);
  const block = times(hidden, perUnit);
  const gate =
    gates === 1
      ? block
      : libraryStep(
          `gate${mark}`,
          mark === '' ? 'P_{\\text{gate}}' : `P_{\\text{gate},${mark}}`,
          block,
          'every unit of a gate weighs the input and the last state',
        );
  const oneWay = times(constant(gates), gate);
  const both = isBidirectional ? times(two, oneWay) : oneWay;
  const twice = 'twice, as each direction has weights of its own';
  return libraryStep(
    `params${mark}`,
    mark === '' ? 'P' : `P_{${mark}}`,
    both,
    isBidirectional ? `${why}; ${twice}` : why,
  );
}

const row = (kind: Kind): LibraryFunction =>
  define({
    name: kind.name,
    parameters: { input: count(), hidden: size(), layers: size(1), biases: count(1), bidirectional: flag(0) },
    formula: `P = ${kind.gates === 1 ? '' : `${kind.gates}\\, `}n_h (n_x + n_h + b)`,
    summary: `${kind.summary} Each further layer reads the states of the layer below.`,
    convention: CONVENTION,
    example: `${kind.name}(10, 20)`,
    source: kind.source,
    build: ({ input, hidden, layers, biases, bidirectional }) => {
      if ((biases.data[0] as number) > 2) {
        throw new ArgumentError(`${kind.name}: "biases" must be 0, 1 or 2, and is ${biases.data[0]}`);
      }
      const isBidirectional = isOn(bidirectional);
      const cell = { input, hidden, biases, isBidirectional };
      if (isOn(layers)) return layer(kind, cell, '');
      const below = isBidirectional ? times(two, hidden) : hidden;
      const first = layer(kind, cell, '1');
      const further = layer(kind, { ...cell, input: below }, '2');
      if (layers.data[0] === 2) return libraryStep('params', 'P', plus(first, further));
      const rest = times(minus(layers, one), further);
      return libraryStep('params', 'P', plus(first, rest), 'the layers from the second on are alike');
    },
  });

export const recurrentParams: readonly LibraryFunction[] = kinds.map(row);
