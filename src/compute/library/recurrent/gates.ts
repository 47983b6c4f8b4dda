import type { Node } from '../../node.ts';
import type { Shape } from '../../tensor.ts';
import { weighted } from '../../terms.ts';
import { blocksOf, checkInputWeight, checkShape, stateShape } from './check.ts';
import { sumOf, weightedState } from './terms.ts';

/** Gates: units with weights of their own that read the same input and state. */

export interface Gate {
  readonly W: Node;
  readonly U: Node;
  readonly b?: Node | undefined;
}

interface Blocks {
  readonly W: Node;
  readonly U: Node;
  readonly b?: Node | undefined;
}

export interface Gates<G extends string> {
  readonly gates: Readonly<Record<G, Gate>>;
  readonly state: Shape;
}

/** The blocks of the weights by their gates, in the order that a word names. */
export function gatesOf<G extends string>(row: string, order: string, x: Node, { W, U, b }: Blocks): Gates<G> {
  const [recurrent, entering] = [blocksOf(row, 'W', W, order), blocksOf(row, 'U', U, order)];
  const biases = b && blocksOf(row, 'b', b, order);
  const state = stateShape(row, 'each block of W', recurrent[0] as Node);
  checkInputWeight(row, 'each block of U', entering[0] as Node, x, state);
  checkShape(row, 'each block of b', biases?.[0], state);
  const gates = [...order].map((gate, i): [string, Gate] => [
    gate,
    { W: recurrent[i] as Node, U: entering[i] as Node, b: biases?.[i] },
  ]);
  return { gates: Object.fromEntries(gates) as Record<G, Gate>, state };
}

/** W h + U x + further + b, without the terms that are 0. */
export function gateSum({ W, U, b }: Gate, x: Node, h: Node, further: Node | null = null): Node {
  return sumOf(weightedState(W, h), weighted(U, x), further, b);
}
