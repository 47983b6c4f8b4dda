import { isConstant, type Node, sameShape } from '../../node.ts';
import { componentOf } from '../../operations/component.ts';
import { shapeText } from '../../tensor.ts';
import { element, list, matmul, negated, over, sumOver, times, total } from '../../terms.ts';
import { upTo } from '../constants.ts';
import { ArgumentError, libraryStep } from '../function.ts';
import { averaged, isFew, LOSS, lnOfNonzero, MOST_SPELLED, type Reduction, spelledSum } from './common.ts';
import { areClasses, smoothed, targetRows } from './targets.ts';

/** The negative log-likelihood of classes, whatever the logarithms of their probabilities come from. */

export interface ClassLoss {
  readonly row: string;
  /** ln p, of one sample or of rows of samples. */
  readonly logs: Node;
  readonly target: Node;
  readonly weights?: Node | undefined;
  readonly smoothing?: Node;
  readonly reduction: Reduction;
}

/** A term 0 · ln 0 is 0, so it is left out. */
const vanishes = (log: Node, target: Node, at: number): boolean =>
  log.data[at] === Number.NEGATIVE_INFINITY && target.data[at] === 0;

/** The logarithms without those of zeros, which only meet zeros of the target. */
function guarded(logs: Node): Node {
  const isBare = logs.operation.name === 'ln' && logs.label === null;
  return isBare ? lnOfNonzero(logs.args[0] as Node, ['p', '\\tilde p']) : logs;
}

/** Σ q ln p over the last axis: term by term for a few classes. */
function expectedLog(q: Node, logs: Node, index: readonly number[], weights: Node | undefined): Node {
  const classes = logs.shape.at(-1) as number;
  const weighted = weights ? times(weights, q) : q;
  const product = times(weighted, logs);
  const offset = (index[0] ?? 0) * classes;
  const kept = upTo(classes).filter(k => !vanishes(logs, q, offset + k));
  return total(kept.map(k => componentOf(product, [...index, k])));
}

/** Σ q ln p of each row at once. */
function expectedLogs(q: Node, logs: Node, weights: Node | undefined): Node {
  const product = times(weights ? times(weights, q) : q, guarded(logs));
  return logs.shape.length === 1 ? sumOver(product) : sumOver(product, [1]);
}

function lossOf({ row, logs, target, weights, smoothing }: ClassLoss): (index: readonly number[]) => Node {
  const isClass = areClasses(row, logs, target);
  if (isClass && isPlain(smoothing)) {
    return index => {
      const k = target.data[index[0] ?? 0] as number;
      const log = componentOf(logs, [...index, k]);
      return negated(weights ? times(element(weights, k), log) : log);
    };
  }
  const q = softTargets(target, logs, smoothing);
  return index => negated(expectedLog(q, logs, index, weights));
}

const isPlain = (smoothing: Node | undefined): boolean => !smoothing || isConstant(smoothing, 0);

function softTargets(target: Node, logs: Node, smoothing: Node | undefined): Node {
  const rows = targetRows(logs, target);
  const y = rows === target ? rows : libraryStep('y', 'y', rows, 'the target, one-hot');
  if (!smoothing || isPlain(smoothing)) return y;
  return libraryStep('q', 'q', smoothed(y, smoothing), 'label smoothing gives every class a share');
}

function checkWeights(row: string, weights: Node, classes: number): void {
  if (!sameShape(weights.shape, [classes]) || weights.data.some(w => w < 0)) {
    throw new ArgumentError(
      `${row}: weights must be ${classes} numbers of 0 or more, one for each class, and have shape ${shapeText(weights.shape)}`,
    );
  }
}

/** Of class targets the weights of these classes, which a weighted mean divides by; else null. */
function divisorOf({ row, logs, target, weights }: ClassLoss): Node | null {
  if (!weights || sameShape(target.shape, logs.shape)) return null;
  const few = target.shape.length === 0 || isFew(target);
  const sum = few
    ? total([...target.data].map(k => element(weights, k)))
    : sumOver(matmul(targetRows(logs, target), weights));
  if (sum.data[0] === 0) throw new ArgumentError(`${row}: the weights of the targets add up to 0`);
  return sum;
}

/** −Σ q ln p of one sample, or reduced over rows of samples. */
export function classLoss(given: ClassLoss): Node {
  const { row, logs, target, weights, smoothing, reduction } = given;
  const isClass = areClasses(row, logs, target);
  const classes = logs.shape.at(-1) as number;
  if (weights) checkWeights(row, weights, classes);
  const samples = logs.shape.length === 1 ? 1 : (logs.shape[0] as number);
  const divisor = reduction === 'mean' ? divisorOf(given) : null;
  const isShort = samples <= MOST_SPELLED && (classes <= 2 * MOST_SPELLED || (isClass && isPlain(smoothing)));
  if (logs.shape.length === 1 || (samples === 1 && reduction !== 'none' && isShort)) {
    const loss = isShort ? lossOf(given)(logs.shape.length === 1 ? [] : [0]) : manyLosses(given);
    return libraryStep(...LOSS, divisor ? over(loss, divisor) : loss, divisor ? WEIGHTED : meaningOf(given, isClass));
  }
  const losses = isShort
    ? fewLosses(given, samples, isClass)
    : libraryStep('l', '\\ell', manyLosses(given), meaningOf(given, isClass));
  if (reduction === 'none') return losses;
  const sum = spelledSum(losses);
  if (divisor) return libraryStep(...LOSS, over(sum, divisor), WEIGHTED);
  return libraryStep(...LOSS, reduction === 'mean' ? averaged(sum, samples) : sum);
}

const WEIGHTED = 'a weighted mean divides by the weights of the targets';

function meaningOf({ smoothing }: ClassLoss, isClass: boolean): string {
  if (isClass && isPlain(smoothing)) {
    return 'the negative log-likelihood of the target; classes count from 0, entries from 1';
  }
  return isPlain(smoothing) ? 'the cross-entropy with the target' : 'the cross-entropy with the smoothed target';
}

function fewLosses(given: ClassLoss, samples: number, isClass: boolean): Node {
  const loss = lossOf(given);
  return list(
    upTo(samples).map(n =>
      libraryStep(`l${n + 1}`, `\\ell_{${n + 1}}`, loss([n]), n === 0 ? meaningOf(given, isClass) : undefined),
    ),
  );
}

function manyLosses({ logs, target, weights, smoothing }: ClassLoss): Node {
  return negated(expectedLogs(softTargets(target, logs, smoothing), logs, weights));
}
