import type { Node } from '../../node.ts';
import { weighted } from '../../terms.ts';
import { type Activation, activate } from './activations.ts';
import { checkInputWeight, checkShape, stateShape } from './check.ts';
import { isZero, type Naming, sumOf, weightedState } from './terms.ts';

/** The plain recurrent unit. */

export const PLACEMENTS = ['sum', 'state'] as const;

export interface Unit {
  readonly W: Node;
  readonly U: Node;
  readonly b?: Node | undefined;
  readonly activation: Activation;
  /** Whether the sum or the state before it is activated. */
  readonly placement: (typeof PLACEMENTS)[number];
}

/** What goes in and comes out at one time. */
export interface Moment {
  readonly x: Node;
  readonly previous: Node;
  /** The sum that is activated; of an activated state the state itself. */
  readonly a: Node;
  readonly h: Node;
}

const NO_PAST = 'the network starts from a state of 0, so only the input counts';
const SUM = 'the weighted input, and what the network remembers in its state';

/** @throws ArgumentError where shapes disagree. @param mark what marks the names of the weights */
export function checkUnit(row: string, { W, U, b }: Unit, x: Node, mark = ''): void {
  const state = stateShape(row, `W${mark}`, W);
  checkInputWeight(row, `U${mark}`, U, x, state);
  checkShape(row, `b${mark}`, b, state);
}

export function rnnMoment(unit: Unit, x: Node, previous: Node, named: Naming): Moment {
  const { W, U, b, activation, placement } = unit;
  const f = activate[activation];
  // σ(0) is ½: a state of 0 is heard all the same.
  const isSilent = isZero(previous) && !(placement === 'state' && activation === 'sigmoid');
  const remembered = placement === 'state' && !isSilent ? f(previous) : previous;
  const sum = sumOf(weightedState(W, remembered), weighted(U, x), b);
  const why = isSilent ? NO_PAST : SUM;
  if (placement === 'state' || activation === 'identity') {
    const h = named('h', 'h', sum, why);
    return { x, previous, a: h, h };
  }
  const a = named('a', 'a', sum, why);
  return { x, previous, a, h: named('h', 'h', f(a)) };
}

/** One moment for each input, each starting from the state before it. */
export function rnnMoments(
  unit: Unit,
  inputs: readonly Node[],
  start: Node,
  namedAt: (index: number) => Naming,
): Moment[] {
  const moments: Moment[] = [];
  inputs.forEach((x, i) => {
    moments.push(rnnMoment(unit, x, moments.at(-1)?.h ?? start, namedAt(i)));
  });
  return moments;
}
