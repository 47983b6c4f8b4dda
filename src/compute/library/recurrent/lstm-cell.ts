import type { Node } from '../../node.ts';
import { plus, sigmoid, times } from '../../terms.ts';
import { activate } from './activations.ts';
import { blocksOf, checkShape } from './check.ts';
import { type Gate, gateSum, gatesOf } from './gates.ts';
import { isZero, type Naming } from './terms.ts';

/** The LSTM cell. */

export const ORDERS = ['ifgo', 'ifog', 'figo', 'fiog', 'fgio', 'igfo', 'iofg'] as const;
export const CANDIDATES = ['tanh', 'sigmoid'] as const;
export const CELLS = ['tanh', 'relu', 'identity'] as const;

export interface LstmWeights {
  readonly W: Node;
  readonly U: Node;
  readonly b?: Node | undefined;
  readonly P?: Node | undefined;
  readonly order: (typeof ORDERS)[number];
  readonly candidate: (typeof CANDIDATES)[number];
  readonly cell: (typeof CELLS)[number];
}

type PeepholeGate = 'f' | 'i' | 'o';

export interface LstmCell extends Pick<LstmWeights, 'candidate' | 'cell'> {
  readonly gates: Readonly<Record<PeepholeGate | 'g', Gate>>;
  readonly peepholes: Readonly<Record<PeepholeGate, Node>> | null;
  readonly state: readonly number[];
}

/** @throws ArgumentError where shapes disagree */
export function lstmCell(row: string, weights: LstmWeights, x: Node): LstmCell {
  const { order, P, candidate, cell } = weights;
  const { gates, state } = gatesOf<PeepholeGate | 'g'>(row, order, x, weights);
  if (!P) return { gates, state, candidate, cell, peepholes: null };
  const looking = order.replace('g', '');
  const blocks = blocksOf(row, 'P', P, looking);
  checkShape(row, 'each block of P', blocks[0], state);
  const byGate = [...looking].map((gate, i) => [gate, blocks[i]] as const);
  const peepholes = Object.fromEntries(byGate) as Record<PeepholeGate, Node>;
  return { gates, state, candidate, cell, peepholes };
}

/** What an LSTM computes at one time, as it computes it. */
export const RESULTS = ['f', 'i', 'g', 'c', 'o', 'h'] as const;
export type LstmMoment = Readonly<Record<(typeof RESULTS)[number], Node>>;

const CELL = 'what is kept of the old cell state plus what is let in of the candidate';
const NEW_CELL = 'the old cell state is 0, so only what is let in of the candidate counts';

export function lstmMoment(cell: LstmCell, x: Node, h: Node, c: Node, named: Naming): LstmMoment {
  const { gates, peepholes } = cell;
  const gate = (name: PeepholeGate, looksAt: Node, why: string): Node => {
    const peep = peepholes && !isZero(looksAt) ? times(peepholes[name], looksAt) : null;
    return named(name, name, sigmoid(gateSum(gates[name], x, h, peep)), why);
  };
  const f = gate('f', c, 'forget gate: how much of the old cell state stays');
  const i = gate('i', c, 'input gate: how much of the candidate gets in');
  const g = named('g', '\\tilde c', activate[cell.candidate](gateSum(gates.g, x, h)), 'candidate: what could get in');
  const entering = times(i, g);
  const next = isZero(c) ? named('c', 'c', entering, NEW_CELL) : named('c', 'c', plus(times(f, c), entering), CELL);
  const o = gate('o', next, 'output gate: how much of the cell state is shown');
  const shown = named('h', 'h', times(activate[cell.cell](next), o), 'the cell state as the output gate shows it');
  return { f, i, g, c: next, o, h: shown };
}
