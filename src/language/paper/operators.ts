import { apply, constant, type Node } from '../../compute/node.ts';
import { operation } from '../../compute/operations.ts';
import { inverse, matmul } from '../../compute/terms.ts';
import { checkExponent, fitted } from './fit.ts';
import { settled } from './shapes.ts';

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

const isNumber = ({ shape }: Node): boolean => shape.length === 0;

/** @throws ShapeError that says what the shapes are, and what they must be */
export function combined(operator: string, a: Node, b: Node): Node {
  fitted(operator, a.shape, b.shape);
  if (operator === '^' && !isNumber(a)) return matrixPower(a, b.data[0] as number);
  if (operator === '*' && !isNumber(a) && !isNumber(b)) return settled(matmul(a, b));
  return apply(operation(OF_NUMBERS.get(operator) as string), [a, b]);
}

/** A³ = A A A, A⁻¹ the inverse, A⁰ the identity. */
function matrixPower(a: Node, times: number): Node {
  checkExponent(times);
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
