import type { Node } from '../../node.ts';
import { constant, ln, logSumExp, minus, over, softmax } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, fraction, optional, tensor, vector, word } from '../parameters.ts';
import { classLoss } from './class-loss.ts';
import { checkRank, REDUCTIONS } from './common.ts';
import { areClasses, checkDistribution, targetRows } from './targets.ts';

/** Cross-entropy of classes: from logits, from probabilities, from log-probabilities, and its gradient. */

const reduction = byName(word(REDUCTIONS, 'mean'));
const SHAPES =
  '(C) with a class number or (C) probabilities; (N, C) with (N) class numbers or (N, C) probabilities. reduction=none gives (N)';
const CLASSES = 'Classes are counted from 0.';

/** Below this a probability is no normal number any more, and its logarithm is not exact. */
const SMALLEST = 1e-300;

/** A vector is one sample, rows are samples; its symbol is that of a vector or a matrix. */
const symbolOf = ({ shape }: Node, letter: string): string => (shape.length === 1 ? letter : letter.toUpperCase());

function probabilities(logits: Node): Node {
  const value = logits.shape.length === 1 ? softmax(logits) : softmax(logits, [1]);
  return libraryStep('p', symbolOf(logits, 'p'), value, 'softmax turns logits into probabilities');
}

/** ln softmax, by way of the probabilities as on paper unless one of them is too small for a number. */
function logProbabilities(logits: Node): Node {
  const p = probabilities(logits);
  if (p.data.every(x => x > SMALLEST)) return ln(p);
  const value = minus(logits, logits.shape.length === 1 ? logSumExp(logits) : logSumExp(logits, [1], true));
  const why = 'the logarithm of the softmax, without probabilities too small for a number';
  return libraryStep('logp', `\\ln ${symbolOf(logits, 'p')}`, value, why);
}

export const crossEntropies: readonly LibraryFunction[] = [
  define({
    name: 'cross_entropy',
    parameters: {
      logits: tensor(),
      target: tensor(),
      weights: optional(vector()),
      label_smoothing: byName(fraction(0)),
      reduction,
    },
    formula:
      'L = -\\ln p_k = -z_k + \\ln \\sum_j e^{z_j} \\quad\\text{or}\\quad L = -\\sum_j y_j \\ln p_j,\\qquad p = \\operatorname{softmax}(z)',
    summary:
      'Cross-entropy of logits z and targets: a class number k, or probabilities y of all classes. With weights of the classes and label smoothing if wanted. A batch is averaged.',
    shapes: SHAPES,
    convention: `${CLASSES} With weights each term $-y_j \\ln p_j$ is multiplied by the weight of its class; the mean then divides by the weights of the target classes, or of probability targets by the number of samples, as PyTorch does. Smoothing with ε replaces the target y by (1 − ε) y + ε/C.`,
    example: 'cross_entropy([2, 1, 0.1], 0)',
    source: 'PyTorch CrossEntropyLoss; Goodfellow, Bengio and Courville 2016, Deep Learning, section 6.2.2.3',
    build: ({ logits, target, weights, label_smoothing: smoothing, reduction: way }) => {
      const row = 'cross_entropy';
      checkRank(row, 'logits', logits, [1, 2]);
      areClasses(row, logits, target);
      return classLoss({ row, logs: logProbabilities(logits), target, weights, smoothing, reduction: way });
    },
  }),
  define({
    name: 'cross_entropy_probs',
    parameters: { probs: tensor(), target: tensor(), reduction },
    formula: 'L = -\\ln p_k \\quad\\text{or}\\quad L = -\\sum_j y_j \\ln p_j',
    summary: 'Cross-entropy of probabilities and targets: class numbers, one-hot rows or distributions.',
    shapes: SHAPES,
    convention: `${CLASSES} A term 0 · ln 0 is 0. A batch is averaged.`,
    example: 'cross_entropy_probs([0.7, 0.2, 0.1], [1, 0, 0])',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 3.13',
    build: ({ probs, target, reduction: way }) => {
      const row = 'cross_entropy_probs';
      checkRank(row, 'probs', probs, [1, 2]);
      checkDistribution(row, 'probs', probs);
      areClasses(row, probs, target);
      const wanted = targetRows(probs, target);
      if (probs.data.some((p, i) => p === 0 && (wanted.data[i] as number) > 0)) {
        throw new ArgumentError(`${row}: a target has probability 0, so the loss is infinite`);
      }
      return classLoss({ row, logs: ln(probs), target, reduction: way });
    },
  }),
  define({
    name: 'nll',
    parameters: { log_probs: tensor(), target: tensor(), weights: optional(vector()), reduction },
    formula: 'L = -\\ln p_k',
    summary: 'Negative log-likelihood of the targets, from log-probabilities.',
    shapes: SHAPES,
    convention: `${CLASSES} The mean of weighted losses divides by the weights of the target classes.`,
    example: 'nll(ln([0.7, 0.2, 0.1]), 1)',
    source: 'PyTorch NLLLoss',
    build: ({ log_probs, target, weights, reduction: way }) => {
      checkRank('nll', 'log_probs', log_probs, [1, 2]);
      return classLoss({ row: 'nll', logs: log_probs, target, weights, reduction: way });
    },
  }),
  define({
    name: 'cross_entropy_gradient',
    parameters: { logits: tensor(), target: tensor(), reduction: byName(word(['mean', 'sum'] as const, 'mean')) },
    formula:
      '\\frac{\\partial L}{\\partial z} = p - y,\\qquad \\frac{\\partial L}{\\partial Z} = \\frac{1}{N} (P - Y) \\text{ of a batch}',
    summary: 'Gradient of the cross-entropy with respect to the logits: probabilities minus targets.',
    shapes: '(C) with a class number or (C) probabilities; (N, C) with (N) class numbers or (N, C) probabilities',
    convention: `${CLASSES} Of a batch the loss is the mean over the samples, so the gradient is divided by N; not with reduction=sum.`,
    example: 'cross_entropy_gradient([2, 1, 0.1], 0)',
    source: 'Bishop 2006, Pattern Recognition and Machine Learning, section 4.3.4',
    build: ({ logits, target, reduction: way }) => {
      const row = 'cross_entropy_gradient';
      checkRank(row, 'logits', logits, [1, 2]);
      const isClass = areClasses(row, logits, target);
      const p = probabilities(logits);
      const rows = targetRows(logits, target);
      const y = isClass ? libraryStep('y', symbolOf(logits, 'y'), rows, 'the target, one-hot') : rows;
      const difference = minus(p, y);
      const samples = logits.shape.length === 1 || way === 'sum' ? 1 : (logits.shape[0] as number);
      const value = samples === 1 ? difference : over(difference, constant(samples));
      const why = 'the slopes of the softmax and of the logarithm combine to prediction minus target';
      return libraryStep('g', `\\frac{\\partial L}{\\partial ${symbolOf(logits, 'z')}}`, value, why);
    },
  }),
];
