import { isConstant, type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { minus, over, plus, power, root, times } from '../../terms.ts';
import { one } from '../constants.ts';
import { ArgumentError, libraryStep } from '../function.ts';

/** What the update rules share: names over time, weighted sums with the last state, and what must hold. */

/** When a state is: its index as it is written, and what its name ends in. */
export interface Moment {
  readonly tex: string;
  readonly mark: string;
  /** The steps before it were the same, so that nobody needs to hear again why they are taken. */
  readonly repeats?: true;
}

/** The step that is being taken: its number where one is written, else the author's name for it. */
export function momentOf(t: Node | null): Moment {
  if (t === null) return { tex: 't', mark: '' };
  return { tex: isConstant(t) ? String(t.data[0]) : (t.label?.tex ?? 't'), mark: '' };
}

/** Step number t of a run. */
export function momentIn(t: number): Moment {
  const moment = { tex: String(t), mark: String(t) };
  return t > 1 ? { ...moment, repeats: true } : moment;
}

/** A value at a moment: m_t, or m_{3}, which is then called m3. */
export function at(moment: Moment, name: string, symbol: string, value: Node, why?: string): Node {
  return libraryStep(`${name}${moment.mark}`, `${symbol}_{${moment.tex}}`, value, moment.repeats ? undefined : why);
}

/** decay · state + addend; a state that starts from nothing is not written. */
export function decayed(decay: Node, state: Node, addend: Node): Node {
  return isConstant(state, 0) ? addend : plus(times(decay, state), addend);
}

/** decay · state + (1 − decay) · value. */
export function averaged(decay: Node, state: Node, value: Node): Node {
  return decayed(decay, state, times(minus(one, decay), value));
}

/** The gradient with that of an L2 penalty λ/2 ‖θ‖² added. */
export function withPenalty(moment: Moment, g: Node, theta: Node, decay: Node): Node {
  if (isConstant(decay, 0)) return g;
  const why = 'coupled weight decay adds λθ, the gradient of the L2 penalty';
  return at(moment, 'gdecay', '\\tilde g', plus(g, times(decay, theta)), why);
}

export type Place = 'outside' | 'inside';

/** √square + ε, or √(square + ε). @throws ArgumentError where it is 0 or does not exist */
export function safeRoot(caller: string, square: Node, eps: Node, place: Place): Node {
  if (square.data.some(x => x < 0)) throw new ArgumentError(`${caller}: the mean of squares must not be negative`);
  if ((eps.data[0] as number) < 0) throw new ArgumentError(`${caller}: eps must be 0 or more`);
  const result = isConstant(eps, 0)
    ? root(square)
    : place === 'inside'
      ? root(plus(square, eps))
      : plus(root(square), eps);
  if (!result.data.every(x => x > 0)) {
    throw new ArgumentError(`${caller}: the denominator is 0: eps must be above 0 where every gradient so far is 0`);
  }
  return result;
}

/** state / (1 − decayᵗ). @throws ArgumentError where that is a division by 0 */
export function corrected(caller: string, state: Node, decay: Node, t: Node): Node {
  const denominator = minus(one, power(decay, t));
  if (denominator.data[0] === 0) throw new ArgumentError(`${caller}: the correction needs a decay below 1`);
  return over(state, denominator);
}

/**
 * @param states may be single numbers beside tensors, as 0 is at the start
 * @throws ArgumentError where a shape is not that of theta
 */
export function checkShapes(
  caller: string,
  theta: Node,
  same: Readonly<Record<string, Node>>,
  states: Readonly<Record<string, Node>> = {},
): void {
  const fail = (name: string, { shape }: Node): never => {
    throw new ArgumentError(
      `${caller}: "${name}" has shape ${shapeText(shape)} and must have that of theta, ${shapeText(theta.shape)}`,
    );
  };
  for (const [name, node] of Object.entries(same)) if (!sameShape(node.shape, theta.shape)) fail(name, node);
  for (const [name, node] of Object.entries(states)) {
    if (node.shape.length > 0 && !sameShape(node.shape, theta.shape)) fail(name, node);
  }
}
