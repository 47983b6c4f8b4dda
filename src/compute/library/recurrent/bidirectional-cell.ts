import type { Node } from '../../node.ts';
import type { Shape } from '../../tensor.ts';
import type { Activation } from './activations.ts';
import { inputsOf, stateShape } from './check.ts';
import { checkUnit, type Moment, rnnMoments, type Unit } from './rnn-cell.ts';
import { atTime, initial, type Naming } from './terms.ts';

/** Two plain recurrent networks over one sequence, the second from its end. */

export interface Weights {
  readonly x: Node;
  readonly Wf: Node;
  readonly Uf: Node;
  readonly Wb: Node;
  readonly Ub: Node;
  readonly bf?: Node | undefined;
  readonly bb?: Node | undefined;
  readonly hf0?: Node | undefined;
  readonly hb0?: Node | undefined;
  readonly activation: Activation;
}

export interface Direction {
  readonly unit: Unit;
  readonly state: Shape;
  /** In the order of computation: of the backward direction the last time comes first. */
  readonly moments: readonly Moment[];
  /** The place in time of a moment. */
  readonly timeOf: (index: number) => number;
  readonly namedAt: (index: number, explained: boolean) => Naming;
}

/** @throws ArgumentError where shapes disagree */
export function bothDirections(row: string, weights: Weights): { forward: Direction; backward: Direction } {
  const { x, Wf, Uf, bf, hf0, Wb, Ub, bb, hb0, activation } = weights;
  const inputs = inputsOf(row, x);
  const last = inputs.length - 1;
  const direction = (mark: 'f' | 'b', unit: Unit, start: Node | undefined): Direction => {
    const isForward = mark === 'f';
    checkUnit(row, unit, inputs[0] as Node, mark);
    const state = stateShape(row, `W${mark}`, unit.W);
    const timeOf = (index: number): number => (isForward ? index : last - index);
    const namedAt = (index: number, explained: boolean): Naming =>
      atTime(timeOf(index) + 1, explained, mark, `^{(${mark})}`);
    const ordered = isForward ? inputs : inputs.toReversed();
    const moments = rnnMoments(unit, ordered, initial(row, `h${mark}0`, start, state), i => namedAt(i, i === 0));
    return { unit, state, moments, timeOf, namedAt };
  };
  return {
    forward: direction('f', { W: Wf, U: Uf, b: bf, activation, placement: 'sum' }, hf0),
    backward: direction('b', { W: Wb, U: Ub, b: bb, activation, placement: 'sum' }, hb0),
  };
}

/** What belongs to the moments of a direction, in the order of time. */
export function inTime<T>({ timeOf }: Direction, items: readonly T[]): T[] {
  return items.map((_, time) => items[timeOf(time)] as T);
}
