import type { Node } from '../../node.ts';
import { sizeOf } from '../../tensor.ts';
import { ln, minus, negated, plus, softplus, times } from '../../terms.ts';
import { one } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, optional, tensor, word } from '../parameters.ts';
import {
  averaged,
  checkFractions,
  checkSameShape,
  ELEMENT_LOSS,
  eachElement,
  LOSS,
  lnOfNonzero,
  type Named,
  REDUCTIONS,
  type Reduction,
  reduced,
  spelledSum,
} from './common.ts';

/** Cross-entropy of two classes, element by element; of several labels at once too. */

const reduction = byName(word(REDUCTIONS, 'mean'));
const per = byName(word(['element', 'sample'] as const, 'element'));
const SHAPES = 'any one shape; a list holds samples of one label each, rows hold the labels of one sample each';
const MULTI_LABEL =
  'The mean is over all elements, as PyTorch takes it. With per=sample the labels of a row add up and the mean is over the rows.';

function combined(row: string, losses: Node, way: Reduction, by: 'element' | 'sample'): Node {
  if (by === 'element') return reduced(losses, way);
  if (losses.shape.length !== 2) throw new ArgumentError(`${row}: per=sample needs rows of labels`);
  if (way !== 'mean') throw new ArgumentError(`${row}: per=sample is a mean, and reduction=${way} is none`);
  return libraryStep(...LOSS, averaged(spelledSum(losses), losses.shape[0] as number), 'the labels of a sample add up');
}

/** y ln p + (1 − y) ln(1 − p) */
export function bernoulliLog(p: Node, y: Node): Node {
  const [q, n] = [minus(one, p), minus(one, y)];
  const isSingle = sizeOf(p.shape) === 1;
  const logOf = (x: Node, named: Named): Node => (isSingle ? ln(x) : lnOfNonzero(x, named));
  const [positive, negative] = [times(y, logOf(p, ['p', '\\tilde p'])), times(n, logOf(q, ['q', '\\tilde q']))];
  // Of a sure prediction that is right only one term is left: the other is 0 · ln 0.
  if (isSingle && p.data[0] === 0) return negative;
  if (isSingle && p.data[0] === 1) return positive;
  return plus(positive, negative);
}

/** @throws ArgumentError unless these are probabilities under which each target can occur */
export function checkBernoulli(row: string, what: readonly [p: string, y: string], p: Node, y: Node): void {
  checkSameShape(row, p, y);
  checkFractions(row, what[0], p);
  checkFractions(row, what[1], y);
  const isImpossible = (chance: number, target: number): boolean =>
    (chance === 0 && target > 0) || (chance === 1 && target < 1);
  if (p.data.some((chance, i) => isImpossible(chance, y.data[i] as number))) {
    throw new ArgumentError(`${row}: a target has probability 0, so its logarithm is infinite`);
  }
}

export const binary: readonly LibraryFunction[] = [
  define({
    name: 'binary_cross_entropy',
    parameters: { probs: tensor(), target: tensor(), reduction, per },
    formula: 'L = -\\frac{1}{n} \\sum_i \\left(y_i \\ln p_i + (1 - y_i) \\ln(1 - p_i)\\right)',
    summary: 'Cross-entropy of two classes from the probabilities of class 1, also of several labels at once.',
    shapes: SHAPES,
    convention: `${MULTI_LABEL} 0 · ln 0 is 0; a target of probability 0 is refused, where PyTorch cuts the logarithm at −100.`,
    example: 'binary_cross_entropy([0.9, 0.2], [1, 0])',
    source: 'PyTorch BCELoss; Goodfellow, Bengio and Courville 2016, Deep Learning, section 6.2.2.2',
    build: ({ probs, target, reduction: way, per: by }) => {
      const row = 'binary_cross_entropy';
      checkBernoulli(row, ['probs', 'the targets'], probs, target);
      const loss = (p: Node, y: Node): Node => negated(bernoulliLog(p, y));
      return combined(row, eachElement(ELEMENT_LOSS, [probs, target], loss), way, by);
    },
  }),
  define({
    name: 'binary_cross_entropy_logits',
    parameters: { logits: tensor(), target: tensor(), pos_weight: optional(tensor()), reduction, per },
    formula:
      'L = \\frac{1}{n} \\sum_i \\left(\\operatorname{softplus}(z_i) - y_i z_i\\right),\\qquad \\operatorname{softplus}(z) = \\ln(1 + e^z)',
    summary: 'Cross-entropy of two classes from logits, that is with p = σ(z), in a form that cannot overflow.',
    shapes: `${SHAPES}; pos_weight: a number, or one for each label`,
    convention: `${MULTI_LABEL} pos_weight w multiplies the term of the positive targets: w · y · softplus(−z) + (1 − y) · softplus(z).`,
    example: 'binary_cross_entropy_logits([2, -1], [1, 0])',
    source: 'PyTorch BCEWithLogitsLoss',
    build: ({ logits, target, pos_weight, reduction: way, per: by }) => {
      const row = 'binary_cross_entropy_logits';
      checkSameShape(row, logits, target);
      checkFractions(row, 'the targets', target);
      if (!pos_weight) {
        const loss = (z: Node, y: Node): Node => minus(softplus(z), times(y, z));
        const why = 'the same as −y ln σ(z) − (1 − y) ln(1 − σ(z))';
        return combined(row, eachElement(ELEMENT_LOSS, [logits, target], loss, why), way, by);
      }
      checkPositiveWeight(row, pos_weight, logits);
      const loss = (z: Node, y: Node, w: Node): Node =>
        plus(times(times(w, y), softplus(negated(z))), times(minus(one, y), softplus(z)));
      const why = 'softplus(−z) is −ln σ(z), and softplus(z) is −ln(1 − σ(z))';
      return combined(row, eachElement(ELEMENT_LOSS, [logits, target, pos_weight], loss, why), way, by);
    },
  }),
];

function checkPositiveWeight(row: string, weight: Node, logits: Node): void {
  if (weight.data.some(w => w < 0)) throw new ArgumentError(`${row}: pos_weight must be 0 or more`);
  const labels = logits.shape.at(-1);
  const fits = weight.shape.length === 0 || (weight.shape.length === 1 && weight.shape[0] === labels);
  if (!fits) throw new ArgumentError(`${row}: pos_weight must be a single number or one for each of ${labels} labels`);
}
