import {
  eigenvalues,
  inverse,
  largest,
  matmul,
  outer,
  permute,
  singularValues,
  solve,
  transpose,
} from '../../terms.ts';
import { define, type LibraryFunction } from '../function.ts';
import { axes, matrix, optional, tensor, vector } from '../parameters.ts';

/** Linear algebra. */

const NUMPY = 'NumPy';

export const matrixFunctions: readonly LibraryFunction[] = [
  define({
    name: 'matmul',
    parameters: { a: tensor(), b: tensor() },
    formula: '(AB)_{ij} = \\sum_k A_{ik} B_{kj}',
    summary: 'Matrix product, also written a @ b. A list of numbers is a column on the right and a row on the left.',
    shapes: '(…, m, k) and (…, k, n) give (…, m, n); (m, k) and (k) give (m); (k) and (k) give a number',
    example: 'matmul([[1, 2], [3, 4]], [5, 6])',
    source: NUMPY,
    build: ({ a, b }) => matmul(a, b),
  }),
  define({
    name: 'outer',
    parameters: { a: vector(), b: vector() },
    formula: '(a b^\\top)_{ij} = a_i b_j',
    summary: 'Outer product of two vectors.',
    shapes: '(m) and (n) give (m, n)',
    example: 'outer([1, 2], [3, 4])',
    source: NUMPY,
    build: ({ a, b }) => outer(a, b),
  }),
  define({
    name: 'transpose',
    parameters: { x: tensor(), axes: optional(axes()) },
    formula: '(A^\\top)_{ij} = A_{ji}',
    summary: 'The last two axes exchanged, or all axes in the given order.',
    example: 'transpose([[1, 2], [3, 4]])',
    source: NUMPY,
    build: ({ x, axes: order }) => (order ? permute(x, [...order.data]) : transpose(x)),
  }),
  define({
    name: 'inverse',
    parameters: { a: matrix() },
    formula: 'A^{-1}',
    summary: 'Inverse of a square matrix.',
    example: 'inverse([[2, 0], [0, 4]])',
    source: NUMPY,
    build: ({ a }) => inverse(a),
  }),
  define({
    name: 'solve',
    parameters: { a: matrix(), b: tensor() },
    formula: 'x = A^{-1} b',
    summary: 'Solution x of the linear system A x = b.',
    shapes: '(n, n) and (n) give (n); (n, n) and (n, m) give (n, m)',
    example: 'solve([[2, 1], [1, 3]], [3, 5])',
    source: NUMPY,
    build: ({ a, b }) => solve(a, b),
  }),
  define({
    name: 'eigenvalues',
    parameters: { a: matrix() },
    formula: 'A v_i = \\lambda_i v_i',
    summary: 'Eigenvalues of a symmetric matrix; any other matrix is refused.',
    convention: 'In descending order.',
    shapes: '(n, n) gives (n)',
    example: 'eigenvalues([[2, 1], [1, 2]])',
    source: 'Golub and Van Loan 2013, Matrix Computations, section 8.5',
    build: ({ a }) => eigenvalues(a),
  }),
  define({
    name: 'singular_values',
    parameters: { a: matrix() },
    formula: 'A = U \\operatorname{diag}(\\sigma) V^\\top',
    summary: 'Singular values of a matrix.',
    convention: 'In descending order.',
    shapes: '(m, n) gives (min(m, n))',
    example: 'singular_values([[3, 0], [4, 5]])',
    source: 'Golub and Van Loan 2013, Matrix Computations, section 8.6',
    build: ({ a }) => singularValues(a),
  }),
  define({
    name: 'spectral_norm',
    parameters: { a: matrix() },
    formula: '\\lVert A \\rVert_2 = \\sigma_{\\max}(A)',
    summary: 'The largest singular value: how much a matrix can lengthen a vector.',
    example: 'spectral_norm([[3, 0], [4, 5]])',
    source: 'Golub and Van Loan 2013, Matrix Computations, section 2.3',
    build: ({ a }) => largest(singularValues(a)),
  }),
];
