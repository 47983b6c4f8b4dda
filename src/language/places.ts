import { markDegenerate, type Node } from '../compute/node.ts';
import type { Range } from '../compute/operations/slice.ts';
import { type Shape, shapeText } from '../compute/tensor.ts';
import { element, slice } from '../compute/terms.ts';
import { ValueError } from './error.ts';
import type { Compute } from './scope.ts';
import type { Expression, Index, Place } from './syntax.ts';

/** Indices as in NumPy: counted from 0, negative ones from the end, the end of a slice not taken. */

type Slice = Extract<Place, { kind: 'slice' }>;

/** @throws ValueError at an index that is not whole or lies outside, and at a slice with nothing in it */
export function placed(index: Index, target: Node, compute: Compute): Node {
  let isTied = false;
  // Where a tie decided the index, it decided the value too.
  const watched: Compute = part => {
    const node = compute(part);
    isTied ||= node.degenerate;
    return node;
  };
  const node = partAt(index, target, watched);
  return isTied ? markDegenerate(node) : node;
}

function partAt({ places, at }: Index, target: Node, compute: Compute): Node {
  const { shape } = target;
  if (shape.length === 0) throw new ValueError('a single number has no elements to index', at);
  if (places.length > shape.length) {
    throw new ValueError(`${places.length} indices are too many for shape ${shapeText(shape)}`, at);
  }
  const taken = places.map((place, axis) =>
    place.kind === 'single' ? singleOf(place.value, shape, axis, compute) : sliceOf(place, shape, axis, compute),
  );
  while (taken.length > 0 && isWhole(taken.at(-1) as Range, shape[taken.length - 1] as number)) taken.pop();
  // An element of a list is the very node that was put there.
  if (taken.every(({ drop }) => drop)) return taken.reduce((node, { start }) => element(node, start), target);
  const rest = shape.slice(taken.length).map(length => ({ start: 0, length, step: 1, drop: false }));
  return slice(target, [...taken, ...rest]);
}

const isWhole = ({ start, length, step, drop }: Range, full: number): boolean =>
  !drop && start === 0 && step === 1 && length === full;

function singleOf(expression: Expression, shape: Shape, axis: number, compute: Compute): Range {
  const length = shape[axis] as number;
  const index = wholeNumber(expression, 'an index', compute);
  if (index < -length || index >= length) {
    const places = length === 1 ? 'its only index is 0' : `its indices are 0 to ${length - 1}`;
    const message = `index ${index} is outside axis ${axis} of shape ${shapeText(shape)}: ${places}`;
    throw new ValueError(message, expression.at);
  }
  return { start: index < 0 ? index + length : index, length: 1, step: 1, drop: true };
}

function sliceOf(place: Slice, shape: Shape, axis: number, compute: Compute): Range {
  const full = shape[axis] as number;
  const step = place.step ? wholeNumber(place.step, 'the step of a slice', compute) : 1;
  if (step === 0) throw new ValueError('the step of a slice is not 0', place.step?.at ?? place.at);
  // Backwards, the end that is not taken may lie before the first place.
  const [lowest, highest] = step > 0 ? [0, full] : [-1, full - 1];
  const bound = (expression: Expression | null, otherwise: number): number => {
    if (!expression) return otherwise;
    const wanted = wholeNumber(expression, 'a bound of a slice', compute);
    return Math.min(Math.max(wanted < 0 ? wanted + full : wanted, lowest), highest);
  };
  const start = bound(place.from, step > 0 ? lowest : highest);
  const stop = bound(place.to, step > 0 ? highest : lowest);
  const length = Math.ceil((stop - start) / step);
  if (length <= 0) throw new ValueError(`this slice of axis ${axis} of shape ${shapeText(shape)} is empty`, place.at);
  return { start, length, step, drop: false };
}

function wholeNumber(expression: Expression, what: string, compute: Compute): number {
  const { shape, data } = compute(expression);
  if (shape.length > 0) {
    throw new ValueError(`${what} is a single number, not a list of shape ${shapeText(shape)}`, expression.at);
  }
  const value = data[0] as number;
  if (!Number.isInteger(value)) throw new ValueError(`${what} is a whole number, not ${value}`, expression.at);
  return value;
}
