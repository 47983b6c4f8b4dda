import { type Node, sameShape } from '../../node.ts';
import { type Shape, shapeText } from '../../tensor.ts';
import { elements } from '../../terms.ts';
import { ArgumentError } from '../function.ts';

/** What must hold of the shapes of inputs, states and weights. */

const MOST_STEPS = 50;
/** Larger networks are nothing that one works out step by step, and would take too long. */
const MOST_UNITS = 32;

const described = (shape: Shape): string => (shape.length === 0 ? 'a single number' : `of shape ${shapeText(shape)}`);

function checkSize(row: string, name: string, shape: Shape): void {
  if (shape.some(side => side > MOST_UNITS)) {
    throw new ArgumentError(`${row}: ${name} is ${described(shape)}, and at most ${MOST_UNITS} units are worked out`);
  }
}

/** What a list holds for each time step. */
export function momentsOf(row: string, name: string, x: Node): Node[] {
  const [length = 0, ...rest] = x.shape;
  if (x.shape.length < 1 || x.shape.length > 2) {
    throw new ArgumentError(`${row}: ${name} must be a list of numbers or of rows, one for each time step`);
  }
  if (length > MOST_STEPS)
    throw new ArgumentError(`${row}: ${name} has ${length} time steps, and at most ${MOST_STEPS} fit`);
  checkSize(row, `one step of ${name}`, rest);
  return elements(x);
}

/** The inputs of a sequence, one for each time step. */
export const inputsOf = (row: string, x: Node): Node[] => momentsOf(row, 'x', x);

/** The input of a single time step. */
export function inputOf(row: string, x: Node): Node {
  if (x.shape.length > 1) throw new ArgumentError(`${row}: x must be a single number or a list of numbers`);
  checkSize(row, 'x', x.shape);
  return x;
}

/** The shape of the state that a recurrent weight leads from and to. */
export function stateShape(row: string, name: string, weight: Node): Shape {
  const [rows, columns] = weight.shape;
  if (weight.shape.length !== 0 && !(weight.shape.length === 2 && rows === columns)) {
    throw new ArgumentError(
      `${row}: ${name} must be a single number or a square matrix, and has shape ${shapeText(weight.shape)}`,
    );
  }
  checkSize(row, name, weight.shape);
  return weight.shape.slice(1);
}

/** What a weight makes of an argument; null where it cannot be applied to it. */
export function mapped(weight: Shape, x: Shape): Shape | null {
  if (weight.length === 2) return x.length === 1 && weight[1] === x[0] ? weight.slice(0, 1) : null;
  if (weight.length === 1 && x.length === 0) return weight;
  return weight.length < 2 && sameShape(weight, x) ? [] : null;
}

/** @throws ArgumentError where the weight does not lead from an input to a state */
export function checkInputWeight(row: string, name: string, weight: Node, x: Node, state: Shape): void {
  const reached = mapped(weight.shape, x.shape);
  if (reached && sameShape(reached, state)) return;
  throw new ArgumentError(
    `${row}: ${name} is ${described(weight.shape)} and cannot lead from an input ${described(x.shape)} to a state ${described(state)}`,
  );
}

/** @throws ArgumentError where an optional argument is there and has another shape */
export function checkShape(row: string, name: string, argument: Node | undefined, shape: Shape): void {
  if (!argument || sameShape(argument.shape, shape)) return;
  throw new ArgumentError(`${row}: ${name} must be ${described(shape)}, and is ${described(argument.shape)}`);
}

/** The blocks of a list, one for each gate. */
export function blocksOf(row: string, name: string, argument: Node, gates: string): Node[] {
  if (argument.shape[0] !== gates.length) {
    throw new ArgumentError(
      `${row}: ${name} must be a list of ${gates.length} blocks, for ${[...gates].join(', ')}, and is ${described(argument.shape)}`,
    );
  }
  return elements(argument);
}
