import { type Shape, ShapeError } from '../../compute/tensor.ts';
import { settledShape } from './settled.ts';
import { inWords } from './shapes.ts';

/** Which shapes go together on paper, and what shape comes out. */

/** Operators that work element by element, with what they cannot do to matrices of different shapes. */
const ELEMENTWISE: ReadonlyMap<string, string> = new Map([
  ['+', 'added'],
  ['-', 'subtracted'],
  ['.*', 'multiplied element by element'],
  ['./', 'divided element by element'],
  ['.^', 'raised element by element'],
]);

const HIGHEST_POWER = 100;

const isNumber = (shape: Shape): boolean => shape.length === 0;

/**
 * The shape of a sum, product, quotient or power.
 *
 * @throws ShapeError that says what the shapes are, and what they must be
 */
export function fitted(operator: string, a: Shape, b: Shape): Shape {
  const verb = ELEMENTWISE.get(operator);
  if (verb) return alike(a, b, verb);
  if (operator === '*') return isNumber(a) ? b : isNumber(b) ? a : product(a, b);
  if (!isNumber(b)) throw notANumber(operator, b);
  if (operator === '^' && !isNumber(a)) checkSquare(a);
  return a;
}

/** The shape of two that are equal, or of which one is a single number. @throws ShapeError for others */
export function alike(a: Shape, b: Shape, verb: string): Shape {
  if (isNumber(a)) return b;
  if (isNumber(b) || (a.length === b.length && a.every((length, i) => length === b[i]))) return a;
  throw new ShapeError(`${inWords(a)} and ${inWords(b)} cannot be ${verb}: their shapes must be equal`);
}

function notANumber(operator: string, b: Shape): ShapeError {
  const what = inWords(b);
  return operator === '/'
    ? new ShapeError(`nothing is divided by ${what}: write ./ for element by element, or multiply by its inverse`)
    : new ShapeError(`an exponent is a single number, not ${what}: .^ is element by element`);
}

function product(a: Shape, b: Shape): Shape {
  const [left, right] = [inWords(a), inWords(b)];
  if (a.length !== 2 || b.length !== 2) {
    throw new ShapeError(`${left} and ${right} have no product: .* is element by element`);
  }
  const [columns, rows] = [a[1], b[0]];
  if (columns === rows) return settledShape([a[0] as number, b[1] as number]);
  if (columns === 1 && b[1] === 1 && a[0] === rows) {
    throw new ShapeError(`${left} cannot be multiplied by ${right}: write x^T y, x y^T, or .* for element by element`);
  }
  throw new ShapeError(
    `${left} cannot be multiplied by ${right}: the columns of the first (${columns}) must be as many as the rows of the second (${rows})`,
  );
}

export function checkSquare(shape: Shape): void {
  if (shape.length === 2 && shape[0] === shape[1]) return;
  throw new ShapeError(`only a square matrix has powers, not ${inWords(shape)}: .^ is element by element`);
}

/** @throws ShapeError for an exponent that no matrix has */
export function checkExponent(times: number): void {
  if (Number.isInteger(times) && Math.abs(times) <= HIGHEST_POWER) return;
  throw new ShapeError(
    `a matrix is raised to a whole number of at most ${HIGHEST_POWER}, not to ${times}: .^ is element by element`,
  );
}
