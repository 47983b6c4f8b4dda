import { type Eigen, singularValuesTall, solveLinear, symmetricEigen } from '../linear-algebra.ts';
import { apply, LEVEL, type Node, type Operation, type Written } from '../node.ts';
import { type Shape, ShapeError, shapeText, type Tensor } from '../tensor.ts';
import { negated, times } from './arithmetic.ts';
import { matmul, outer } from './matmul.ts';
import { transpose } from './reshape.ts';

/** Inverse, linear systems, symmetric eigenvalues and singular values of matrices. */

const LARGEST_SIDE = 40;
/** Eigenvalues closer than this, relative to the largest, have no derivative of their own. */
const TIE = 1e-9;

/** A matrix cannot be inverted, or is not symmetric: other numbers may be. */
export class MatrixError extends ShapeError {}

function squareSide(shape: Shape, what: string): number {
  const [rows = 0, columns] = shape;
  if (shape.length !== 2 || rows !== columns) {
    throw new ShapeError(`${what} needs a square matrix, not shape ${shapeText(shape)}`);
  }
  return withinBounds(rows, shape, what);
}

function withinBounds(side: number, shape: Shape, what: string): number {
  if (side > LARGEST_SIDE) {
    throw new ShapeError(`${what} of shape ${shapeText(shape)} is too large: at most ${LARGEST_SIDE} rows`);
  }
  return side;
}

const SINGULAR = 'the matrix is singular to working precision: it has no inverse that could be computed';

const inverseOf: Operation = {
  name: 'inverse',
  evaluate: ([value]) => {
    const { shape, data } = value as Tensor;
    const n = squareSide(shape, 'an inverse');
    const identity = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
    const result = solveLinear(data, identity, n);
    if (!result) throw new MatrixError(SINGULAR);
    return { shape, data: result.map(x => x + 0) };
  },
  write: ([a], show) => ({ tex: `${show(a as Node, LEVEL.atom)}^{-1}`, level: LEVEL.power }),
  gradient: (_, upstream, value) => {
    const turned = transpose(value);
    return [negated(matmul(matmul(turned, upstream), turned))];
  },
};

const solution: Operation = {
  name: 'solve',
  evaluate: ([a, b]) => {
    const [matrix, right] = [a as Tensor, b as Tensor];
    const n = squareSide(matrix.shape, 'a linear system');
    if (right.shape[0] !== n || right.shape.length > 2) {
      throw new ShapeError(`shapes ${shapeText(matrix.shape)} and ${shapeText(right.shape)} are no linear system`);
    }
    const result = solveLinear(matrix.data, right.data, n);
    if (!result) throw new MatrixError(SINGULAR);
    return { shape: right.shape, data: result.map(x => x + 0) };
  },
  write: ([a, b], show) => ({
    tex: `${show(a as Node, LEVEL.atom)}^{-1} ${show(b as Node, LEVEL.fraction)}`,
    level: LEVEL.product,
  }),
  gradient: (node, upstream, x) => {
    const [a] = node.args as [Node, Node];
    const byB = apply(solution, [transpose(a), upstream]);
    return [negated(x.shape.length === 1 ? outer(byB, x) : matmul(byB, transpose(x))), byB];
  },
};

function eigenOf(value: Tensor): { n: number; eigen: Eigen } {
  const { shape, data } = value;
  const n = squareSide(shape, 'eigenvalues');
  const scale = data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const crooked = data.findIndex(
    (x, i) => Math.abs(x - (data[(i % n) * n + Math.floor(i / n)] as number)) > 1e-9 * scale,
  );
  if (crooked >= 0) throw new MatrixError('eigenvalues are taken of a symmetric matrix, and this one is not');
  return { n, eigen: symmetricEigen(data, n) };
}

const hasTie = (values: Float64Array): boolean =>
  values.some((x, i) => i > 0 && Math.abs(x - (values[i - 1] as number)) <= TIE * Math.max(...values.map(Math.abs)));

/** A function of one matrix, written by its name. */
const named =
  (tex: string): Operation['write'] =>
  ([a], show): Written => ({ tex: `${tex}\\left(${show(a as Node, LEVEL.relation, true)}\\right)`, level: LEVEL.atom });

/** Unit eigenvectors as columns; only a part of gradients. Their signs cancel there. */
const eigenvectors: Operation = {
  name: 'eigenvectors',
  evaluate: ([value]) => ({ shape: (value as Tensor).shape, data: eigenOf(value as Tensor).eigen.vectors }),
  write: named('\\operatorname{eigenvectors}'),
  gradient: null,
  opaque: true,
};

const eigenvalues: Operation = {
  name: 'eigenvalues',
  evaluate: ([value]) => {
    const { n, eigen } = eigenOf(value as Tensor);
    return { shape: [n], data: eigen.values };
  },
  write: named('\\lambda'),
  gradient: (node, upstream) => {
    const vectors = apply(eigenvectors, node.args);
    return [matmul(times(vectors, upstream), transpose(vectors))];
  },
  kink: ([value]) => hasTie(eigenOf(value as Tensor).eigen.values),
};

/** Left and right factors of a matrix of any proportions. */
function factorsOf(value: Tensor): { values: Float64Array; left: Tensor; right: Tensor } {
  const [m = 0, n = 0] = value.shape;
  if (value.shape.length !== 2) {
    throw new ShapeError(`singular values need a matrix, not shape ${shapeText(value.shape)}`);
  }
  withinBounds(Math.max(m, n), value.shape, 'singular values');
  const k = Math.min(m, n);
  if (m >= n) {
    const { values, left, right } = singularValuesTall(value.data, m, n);
    return { values, left: { shape: [m, k], data: left }, right: { shape: [n, k], data: right } };
  }
  const turned = Float64Array.from({ length: m * n }, (_, i) => value.data[(i % m) * n + Math.floor(i / m)] as number);
  const { values, left, right } = singularValuesTall(turned, n, m);
  return { values, left: { shape: [m, k], data: right }, right: { shape: [n, k], data: left } };
}

const factor = (side: 'left' | 'right'): Operation => ({
  name: `${side}_singular_vectors`,
  evaluate: ([value]) => factorsOf(value as Tensor)[side],
  write: named(side === 'left' ? '\\operatorname{U}' : '\\operatorname{V}'),
  gradient: null,
  opaque: true,
});
const [leftVectors, rightVectors] = [factor('left'), factor('right')];

const singularValues: Operation = {
  name: 'singular_values',
  evaluate: ([value]) => {
    const { values } = factorsOf(value as Tensor);
    return { shape: [values.length], data: values };
  },
  write: named('\\sigma_{\\text{sing}}'),
  gradient: (node, upstream) => {
    const [u, v] = [apply(leftVectors, node.args), apply(rightVectors, node.args)];
    return [matmul(times(u, upstream), transpose(v))];
  },
  kink: ([value]) => {
    const { values } = factorsOf(value as Tensor);
    return hasTie(values) || values.some(x => x <= TIE * (values[0] as number));
  },
};

export const linear = [inverseOf, solution, eigenvectors, eigenvalues, leftVectors, rightVectors, singularValues];
