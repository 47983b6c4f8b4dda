import { type Shape, ShapeError } from '../../compute/tensor.ts';
import { alike, checkSquare } from '../paper/fit.ts';
import { settledShape } from '../paper/settled.ts';
import { inWords } from '../paper/shapes.ts';
import { type Formula, literal } from './formula.ts';
import { elementwise } from './functions.ts';

/** Shapes of what functions of matrices give. */

const NUMBER: Shape = [];

const ROWS: Readonly<Record<string, (args: readonly Formula[]) => Shape>> = {
  max: extreme,
  min: extreme,
  softmax: ([x]) => x?.shape ?? NUMBER,
  inverse: ([a]) => {
    if (a?.shape.length === 0) throw new ShapeError('a number has no inverse matrix: write 1/x');
    checkSquare(a?.shape ?? NUMBER);
    return a?.shape ?? NUMBER;
  },
  outer: ([a, b]) => settledShape([lengthOf(a), lengthOf(b)]),
  ones: args => settledShape(args.map(sideOf)),
};

const OTHERS_ARE_NUMBERS = new Set(['log', 'leaky_relu', 'elu', 'clip']);

/** @throws ShapeError where an argument does not fit */
export function resultShape(callee: string, args: readonly Formula[]): Shape {
  const row = ROWS[callee];
  if (row) return row(args);
  if (OTHERS_ARE_NUMBERS.has(callee)) {
    const matrix = args.slice(1).find(({ shape }) => shape.length > 0);
    if (matrix)
      throw new ShapeError(`the other arguments of ${callee} are single numbers, not ${inWords(matrix.shape)}`);
  }
  return elementwise.has(callee) ? (args[0]?.shape ?? NUMBER) : NUMBER;
}

function extreme([a, b]: readonly Formula[]): Shape {
  return a && b ? alike(a.shape, b.shape, 'compared') : NUMBER;
}

function lengthOf(formula: Formula | undefined): number {
  const shape = formula?.shape ?? NUMBER;
  if (shape.length === 2 && shape.includes(1)) return Math.max(...shape);
  throw new ShapeError(`an outer product is one of two vectors, not of ${inWords(shape)}`);
}

function sideOf(formula: Formula): number {
  const side = literal(formula);
  if (side !== null && Number.isInteger(side) && side >= 1 && side <= 20) return side;
  throw new ShapeError('ones(rows, columns) takes whole numbers from 1 to 20');
}
