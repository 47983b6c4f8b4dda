import type { Node } from '../../node.ts';
import { constant, minus, sigmoid, tanh, times, weighted } from '../../terms.ts';
import { blocksOf, checkShape } from './check.ts';
import { type Gate, gatesOf } from './gates.ts';
import { isZero, type Naming, sumOf, weightedState } from './terms.ts';

/** The gated recurrent unit. */

export const ORDERS = ['rzn', 'zrn'] as const;
export const RESETS = ['after', 'before'] as const;
export const UPDATES = ['old', 'candidate'] as const;

type GateName = 'r' | 'z' | 'n';

export interface GruWeights {
  readonly W: Node;
  readonly U: Node;
  readonly b?: Node | undefined;
  readonly bh?: Node | undefined;
  readonly order: (typeof ORDERS)[number];
  readonly reset: (typeof RESETS)[number];
  readonly update: (typeof UPDATES)[number];
}

export interface GruCell extends Pick<GruWeights, 'reset' | 'update'> {
  readonly gates: Readonly<Record<GateName, Gate>>;
  /** Biases beside the recurrent weights. */
  readonly hidden: Readonly<Record<GateName, Node | undefined>>;
  readonly state: readonly number[];
}

/** @throws ArgumentError where shapes disagree */
export function gruCell(row: string, weights: GruWeights, x: Node): GruCell {
  const { bh, order, reset, update } = weights;
  const { gates, state } = gatesOf<GateName>(row, order, x, weights);
  const biases = bh && blocksOf(row, 'bh', bh, order);
  checkShape(row, 'each block of bh', biases?.[0], state);
  const hidden = { r: biases?.[order.indexOf('r')], z: biases?.[order.indexOf('z')], n: biases?.[order.indexOf('n')] };
  return { gates, hidden, state, reset, update };
}

/** What a GRU computes at one time, as it computes it. */
export const RESULTS = ['r', 'z', 'n', 'h'] as const;
export type GruMoment = Readonly<Record<(typeof RESULTS)[number], Node>>;

const UPDATE_GATE = {
  old: 'update gate: how much of the old state stays',
  candidate: 'update gate: how much of the candidate gets in',
};

const NO_PAST = 'candidate for the new state; the old state is 0, so the reset gate has nothing to act on';
const NEW_STATE = 'the old state is 0, so only the candidate counts';

export function gruMoment(cell: GruCell, x: Node, previous: Node, named: Naming): GruMoment {
  const { gates, hidden } = cell;
  const gate = (name: 'r' | 'z', why: string): Node => {
    const { W, U, b } = gates[name];
    const sum = sumOf(weightedState(W, previous), weighted(U, x), b, hidden[name]);
    return named(name, name, sigmoid(sum), why);
  };
  const r = gate('r', 'reset gate: how much of the old state the candidate sees');
  const z = gate('z', UPDATE_GATE[cell.update]);
  const { U, b } = gates.n;
  const past = remembered(cell, r, previous);
  const candidate = tanh(sumOf(...past, weighted(U, x), b));
  const n = named('n', 'n', candidate, past.length === 0 ? NO_PAST : 'candidate for the new state');
  const why = isZero(previous) ? NEW_STATE : 'the old state and the candidate, mixed by the update gate';
  return { r, z, n, h: named('h', 'h', mixed(cell, z, previous, n), why) };
}

/** What the candidate sees of the old state: the reset gate acts after or before the weights. */
function remembered({ gates, hidden, reset }: GruCell, r: Node, previous: Node): (Node | null | undefined)[] {
  const { W } = gates.n;
  if (reset === 'before') {
    const past = [isZero(previous) ? null : weighted(W, times(r, previous)), hidden.n];
    return isZero(previous) && !hidden.n ? [] : past;
  }
  const terms = [weightedState(W, previous), hidden.n].filter((term): term is Node => term != null && !isZero(term));
  return terms.length === 0 ? [] : [times(r, sumOf(...terms))];
}

function mixed({ update }: GruCell, z: Node, previous: Node, n: Node): Node {
  const rest = minus(constant(1), z);
  const [keeps, takes] = update === 'old' ? [z, rest] : [rest, z];
  const taken = times(takes, n);
  if (isZero(previous)) return taken;
  const kept = times(keeps, previous);
  // As it is usually written: 1 − z first.
  return update === 'old' ? sumOf(taken, kept) : sumOf(kept, taken);
}
