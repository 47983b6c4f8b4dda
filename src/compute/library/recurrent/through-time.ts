import type { Node } from '../../node.ts';
import type { Shape } from '../../tensor.ts';
import { times } from '../../terms.ts';
import { libraryStep } from '../function.ts';
import { slope } from './activations.ts';
import type { Moment, Unit } from './rnn-cell.ts';
import { isZero, type Naming, sumOf, transposed, weightGradient, zeros } from './terms.ts';

/** Back-propagation through a plain recurrent network, from the last computed moment to the first. */

export interface Path {
  readonly unit: Unit;
  /** In the order in which they were computed, whatever their place in time. */
  readonly moments: readonly Moment[];
  /** @param explained whether reasons are told; unless given, at the last moment only */
  readonly namedAt: (index: number, explained?: boolean) => Naming;
}

/** ∂L/∂h at each moment, or null where nothing arrives. */
export type Arriving = readonly (Node | null)[];

const STATE_WHY = '$\\delta_t = \\partial L / \\partial h_t$; no later state carries anything back to this one';
const BACK_WHY = 'what the next step sends back through its weights';
const BOTH_WHY = 'what the loss of this step sends back, and what the next step does through its weights';
const SUM_WHY = '$\\varepsilon_t = \\partial L / \\partial a_t$: back through the activation';

/** ε = f′(a) ⊙ δ. */
function throughActivation({ unit: { activation } }: Path, moment: Moment, delta: Node): Node {
  const factor = slope[activation](moment.a, moment.h);
  return factor ? times(factor, delta) : delta;
}

function back(path: Path, index: number, delta: Node): Node {
  return transposed(path.unit.W, throughActivation(path, path.moments[index] as Moment, delta));
}

/** What comes back at each moment: at the state, and at the sum before its activation. */
export interface Returned {
  readonly delta: Arriving;
  readonly epsilon: Arriving;
}

/**
 * δ_t = what the loss sends to h_t itself + Wᵀ ε_{t+1}.
 *
 * @param local what the loss sends to each state directly
 * @param first the first moment that is reached
 */
export function backThroughTime(path: Path, local: Arriving, first = 0): Returned {
  const delta: (Node | null)[] = local.map(() => null);
  const epsilon: (Node | null)[] = local.map(() => null);
  for (let i = local.length - 1; i >= first; i--) {
    const later = epsilon[i + 1];
    const arriving = [local[i], later && transposed(path.unit.W, later)].filter((part): part is Node => !!part);
    if (arriving.length === 0) continue;
    const named = path.namedAt(i, i >= local.length - 2);
    const why = later ? (local[i] ? BOTH_WHY : BACK_WHY) : STATE_WHY;
    const here = named('delta', '\\delta', sumOf(...arriving), why);
    delta[i] = here;
    epsilon[i] = sumGradient(path, i, here);
  }
  return { delta, epsilon };
}

function sumGradient(path: Path, index: number, delta: Node): Node {
  const epsilon = throughActivation(path, path.moments[index] as Moment, delta);
  return epsilon === delta ? delta : path.namedAt(index)('eps', '\\varepsilon', epsilon, SUM_WHY);
}

/** The same with a window of its own for each loss, which reaches `reach` states back, its own included. */
export function backThroughWindows(
  path: Path,
  local: Arriving,
  reach: number,
  named: (from: number, to: number, value: Node) => Node,
): Returned {
  const arriving = local.map((own): Node[] => (own ? [own] : []));
  local.forEach((own, from) => {
    let delta = own;
    for (let i = from - 1; delta && i > from - reach && i >= 0; i--) {
      delta = named(from, i, back(path, i + 1, delta));
      arriving[i]?.push(delta);
    }
  });
  const delta = arriving.map((parts, i) =>
    parts.length === 0 ? null : path.namedAt(i)('delta', '\\delta', sumOf(...parts), STATE_WHY),
  );
  return { delta, epsilon: delta.map((here, i) => here && sumGradient(path, i, here)) };
}

/** The sum over time of what reaches a weight or a bias of the given shape. */
export function summed(shape: Shape, parts: Arriving): Node {
  const there = parts.filter((part): part is Node => part !== null);
  return there.length === 0 ? zeros(shape) : sumOf(...there);
}

const SHARED = 'the same weights and biases act at every time step, so their gradients add up';

/** ∂L/∂W, ∂L/∂U and ∂L/∂b, by the names dW, dU and db. @param mark what marks the names of the weights */
export function weightGradients({ unit, moments }: Path, epsilon: Arriving, mark = ''): Record<string, Node> {
  const by = (part: 'previous' | 'x'): (Node | null)[] =>
    moments.map((moment, i) => {
      const here = epsilon[i];
      return here && !isZero(moment[part]) ? weightGradient(here, moment[part]) : null;
    });
  let isTold = false;
  const named = (weight: string, shape: Shape, parts: Arriving): [string, Node] => {
    const symbol = mark === '' ? weight : `${weight}_${mark}`;
    const several = parts.filter(part => part !== null).length > 1;
    const why = several && !isTold ? SHARED : undefined;
    isTold ||= several;
    return [`d${weight}${mark}`, gradientStep(`d${weight}${mark}`, symbol, summed(shape, parts), why)];
  };
  const { h } = moments[0] as Moment;
  return Object.fromEntries([
    named('W', unit.W.shape, by('previous')),
    named('U', unit.U.shape, by('x')),
    named('b', h.shape, epsilon),
  ]);
}

/** The gradients over time, 0 where nothing arrives. */
export function filled(moments: readonly Moment[], delta: Arriving): Node[] {
  return moments.map((moment, i) => delta[i] ?? zeros(moment.h.shape));
}

/** A step named ∂L/∂W. */
export function gradientStep(name: string, of: string, value: Node, why?: string): Node {
  return libraryStep(name, `\\frac{\\partial L}{\\partial ${of}}`, value, why);
}
