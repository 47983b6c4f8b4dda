import type { Node } from '../../node.ts';
import { constant, exp, matmul, negated, plus, softplus, sumOver, total } from '../../terms.ts';
import { upTo } from '../constants.ts';
import { ArgumentError, libraryStep } from '../function.ts';
import { checkMachine, freeEnergy, type Machine } from './rbm-terms.ts';

/** The partition function, by all states of the visible units; the hidden ones are summed out. */

const MOST_UNITS = 12;
/** So many visible units have each state on a line of its own. */
const MOST_WRITTEN = 2;

/** 00, 01, 10, 11 */
function states(units: number): number[][] {
  return upTo(2 ** units).map(state => upTo(units).map(i => Math.floor(state / 2 ** (units - 1 - i)) % 2));
}

/** @throws ArgumentError above 12 units, or where the sum is too large for a number */
export function partition(row: string, weights: Machine): Node {
  const [visible, hidden] = checkMachine(row, weights);
  if (visible + hidden > MOST_UNITS) {
    throw new ArgumentError(
      `${row}: all states are summed, so at most ${MOST_UNITS} units fit, not ${visible + hidden}`,
    );
  }
  const all = states(visible);
  const sum =
    visible <= MOST_WRITTEN
      ? total(all.map(v => exp(negated(freeEnergy(constant(v), weights, v.join(''))))))
      : sumOver(exp(negativeFreeEnergies(constant(all), weights)));
  if (!Number.isFinite(sum.data[0]))
    throw new ArgumentError(`${row}: Z is too large for a number: the weights are too large`);
  return libraryStep('Z', 'Z', sum, 'over all visible states, the hidden units summed out');
}

/** −F of every row at once. */
function negativeFreeEnergies(all: Node, { W, b, c }: Machine): Node {
  const V = libraryStep('V', 'V', all, 'all states of the visible units, row by row');
  const product = matmul(V, W);
  const A = libraryStep('A', 'A', c ? plus(product, c) : product, 'what each hidden unit receives in each of them');
  const hidden = sumOver(softplus(A), [1]);
  const F = negated(b ? plus(matmul(V, b), hidden) : hidden);
  return negated(libraryStep('F', 'F', F, 'the free energy of each visible state'));
}
