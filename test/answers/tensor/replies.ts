import type { Shape } from '../../../src/compute/tensor.ts';

/** Grids of numbers as people and programs write them: what is read as what, and what is refused. Also documentation. */

/** A key's shape, a text, and how it was understood. */
export const accepted: readonly (readonly [shape: Shape, text: string, readAs: string])[] = [
  // matrices
  [[2, 2], '[1 2; 3 4]', '[1 2; 3 4]'],
  [[2, 2], '[[1, 2], [3, 4]]', '[1 2; 3 4]'],
  [[2, 2], '{{1, 2}, {3, 4}}', '[1 2; 3 4]'],
  [[2, 2], '[1 2\n3 4]', '[1 2; 3 4]'],
  [[2, 2], '[1 2; 3 4];', '[1 2; 3 4]'],
  [[2, 2], '[1 2; 3 4;]', '[1 2; 3 4]'],
  [[2, 2], 'A = [1 2; 3 4]', '[1 2; 3 4]'],
  [[2, 2], '［1 2；3 4］', '[1 2; 3 4]'],
  [[2, 2], '[1 3; 2 4]^T', '[1 2; 3 4]'],
  [[2, 2], '[1 3; 2 4]ᵀ', '[1 2; 3 4]'],
  [[2, 2], "[1 3; 2 4]'", '[1 2; 3 4]'],
  [[2, 2], '[[1, 3], [2, 4]].T', '[1 2; 3 4]'],
  [[2, 2], '[1 0; 0 1] [1 2; 3 4]', '[1 2; 3 4]'],
  [[2, 2], 'ones(2, 2)', '[1 1; 1 1]'],
  [[3, 2], '1 2; 3 4; 5 6', '[1 2; 3 4; 5 6]'],
  [[3, 2], '1, 2\n3, 4\n5, 6\n', '[1 2; 3 4; 5 6]'],
  [[2, 2], '1 3; 2 4 ^T', '[1 2; 3 4]'],
  // deeper arrays
  [[2, 1, 2], '[[[1, 2]], [[3, 4]]]', '[[[1, 2]], [[3, 4]]]'],
  [[2, 2, 2], '[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]', '[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]'],
  // vectors: rows and columns, with brackets and without
  [[3], '[1 2 3]', '[1 2 3]'],
  [[3], '[1; 2; 3]', '[1 2 3]'],
  [[3], '[1 2 3]^T', '[1 2 3]'],
  [[3], '(1, 2, 3)', '[1 2 3]'],
  [[3], '(1, 2, 3)ᵀ', '[1 2 3]'],
  [[3], '{1, 2, 3}', '[1 2 3]'],
  [[3], '1, 2, 3', '[1 2 3]'],
  [[3], '1,2,3', '[1 2 3]'],
  [[3], '1 2 3', '[1 2 3]'],
  [[3], '1 2 3ᵀ', '[1 2 3]'],
  [[3], '1; 2; 3', '[1 2 3]'],
  [[3], '1\n2\n3', '[1 2 3]'],
  [[3], 'x = 1, 2, 3', '[1 2 3]'],
  [[3], '100 200 300', '[100 200 300]'],
  [[3], '1 -2 3', '[1 -2 3]'],
  [[3, 1], '[1 2 3]', '[1; 2; 3]'],
  [[1, 3], '[1; 2; 3]', '[1 2 3]'],
  // a single number
  [[1], '5', '5'],
  [[1], '[5]', '5'],
  [[1, 1], '1 024', '1024'],
  [[1], '0,5', '0.5'],
  [[1], '(0,5)', '0.5'],
  [[1], 'tensor(0.5000)', '0.5'],
  // printed by NumPy and PyTorch
  [[2, 2], 'array([[1., 2.],\n       [3., 4.]])', '[1 2; 3 4]'],
  [[2, 2], '[[1. 2.]\r\n [3. 4.]]', '[1 2; 3 4]'],
  [[2, 2], 'np.array([[1, 2], [3, 4]])', '[1 2; 3 4]'],
  [[2, 2], 'W = np.array([[1, 2], [3, 4]])', '[1 2; 3 4]'],
  [[2], 'tensor([1., 2.], dtype=float32)', '[1 2]'],
  [[2], 'torch.tensor([1.0000e+00, -2.5000e-05])', '[1 -2.5e-5]'],
  [[2], "tensor([1., 2.], device='cuda:0', grad_fn=<AddBackward0>)", '[1 2]'],
  [[2], '[np.float64(0.5), np.float64(-1.0)]', '[0.5 -1]'],
  [
    [12],
    '[0.11111111 0.22222222 0.33333333 0.44444444 0.55555556 0.66666667\n 0.77777778 0.88888889 1.         1.11111111 1.22222222 1.33333333]',
    '[0.11111111 0.22222222 0.33333333 0.44444444 0.55555556 0.66666667 0.77777778 0.88888889 1 1.11111111 1.22222222 1.33333333]',
  ],
  // pasted from a spreadsheet
  [[2, 2], '1\t2\n3\t4', '[1 2; 3 4]'],
  [[2, 2], '1\t2\r\n3\t4\r\n', '[1 2; 3 4]'],
  [[2, 2], '0,5\t1 024\n-1\t1,25', '[0.5 1024; -1 1.25]'],
  [[3], '0,5\n1,5\n2,25', '[0.5 1.5 2.25]'],
  [[3], '1\n\n3', '[1 _ 3]'],
  [[2, 2], '\t2\n3\t', '[_ 2; 3 _]'],
  [[2, 2], '0,5;1,5\n2,5;3,5', '[0.5 1.5; 2.5 3.5]'],
  [[2, 2], '1,2\n3,4', '[1 2; 3 4]'],
  // commas that the shape decides on
  [[2, 2], '[1,2;3,4]', '[1 2; 3 4]'],
  [[2], '[0,5; 1,5]', '[0.5 1.5]'],
  [[2], '0,5; 1,5', '[0.5 1.5]'],
  [[2], '0,5, 1,5', '[0.5 1.5]'],
  [[2], '0,5 1,5', '[0.5 1.5]'],
  [[2], '0,5', '[0 5]'],
  // formulas
  [[2, 2], '[1/4 sqrt(4); 2^-4 -3]', '[0.25 2; 0.0625 -3]'],
  [[2], '0.5 * [1; 2]', '[0.5 1]'],
  [[3], '1/2, 50%, 2²', '[0.5 0.5 4]'],
  // cells left blank
  [[2, 2], '[1 _; 3 4]', '[1 _; 3 4]'],
  [[2, 2], '[1 ?; ? 4]', '[1 _; _ 4]'],
  [[2, 2], '[1 _; 3 4]^T', '[1 3; _ 4]'],
  [[3], '1, _, 3', '[1 _ 3]'],
  [[3], '[___ -2 3]', '[_ -2 3]'],
  [[1, 2, 2], '[[[1, 2], [_, 4]]]', '[[[1, 2], [_, 4]]]'],
];

