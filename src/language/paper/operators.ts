import { apply, constant, type Node, sameShape } from '../../compute/node.ts';
import { operation } from '../../compute/operations.ts';
import { ShapeError } from '../../compute/tensor.ts';
import { inverse, matmul } from '../../compute/terms.ts';
import { inWords, settled } from './shapes.ts';

/** Sums, products and powers of matrices. */

/** Of two single numbers every operator is what it always was. */
const OF_NUMBERS: ReadonlyMap<string, string> = new Map([
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['.*', 'mul'],
  ['/', 'div'],
  ['./', 'div'],
  ['^', 'pow'],
  ['.^', 'pow'],
]);

/** Operators that work element by element, with what they cannot do to matrices of different shapes. */
const ELEMENTWISE: ReadonlyMap<string, string> = new Map([
  ['+', 'added'],
  ['-', 'subtracted'],
  ['.*', 'multiplied element by element'],
  ['./', 'divided element by element'],
  ['.^', 'raised element by element'],
]);

const HIGHEST_POWER = 100;

const isNumber = ({ shape }: Node): boolean => shape.length === 0;

/** @throws ShapeError that says what the shapes are, and what they must be */
export function combined(operator: string, a: Node, b: Node): Node {
  const verb = ELEMENTWISE.get(operator);
  if (verb) sameOrNumber(a, b, verb);
  else if (operator === '^' && !isNumber(a)) return matrixPower(a, b);
  else if (operator === '*' && !isNumber(a) && !isNumber(b)) return product(a, b);
  else if (operator !== '*' && !isNumber(b)) throw notANumber(operator, b);
  return apply(operation(OF_NUMBERS.get(operator) as string), [a, b]);
}

/** @throws ShapeError unless the shapes are equal, or one is a single number */
export function sameOrNumber(a: Node, b: Node, verb: string): void {
  if (isNumber(a) || isNumber(b) || sameShape(a.shape, b.shape)) return;
  throw new ShapeError(`${inWords(a.shape)} and ${inWords(b.shape)} cannot be ${verb}: their shapes must be equal`);
}

function notANumber(operator: string, b: Node): ShapeError {
  const what = inWords(b.shape);
  return operator === '/'
    ? new ShapeError(`nothing is divided by ${what}: write ./ for element by element, or multiply by its inverse`)
    : new ShapeError(`an exponent is a single number, not ${what}: .^ is element by element`);
}

function product(a: Node, b: Node): Node {
  const [left, right] = [inWords(a.shape), inWords(b.shape)];
  if (a.shape.length !== 2 || b.shape.length !== 2) {
    throw new ShapeError(`${left} and ${right} have no product: .* is element by element`);
  }
  const [columns, rows] = [a.shape[1], b.shape[0]];
  if (columns === rows) return settled(matmul(a, b));
  throw new ShapeError(
    `${left} cannot be multiplied by ${right}: the columns of the first (${columns}) must be as many as the rows of the second (${rows})`,
  );
}

/** A³ = A A A, A⁻¹ the inverse, A⁰ the identity. */
function matrixPower(a: Node, exponent: Node): Node {
  const [side = 0, columns] = a.shape;
  if (!isNumber(exponent)) throw notANumber('^', exponent);
  if (a.shape.length !== 2 || side !== columns) {
    throw new ShapeError(`only a square matrix has powers, not ${inWords(a.shape)}: .^ is element by element`);
  }
  const times = exponent.data[0] as number;
  if (!Number.isInteger(times) || Math.abs(times) > HIGHEST_POWER) {
    throw new ShapeError(
      `a matrix is raised to a whole number of at most ${HIGHEST_POWER}, not to ${times}: .^ is element by element`,
    );
  }
  return raised(times < 0 ? inverse(a) : a, Math.abs(times));
}

/** By squaring, so that a high power takes few products. */
function raised(a: Node, times: number): Node {
  if (times === 0) return identity(a.shape[0] as number);
  if (times === 1) return a;
  const half = raised(a, Math.floor(times / 2));
  const even = matmul(half, half);
  return times % 2 === 0 ? even : matmul(even, a);
}

function identity(side: number): Node {
  const places = Array.from({ length: side }, (_, i) => i);
  return constant(places.map(i => places.map(j => (i === j ? 1 : 0))));
}
