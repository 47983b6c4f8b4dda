import { markDegenerate, type Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import {
  argmax,
  constant,
  element,
  equal,
  greater,
  less,
  matmul,
  oneHot,
  over,
  plus,
  reshape,
  sumOver,
  times,
  total,
  transpose,
} from '../../terms.ts';
import { half, upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { optional, size, tensor, vector } from '../parameters.ts';
import { checkRank, checkSameShape, spelledMean } from './common.ts';
import { areClasses, checkClasses } from './targets.ts';

/** How predictions are judged: by class, by rank, by the order of their scores. */

/** Of each positive and each negative a comparison is written. */
const MOST_SCORES = 40;
const MOST_CLASSES = 40;

/** The scores of the targets, as a column beside the scores. */
function targetScores(scores: Node, target: Node): Node {
  const classes = scores.shape[1] as number;
  return sumOver(times(oneHot(target, classes), scores), [1], true);
}

/** Whether a tie decides what is among the k best, so that it rests on a convention. */
function isTied(scores: Node, own: Node, ahead: Node, k: number): boolean {
  const classes = scores.shape[1] as number;
  return [...own.data].some((score, n) => {
    const row = scores.data.subarray(n * classes, (n + 1) * classes);
    const above = ahead.data[n] as number;
    return above < k && above + row.filter(other => other === score).length > k;
  });
}

/** Whether each target is among the k best. */
function hits(scores: Node, target: Node, k: Node): Node {
  const own = libraryStep('s', 's_y', targetScores(scores, target), 'the score of the target');
  const ahead = sumOver(greater(scores, own), [1]);
  const counted = isTied(scores, own, ahead, k.data[0] as number) ? markDegenerate(ahead) : ahead;
  return less(libraryStep('r', 'r', counted, 'how many scores lie above it'), k);
}

const asRows = (scores: Node): Node => (scores.shape.length === 1 ? reshape(scores, [1, ...scores.shape]) : scores);
const asList = (target: Node): Node => (target.shape.length === 0 ? reshape(target, [1]) : target);

export const predictions: readonly LibraryFunction[] = [
  define({
    name: 'accuracy',
    parameters: { logits: tensor(), target: tensor(), k: size(1) },
    formula:
      '\\text{accuracy} = \\frac{1}{N} \\sum_n [\\hat y_n = y_n],\\qquad \\hat y_n = \\operatorname{argmax}_j z_{nj}',
    summary: 'Share of samples whose target has the largest score, or one of the k largest (top-k accuracy).',
    shapes: 'logits: (C) with a class number, or (N, C) with (N)',
    convention:
      'Classes are counted from 0. The scores may be logits or probabilities. With k a sample is right where fewer than k scores lie above that of its target.',
    example: 'accuracy([[2, 1], [0, 3], [1, 0]], [0, 1, 1])',
    source: 'Krizhevsky, Sutskever and Hinton 2012, ImageNet Classification with Deep Convolutional Neural Networks',
    build: ({ logits, target, k }) => {
      checkRank('accuracy', 'logits', logits, [1, 2]);
      if (!areClasses('accuracy', logits, target)) {
        throw new ArgumentError('accuracy: the target must be class numbers');
      }
      const classes = logits.shape.at(-1) as number;
      if ((k.data[0] as number) > classes) throw new ArgumentError(`accuracy: k is larger than the ${classes} classes`);
      if (k.data[0] === 1) {
        const best = logits.shape.length === 1 ? argmax(logits) : argmax(logits, [1]);
        const predicted = libraryStep('predicted', '\\hat y', best, 'the class of the largest score, counted from 0');
        return libraryStep('accuracy', '\\text{accuracy}', spelledMean(equal(predicted, target)));
      }
      const hit = hits(asRows(logits), asList(target), k);
      return libraryStep(
        'accuracy',
        '\\text{accuracy}',
        spelledMean(hit),
        'right where fewer than k scores lie above that of the target',
      );
    },
  }),
  define({
    name: 'confusion_matrix',
    parameters: { predicted: vector(), target: vector(), classes: optional(size()) },
    formula: 'C_{ij} = \\sum_n [y_n = i]\\,[\\hat y_n = j]',
    summary: 'How often each true class (row) was predicted as each class (column).',
    shapes: 'predicted and target: (N); the result is (classes, classes)',
    convention:
      'Classes are counted from 0; unless their number is given, the largest one that occurs is the last. Rows are the true classes, as in scikit-learn; some books have them as columns.',
    example: 'confusion_matrix([0, 1, 1, 0], [0, 1, 0, 0])',
    source: 'scikit-learn confusion_matrix',
    build: ({ predicted, target, classes }) => {
      const row = 'confusion_matrix';
      checkSameShape(row, predicted, target);
      const most = [...predicted.data, ...target.data].reduce((a, b) => Math.max(a, b));
      const n = classes ? (classes.data[0] as number) : Math.max(1, most + 1);
      if (n > MOST_CLASSES) throw new ArgumentError(`${row}: at most ${MOST_CLASSES} classes fit, not ${n}`);
      checkClasses(row, 'predicted', predicted, n);
      checkClasses(row, 'target', target, n);
      const why = 'each sample counts at the row of its class and the column of its prediction';
      return libraryStep('C', 'C', matmul(transpose(oneHot(target, n)), oneHot(predicted, n)), why);
    },
  }),
  define({
    name: 'auc',
    parameters: { scores: vector(), labels: vector() },
    formula:
      '\\mathrm{AUC} = \\frac{1}{P N} \\sum_{i \\in +} \\sum_{j \\in -} \\left([s_i > s_j] + \\tfrac12 [s_i = s_j]\\right)',
    summary: 'Area under the ROC curve: how often a positive has a higher score than a negative; ties count half.',
    shapes: `scores and labels: (n), at most ${MOST_SCORES}; a label is 1 for a positive and 0 for a negative`,
    example: 'auc([0.9, 0.4, 0.6, 0.2], [1, 1, 0, 0])',
    source: 'Hanley and McNeil 1982, The Meaning and Use of the Area under a ROC Curve',
    build: ({ scores, labels }) => {
      checkSameShape('auc', scores, labels);
      const n = scores.data.length;
      if (n > MOST_SCORES)
        throw new ArgumentError(`auc: at most ${MOST_SCORES} scores fit, not ${n} of shape ${shapeText(scores.shape)}`);
      if (labels.data.some(y => y !== 0 && y !== 1)) throw new ArgumentError('auc: the labels must be 0 or 1');
      const [positives, negatives] = [1, 0].map(label => upTo(n).filter(i => labels.data[i] === label)) as [
        number[],
        number[],
      ];
      if (positives.length === 0 || negatives.length === 0) {
        throw new ArgumentError('auc: there must be both positives and negatives');
      }
      const wins = positives.map((i, at) => {
        const value = total(negatives.map(j => beats(element(scores, i), element(scores, j))));
        const why = at === 0 ? 'how many negatives lie below this positive' : undefined;
        return libraryStep(`u${i + 1}`, `u_{${i + 1}}`, value, why);
      });
      const pairs = positives.length * negatives.length;
      return libraryStep('AUC', '\\mathrm{AUC}', over(total(wins), constant(pairs)), 'out of all such pairs');
    },
  }),
];

function beats(positive: Node, negative: Node): Node {
  const above = greater(positive, negative);
  return positive.data[0] === negative.data[0] ? plus(above, times(half, equal(positive, negative))) : above;
}