/** A key's shape, a text, why it is refused, and at which offset. */
export const rejected: readonly (readonly [shape: Shape, text: string, reason: string, position: number])[] = [
  // another shape
  [[4], '[1 2 3]', 'these are 3 numbers, and 4 are wanted', 0],
  [[4], '5', 'this is one number, and 4 are wanted', 0],
  [[1], '[1 2 3]', 'these are 3 numbers, and one is wanted', 0],
  [[1], '1 2', 'these are 2 numbers, and one is wanted', 0],
  [[1], '[1 2; 3 4]', 'this is 2×2, and a single number is wanted', 0],
  [[4], '[1 2; 3 4]', 'this is 2×2, and a list of 4 numbers is wanted', 0],
  [[3, 2], '[1 2 3; 4 5 6]', 'this is 2×3, and 3×2 is wanted: its transpose would fit', 0],
  [[2, 2], '[1 2 3; 4 5 6]', 'this is 2×3, and 2×2 is wanted', 0],
  [[3, 2], '1 2 3 4 5 6', 'this is 1×6, and 3×2 is wanted: write a ; between the rows', 0],
  [[3, 2], '7', 'this is a single number, and 3×2 is wanted', 0],
  [[2, 2, 2], '[1 2; 3 4; 5 6; 7 8]', 'this is 4×2, and 2×2×2 is wanted: put each part in brackets of its own', 0],
  [[3], '0,5 1,5', 'these are 2 numbers, and 3 are wanted', 0],
  // rows of different lengths
  [[2, 2], '[1 2; 3]', 'row 2 has 1 number, and row 1 has 2', 6],
  [[3, 2], '[[1, 2], [3, 4], [5, 6, 7]]', 'row 3 has 3 numbers, and the rows above have 2', 18],
  [[2, 2], '1\t2\n3', 'row 2 has 1 number, and row 1 has 2', 4],
  [[2, 2], '1 2\n3', 'row 2 has 1 number, and row 1 has 2', 4],
  // no numbers
  [[2, 2], '[1 two; 3 4]', 'unknown name "two"; give numbers, as in [1 2; 3 4]', 3],
  [[2], 'one, two', 'unknown name "one"; give numbers, as in [1 0.5 -2]', 0],
  [[1], 'none', 'unknown name "none"; give numbers, as in 0.5', 0],
  [[2], 'tensor([1., nan])', 'unknown name "nan"; give numbers, as in [1 0.5 -2]', 12],
  [[2], '[1 2', '"[" is never closed', 0],
  [[2], '[]', 'a list needs at least one element', 0],
  [[2], '1/0, 2', 'division by zero', 1],
  [[2], '[1 !]', '"!" is no part of a number or formula', 3],
  [[2], '[1 \u001b]', '"U+001B" is no part of a number or formula', 3],
  [[2], '1'.repeat(2501), '2501 characters are too long: at most 2500', 2500],
  // commas that no shape decides on
  [[3], '[0,5; 1,5]', '"0,5" can be one number or two: write 0.5, or 0, 5 with a blank after every comma', 1],
  [[3], '1,234\n2\n3', '"1,234" can be one number or two: write 1.234, or 1, 234 with a blank after every comma', 0],
  // blanks within formulas
  [[2], '[1 2*_]', 'a blank _ stands alone in its cell: it is no part of a formula', 5],
  [[2], '2 [1 _]', 'a blank _ stands alone in its cell: it is no part of a formula', 5],
];
