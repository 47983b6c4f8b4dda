import type { Node } from '../../node.ts';
import { componentOf } from '../../operations/component.ts';
import { shapeText } from '../../tensor.ts';
import { constant, list, maximum, minus, plus, squared, times, total } from '../../terms.ts';
import { isOn, upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, flag, number, tensor, word } from '../parameters.ts';
import { averaged, checkRank, checkSameShape, ELEMENT_LOSS, eachElement, REDUCTIONS, reduced } from './common.ts';
import { areClasses } from './targets.ts';

/** Losses that are 0 once a score leads by a margin. */

const zero = constant(0);
const reduction = byName(word(REDUCTIONS, 'mean'));
const margin = byName(number(1));
/** Each score is compared in a term of its own. */
const MOST_SCORES = 500;

/** By how much each other class violates the margin. */
function violations(scores: Node, sample: readonly number[], k: number, m: Node, isSquared: boolean): Node[] {
  const own = componentOf(scores, [...sample, k]);
  return upTo(scores.shape.at(-1) as number)
    .filter(j => j !== k)
    .map(j => {
      const excess = maximum(zero, plus(minus(m, own), componentOf(scores, [...sample, j])));
      return isSquared ? squared(excess) : excess;
    });
}

const COMBINE: Readonly<Record<'mean' | 'sum' | 'max', (parts: readonly Node[], classes: number) => Node>> = {
  mean: (parts, classes) => averaged(total(parts), classes),
  sum: total,
  max: parts => parts.reduce(maximum),
};

export const margins: readonly LibraryFunction[] = [
  define({
    name: 'hinge',
    parameters: { score: tensor(), target: tensor(), margin, squared: byName(flag(0)), reduction },
    formula: '\\ell = \\max(0,\\; m - y s)',
    summary: 'Hinge loss of a score s and its class y, which is −1 or 1; with squared=1 its square.',
    shapes: 'score and target: any one shape; reduction=none keeps it, else a single number',
    example: 'hinge([0.5, -2], [1, -1])',
    source: 'Cortes and Vapnik 1995, Support-Vector Networks; scikit-learn hinge_loss',
    build: ({ score, target, margin: m, squared: square, reduction: way }) => {
      checkSameShape('hinge', score, target);
      if (target.data.some(y => Math.abs(y) !== 1)) throw new ArgumentError('hinge: the targets must be −1 or 1');
      const loss = (s: Node, y: Node): Node => {
        const value = maximum(zero, minus(m, times(y, s)));
        return isOn(square) ? squared(value) : value;
      };
      const why = 'no loss once the score leads by the margin';
      return reduced(eachElement(ELEMENT_LOSS, [score, target], loss, why), way);
    },
  }),
  define({
    name: 'multiclass_hinge',
    parameters: {
      scores: tensor(),
      target: tensor(),
      margin,
      over: byName(word(['mean', 'sum', 'max'] as const, 'mean')),
      squared: byName(flag(0)),
      reduction,
    },
    formula: '\\ell = \\frac{1}{C} \\sum_{j \\ne k} \\max(0,\\; m - s_k + s_j)',
    summary:
      'Hinge loss of several classes: by how much the score of the target k falls short of leading each other score by the margin.',
    shapes: '(C) with a class number, or (N, C) with (N); reduction=none gives (N)',
    convention:
      'Classes are counted from 0. over=mean divides the sum by all C classes, as PyTorch does; over=sum does not (CS231n; Weston and Watkins with the margin 2); over=max takes the worst class alone (Crammer and Singer). squared=1 squares each term.',
    example: 'multiclass_hinge([3, 5, 2], 0, over=sum)',
    source:
      'Weston and Watkins 1999, Support Vector Machines for Multi-Class Pattern Recognition; PyTorch MultiMarginLoss',
    build: ({ scores, target, margin: m, over: by, squared: square, reduction: way }) => {
      const row = 'multiclass_hinge';
      checkRank(row, 'scores', scores, [1, 2]);
      if (!areClasses(row, scores, target)) throw new ArgumentError(`${row}: the target must be class numbers`);
      const classes = scores.shape.at(-1) as number;
      const samples = scores.shape.length === 1 ? 1 : (scores.shape[0] as number);
      if (classes < 2 || classes * samples > MOST_SCORES) {
        throw new ArgumentError(
          `${row}: there must be 2 classes or more and at most ${MOST_SCORES} scores, and they have shape ${shapeText(scores.shape)}`,
        );
      }
      const lossOf = (sample: readonly number[], k: number): Node =>
        COMBINE[by](violations(scores, sample, k, m, isOn(square)), classes);
      if (scores.shape.length === 1) return reduced(lossOf([], target.data[0] as number), way, WHY);
      const losses = upTo(samples).map(n =>
        libraryStep(`l${n + 1}`, `\\ell_{${n + 1}}`, lossOf([n], target.data[n] as number), n === 0 ? WHY : undefined),
      );
      return reduced(list(losses), way);
    },
  }),
];

const WHY = 'each other class must stay below the target by the margin';
