import type { Node } from '../../node.ts';
import { type Shape, shapeText } from '../../tensor.ts';
import { matmul, minus, negated, plus, sigmoid, softplus } from '../../terms.ts';
import { ArgumentError, libraryStep } from '../function.ts';
import { spelledSum } from '../losses/common.ts';
import { matrix, optional, vector } from '../parameters.ts';

/** A restricted Boltzmann machine: its weights, and what all its functions are made of. */

/** W is (visible, hidden); b belongs to the visible units, c to the hidden ones. */
export interface Machine {
  readonly W: Node;
  readonly b?: Node | undefined;
  readonly c?: Node | undefined;
}

export const machine = { W: matrix(), b: optional(vector()), c: optional(vector()) };

export const SHAPES = 'v and b: (visible); h and c: (hidden); W: (visible, hidden)';
export const CONVENTION =
  'Units are 0 or 1. b are the biases of the visible units, c those of the hidden ones, as in Goodfellow et al.; Hinton calls them a and b. A bias that is left out is 0.';
export const SOURCE =
  'Goodfellow, Bengio and Courville 2016, Deep Learning, section 20.2; Hinton 2012, A Practical Guide to Training Restricted Boltzmann Machines';

const MOST_UNITS = 100;

export function checkVector(row: string, name: string, node: Node, length: number, what: string): void {
  if (node.shape.length === 1 && node.shape[0] === length) return;
  throw new ArgumentError(
    `${row}: "${name}" must hold ${length} numbers, one for each ${what}, and has shape ${shapeText(node.shape)}`,
  );
}

/** Visible and hidden units of a machine. @throws ArgumentError where a bias does not fit */
export function checkMachine(row: string, { W, b, c }: Machine): readonly [visible: number, hidden: number] {
  const [visible, hidden] = W.shape as Shape as [number, number];
  if (visible > MOST_UNITS || hidden > MOST_UNITS) {
    throw new ArgumentError(`${row}: W has shape ${shapeText(W.shape)}, and at most ${MOST_UNITS} units a side fit`);
  }
  if (b) checkVector(row, 'b', b, visible, 'row of W');
  if (c) checkVector(row, 'c', c, hidden, 'column of W');
  return [visible, hidden];
}

/** @throws ArgumentError unless each unit is 0 or 1 */
export function checkStates(row: string, name: string, node: Node, length: number, what: string): void {
  checkVector(row, name, node, length, what);
  if (node.data.some(x => x !== 0 && x !== 1))
    throw new ArgumentError(`${row}: units are 0 or 1, also those of "${name}"`);
}

const shifted = (bias: Node | undefined, sum: Node): Node => (bias ? plus(bias, sum) : sum);

/** σ(c + Wᵀ v) */
export const hiddenGiven = (v: Node, { W, c }: Machine): Node => sigmoid(shifted(c, matmul(v, W)));
/** σ(b + W h) */
export const visibleGiven = (h: Node, { W, b }: Machine): Node => sigmoid(shifted(b, matmul(W, h)));

/** The terms that are subtracted from 0, as lines: −x − y − z. */
function minusAll(terms: readonly Node[]): Node {
  const [first, ...rest] = terms as [Node, ...Node[]];
  return rest.reduce(minus, negated(first));
}

/** −bᵀv − cᵀh − vᵀWh */
export function energy(v: Node, h: Node, { W, b, c }: Machine): Node {
  const terms = [
    b && libraryStep('bv', 'b^{\\top} v', matmul(b, v), 'the biases of the visible units that are on'),
    c && libraryStep('ch', 'c^{\\top} h', matmul(c, h), 'the biases of the hidden units that are on'),
    libraryStep('vWh', 'v^{\\top} W h', matmul(v, matmul(W, h)), 'the weights between units that are both on'),
  ].filter(term => term !== undefined);
  return libraryStep('E', 'E', minusAll(terms));
}

/** −bᵀv − Σ softplus(c + Wᵀv), as a line of its own. @param mark what sets it apart from those of other states */
export function freeEnergy(v: Node, { W, b, c }: Machine, mark = ''): Node {
  const index = mark === '' ? '' : `_{${mark}}`;
  const why = mark === '' || /^0+$/.test(mark) ? 'what each hidden unit receives' : undefined;
  const a = libraryStep(`a${mark}`, `a${index}`, shifted(c, matmul(v, W)), why);
  const hidden = spelledSum(softplus(a));
  return libraryStep(`F${mark}`, `F${index}`, b ? minus(negated(matmul(b, v)), hidden) : negated(hidden));
}
