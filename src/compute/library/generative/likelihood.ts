import { input, isConstant, type Node } from '../../node.ts';
import { constant, ln, minus, negated, over, plus, squared, times } from '../../terms.ts';
import { half, two } from '../constants.ts';
import { ArgumentError, libraryStep } from '../function.ts';
import { bernoulliLog, checkBernoulli } from '../losses/binary.ts';
import { checkSameShape, ELEMENT_LOSS, eachElement, spelledSum } from '../losses/common.ts';

/** How likely a decoder makes what it should reconstruct. */

export const LIKELIHOODS = ['gaussian', 'bernoulli'] as const;

export interface Reconstruction {
  readonly x: Node;
  readonly xhat: Node;
  readonly model: (typeof LIKELIHOODS)[number];
  readonly spread: Node;
  /** With the constant term of the normal density. */
  readonly isFull: boolean;
}

const pi = input({ name: 'pi', tex: '\\pi' }, Math.PI);

const MODELS: Readonly<Record<Reconstruction['model'], (row: string, given: Reconstruction) => Node>> = {
  gaussian: (_, { x, xhat, spread, isFull }) => {
    const isStandard = isConstant(spread, 1);
    const distance = spelledSum(squared(minus(x, xhat)));
    const d = libraryStep('d2', '\\lVert x - \\hat x \\rVert^2', distance, 'the squared distance');
    const fit = isStandard ? times(half, d) : over(d, times(two, squared(spread)));
    if (!isFull) return fit;
    const scale = isStandard ? times(two, pi) : times(times(two, pi), squared(spread));
    return plus(fit, times(over(constant(x.data.length), two), ln(scale)));
  },
  bernoulli: (row, { x, xhat, spread }) => {
    checkBernoulli(row, ['xhat', 'x'], xhat, x);
    if (!isConstant(spread, 1)) throw new ArgumentError(`${row}: a Bernoulli distribution has no sigma`);
    const loss = (p: Node, y: Node): Node => negated(bernoulliLog(p, y));
    return spelledSum(eachElement(ELEMENT_LOSS, [xhat, x], loss, 'the cross-entropy of each number'));
  },
};

/** −ln p(x | z). @throws ArgumentError where it does not exist */
export function negativeLogLikelihood(row: string, given: Reconstruction): Node {
  checkSameShape(row, given.x, given.xhat);
  return MODELS[given.model](row, given);
}
