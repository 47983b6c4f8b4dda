import { type Node, sameShape } from '../../node.ts';
import { type Shape, shapeText } from '../../tensor.ts';
import { constant, minus, oneHot, over, plus, times } from '../../terms.ts';
import { one } from '../constants.ts';
import { ArgumentError } from '../function.ts';
import { checkFractions, checkRank } from './common.ts';

/** Targets of a classification: class numbers, counted from 0, or probabilities of the classes. */

/** Rounded probabilities need not add up to 1 exactly. */
const ROUNDED = 0.01;

const MOST_SAMPLES = 5000;

/** @throws ArgumentError unless each row is a distribution */
export function checkDistribution(row: string, name: string, node: Node): void {
  checkFractions(row, name, node);
  const length = node.shape.at(-1) ?? 1;
  for (let start = 0; start < node.data.length; start += length) {
    const sum = node.data.subarray(start, start + length).reduce((a, b) => a + b, 0);
    if (Math.abs(sum - 1) > ROUNDED) {
      throw new ArgumentError(`${row}: ${name} must add up to 1, and ${Number(sum.toPrecision(6))} is their sum`);
    }
  }
}

/** @throws ArgumentError unless every number is a class */
export function checkClasses(row: string, name: string, { data }: Node, classes: number): void {
  const wrong = data.find(k => !(Number.isInteger(k) && k >= 0 && k < classes));
  if (wrong === undefined) return;
  throw new ArgumentError(`${row}: ${name} must be classes from 0 to ${classes - 1}, and ${wrong} is there`);
}

/**
 * Whether the targets are class numbers (else they are probabilities), for scores of one sample or rows of samples.
 *
 * @throws ArgumentError where they are neither
 */
export function areClasses(row: string, scores: Node, target: Node): boolean {
  checkRank(row, 'what is scored', scores, [1, 2]);
  const classes = scores.shape.at(-1) as number;
  if (scores.data.length / classes > MOST_SAMPLES) {
    throw new ArgumentError(
      `${row}: at most ${MOST_SAMPLES} samples fit, and the scores have shape ${shapeText(scores.shape)}`,
    );
  }
  if (sameShape(target.shape, scores.shape)) {
    checkDistribution(row, 'the target probabilities', target);
    return false;
  }
  checkNumbers(row, scores.shape, target);
  checkClasses(row, 'the targets', target, classes);
  return true;
}

function checkNumbers(row: string, scores: Shape, target: Node): void {
  if (sameShape(target.shape, scores.slice(0, -1))) return;
  const wanted = scores.length === 1 ? 'a class number' : 'one class number for each row';
  throw new ArgumentError(
    `${row}: the scores have shape ${shapeText(scores)}, so the target must be ${wanted} or probabilities of that shape, and has shape ${shapeText(target.shape)}`,
  );
}

/** Class numbers as well as probabilities, as probabilities. */
export function targetRows(scores: Node, target: Node): Node {
  return sameShape(target.shape, scores.shape) ? target : oneHot(target, scores.shape.at(-1) as number);
}

/** (1 − ε) y + ε / C */
export function smoothed(rows: Node, eps: Node, spread: 'all' | 'others' = 'all'): Node {
  const kept = times(minus(one, eps), rows);
  const classes = rows.shape.at(-1) as number;
  if (spread === 'all') return plus(kept, over(eps, constant(classes)));
  return plus(kept, times(over(eps, constant(classes - 1)), minus(one, rows)));
}
