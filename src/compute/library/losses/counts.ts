import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { over, plus, squared, times } from '../../terms.ts';
import { one, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, fraction, optional, positive } from '../parameters.ts';

/** Rates of a classifier from the counts of its hits and misses. */

/** @throws ArgumentError where nothing was counted */
function rate(row: string, what: string, above: Node, below: Node): Node {
  if (below.data[0] === 0) throw new ArgumentError(`${row}: ${what} does not exist, for its denominator is 0`);
  return over(above, below);
}

/** (1 + β²) P R / (β² P + R) */
function weightedMean(precision: Node, recall: Node, beta: Node): Node {
  const square = squared(beta);
  return over(times(times(plus(one, square), precision), recall), plus(times(square, precision), recall));
}

export const counts: readonly LibraryFunction[] = [
  define({
    name: 'precision_recall',
    parameters: { tp: count(), fp: count(), fn: count(), tn: optional(count()) },
    formula:
      'P = \\frac{TP}{TP + FP},\\quad R = \\frac{TP}{TP + FN},\\quad F_1 = \\frac{2PR}{P + R},\\quad \\text{accuracy} = \\frac{TP + TN}{TP + FP + FN + TN},\\quad \\text{specificity} = \\frac{TN}{TN + FP}',
    summary:
      'Precision, recall and F1 from the true positives, false positives and false negatives. With the true negatives also accuracy and specificity. Fields: precision, recall, f1, accuracy, specificity.',
    convention:
      'Recall is also called sensitivity or true positive rate; specificity is the true negative rate. A rate whose denominator is 0 is refused.',
    example: 'precision_recall(tp=8, fp=2, fn=4, tn=6).f1',
    source:
      'Powers 2011, Evaluation: From Precision, Recall and F-Measure to ROC, Informedness, Markedness and Correlation',
    build: ({ tp, fp, fn, tn }) => {
      const row = 'precision_recall';
      const ratio = (name: string, tex: string, above: Node, below: Node, why: string): Node =>
        libraryStep(name, tex, rate(row, name, above, below), why);
      const precision = ratio(
        'precision',
        'P',
        tp,
        plus(tp, fp),
        'of all that were called positive, the share that is',
      );
      const recall = ratio('recall', 'R', tp, plus(tp, fn), 'of all that are positive, the share that was found');
      const harmonic = over(times(times(two, precision), recall), plus(precision, recall));
      // Without a hit both rates are 0, and the same mean by counts is 0 too.
      const byCounts = over(times(two, tp), plus(plus(times(two, tp), fp), fn));
      const f1 = libraryStep('f1', 'F_1', tp.data[0] === 0 ? byCounts : harmonic, 'the harmonic mean of both');
      if (!tn) return fields({ precision, recall, f1 });
      const all = plus(plus(plus(tp, fp), fn), tn);
      return fields({
        precision,
        recall,
        f1,
        accuracy: libraryStep('accuracy', '\\text{accuracy}', over(plus(tp, tn), all), 'the share of right answers'),
        specificity: ratio(
          'specificity',
          '\\text{specificity}',
          tn,
          plus(tn, fp),
          'of all that are negative, the share that was called so',
        ),
      });
    },
  }),
  define({
    name: 'fbeta',
    parameters: { precision: fraction(), recall: fraction(), beta: positive(1) },
    formula: 'F_\\beta = \\frac{(1 + \\beta^2) P R}{\\beta^2 P + R}',
    summary: 'Weighted harmonic mean of precision and recall; recall counts beta times as much as precision.',
    example: 'fbeta(0.8, 0.5, beta=2)',
    source: 'van Rijsbergen 1979, Information Retrieval, chapter 7',
    build: ({ precision, recall, beta }) => {
      if (precision.data[0] === 0 && recall.data[0] === 0) {
        throw new ArgumentError('fbeta: precision and recall are both 0, so the denominator is 0');
      }
      const isPlain = beta.data[0] === 1 && beta.label === null;
      const plain = over(times(times(two, precision), recall), plus(precision, recall));
      return libraryStep('F', isPlain ? 'F_1' : 'F_{\\beta}', isPlain ? plain : weightedMean(precision, recall, beta));
    },
  }),
];
