import { input, type Node } from '../../node.ts';
import { componentOf } from '../../operations/component.ts';
import { shapeText } from '../../tensor.ts';
import { list, logSumExp, minus, negated, oneHot, outer, over, softmax, times } from '../../terms.ts';
import { one, upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, fraction, optional, positive, size, tensor, vector, word } from '../parameters.ts';
import { checkRank, isFew } from './common.ts';
import { checkClasses, checkDistribution, smoothed } from './targets.ts';

/** What stands around a softmax: its temperature, logarithm and Jacobian, and smoothed targets. */

/** The Jacobian of more classes is nothing that one works out. */
const MOST_CLASSES = 100;

export const softmaxes: readonly LibraryFunction[] = [
  define({
    name: 'softmax_temperature',
    parameters: { logits: tensor(), temperature: positive(1) },
    formula: 'p_i = \\frac{e^{z_i / T}}{\\sum_j e^{z_j / T}}',
    summary: 'Softmax with a temperature: above 1 it is flatter, below 1 sharper. Along the last axis.',
    shapes: '(C) or (N, C); the result has the same shape',
    example: 'softmax_temperature([2, 1, 0], 2)',
    source: 'Hinton, Vinyals and Dean 2015, Distilling the Knowledge in a Neural Network',
    build: ({ logits, temperature }) => {
      checkRank('softmax_temperature', 'logits', logits, [1, 2]);
      const scaled = libraryStep('s', 's', over(logits, temperature), 'every logit divided by the temperature');
      return libraryStep('p', 'p', logits.shape.length === 1 ? softmax(scaled) : softmax(scaled, [1]));
    },
  }),
  define({
    name: 'log_softmax',
    parameters: { logits: tensor() },
    formula: '\\ln p_i = z_i - \\ln \\sum_j e^{z_j}',
    summary: 'Logarithm of the softmax along the last axis; cannot overflow.',
    shapes: '(C) or (N, C); the result has the same shape',
    example: 'log_softmax([2, 1, 0])',
    source: 'PyTorch log_softmax',
    build: ({ logits }) => {
      checkRank('log_softmax', 'logits', logits, [1, 2]);
      const sum = logits.shape.length === 1 ? logSumExp(logits) : logSumExp(logits, [1], true);
      const s = libraryStep('s', 's', sum, 'the logarithm of the sum of all exponentials');
      return libraryStep('logp', '\\ln p', minus(logits, s));
    },
  }),
  define({
    name: 'softmax_jacobian',
    parameters: { logits: vector() },
    formula: 'J = \\operatorname{diag}(p) - p\\, p^\\top,\\qquad J_{ij} = p_i ([i = j] - p_j)',
    summary: 'Jacobian of the softmax: how each probability changes with each logit.',
    shapes: '(C) gives (C, C)',
    example: 'softmax_jacobian([1, 0])',
    source: 'Bishop 2006, Pattern Recognition and Machine Learning, equation 4.106',
    build: ({ logits }) => {
      const n = logits.shape[0] as number;
      if (n > MOST_CLASSES) {
        throw new ArgumentError(
          `softmax_jacobian: logits have shape ${shapeText(logits.shape)}, and ${MOST_CLASSES} is the most`,
        );
      }
      const p = libraryStep('p', 'p', softmax(logits));
      if (!isFew(logits)) {
        const I = input(
          { name: 'I', tex: 'I' },
          upTo(n).map(i => upTo(n).map(j => (i === j ? 1 : 0))),
        );
        const diagonal = times(I, p);
        return libraryStep('J', 'J', minus(diagonal, outer(p, p)));
      }
      const entry = (i: number, j: number): Node => {
        const [a, b] = [componentOf(p, [i]), componentOf(p, [j])];
        return i === j ? times(a, minus(one, a)) : negated(times(a, b));
      };
      const rows = upTo(n).map(i => list(upTo(n).map(j => entry(i, j))));
      return libraryStep('J', 'J', list(rows), 'on the diagonal pᵢ(1 − pᵢ), elsewhere −pᵢpⱼ');
    },
  }),
  define({
    name: 'label_smoothing',
    parameters: {
      target: tensor(),
      eps: fraction(0.1),
      classes: optional(size()),
      spread: byName(word(['all', 'others'] as const, 'all')),
    },
    formula:
      'q = (1 - \\varepsilon)\\, y + \\frac{\\varepsilon}{C} \\quad\\text{or}\\quad q = (1 - \\varepsilon)\\, y + \\frac{\\varepsilon}{C - 1} (1 - y)',
    summary: 'Smoothed targets, from one-hot rows, or from class numbers where the number of classes is given.',
    shapes: '(C) or (N, C); with classes a number or (N), which gives (C) or (N, C)',
    convention:
      'spread=all shares ε among all C classes, the target included, as the paper and PyTorch do. spread=others shares it among the other C − 1 classes.',
    example: 'label_smoothing([0, 1, 0, 0], 0.1)',
    source: 'Szegedy et al. 2016, Rethinking the Inception Architecture for Computer Vision, section 7',
    build: ({ target, eps, classes, spread }) => {
      const row = 'label_smoothing';
      if (spread === 'others' && (classes?.data[0] ?? target.shape.at(-1)) === 1) {
        throw new ArgumentError(`${row}: there are no other classes to share with`);
      }
      if (!classes) {
        checkRank(row, 'target', target, [1, 2]);
        checkDistribution(row, 'the target', target);
        return libraryStep('q', 'q', smoothed(target, eps, spread));
      }
      checkRank(row, 'target', target, [0, 1]);
      const n = classes.data[0] as number;
      checkClasses(row, 'the targets', target, n);
      const y = libraryStep('y', 'y', oneHot(target, n));
      return libraryStep('q', 'q', smoothed(y, eps, spread), 'the target gives a share of ε away');
    },
  }),
];
