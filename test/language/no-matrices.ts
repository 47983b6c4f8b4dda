/** What no student may write, or has no value as a matrix. Also documentation. */

const OR_TWO = (text: string, decimal: string, apart: string): string =>
  `"${text}" can be one number or two: write ${decimal}, or ${apart} with a blank after every comma`;

/** A text, why it is refused, and at which offset. */
export const noMatrices: readonly (readonly [text: string, message: string, position: number])[] = [
  // commas that could be decimal or not
  ['[0,5; 1,5]', OR_TWO('0,5', '0.5', '0, 5'), 1],
  ['[1,2;3,4]', OR_TWO('1,2', '1.2', '1, 2'), 1],
  ['[1,2\n3,4]', OR_TWO('1,2', '1.2', '1, 2'), 1],
  ['[0,5, 1,5]', OR_TWO('0,5', '0.5', '0, 5'), 1],
  ['2 [1, 2,5]', OR_TWO('2,5', '2.5', '2, 5'), 6],
  ['[1,2 3,-4]', OR_TWO('1,2', '1.2', '1, 2'), 1],
  ['[1 024]', '"1 024" can be one number or two: write 1024, or a comma between them', 1],
  ['[2; 1 000.5]', '"1 000.5" can be one number or two: write 1000.5, or a comma between them', 4],
  ['[1,024 2]', '"1,024" can mean 1024 or 1.024: write one of these', 1],
  ['[1 e2]', 'a space before an exponent can be read in two ways: write 1e-3 or 1*e - 3', 2],
  // rows that do not fit
  ['[1 2; 3]', 'the rows of a matrix differ in length: 2 and 1', 6],
  ['[[1, 2], [3]]', 'the rows of a matrix differ in length: 2 and 1', 9],
  ['[[[1]], [2]]', 'the parts of an array differ in shape: 1×1 and 1', 8],
  ['[[1, 2], 3]', 'beside rows in brackets stand only rows in brackets', 9],
  ['[[1; 2], [3; 4]]', 'rows are separated by ; or stand in brackets, not both', 1],
  ['[[1 2] [3 4]; [5 6] [7 8]]', 'rows are separated by ; or stand in brackets, not both', 1],
  ['[(2[1 2]) 3]', 'an element of a matrix is a single number, not a 1×2 matrix', 3],
  ['[]', 'a list needs at least one element', 0],
  ['[1 2', '"[" is never closed', 0],
  ['[1 2)', '")" is not expected here', 4],
  ['[1 2; ]', '"]" is not expected here', 6],
  ['[1,,2]', '"," is not expected here', 3],
  ['[1 2.3.4]', 'an operator is missing before this number', 6],
  ['[1 x]', 'unknown name "x"', 3],
  // shapes that do not fit
  ['[1 2] + [1; 2]', 'a 1×2 matrix and a 2×1 matrix cannot be added: their shapes must be equal', 6],
  ['[1 2; 3 4] - [1 2]', 'a 2×2 matrix and a 1×2 matrix cannot be subtracted: their shapes must be equal', 11],
  [
    '[1 2] ⊙ [1; 2]',
    'a 1×2 matrix and a 2×1 matrix cannot be multiplied element by element: their shapes must be equal',
    6,
  ],
  [
    '[1 2] ./ [1 2 3]',
    'a 1×2 matrix and a 1×3 matrix cannot be divided element by element: their shapes must be equal',
    6,
  ],
  [
    '[1 2; 3 4] [1 2]',
    'a 2×2 matrix cannot be multiplied by a 1×2 matrix: the columns of the first (2) must be as many as the rows of the second (1)',
    11,
  ],
  [
    '[1; 2] · [1; 2]',
    'a 2×1 matrix cannot be multiplied by a 2×1 matrix: write x^T y, x y^T, or .* for element by element',
    7,
  ],
  ['[[[1, 2]]] [1; 2]', 'a 1×1×2 array and a 2×1 matrix have no product: .* is element by element', 11],
  ['1/[1 2]', 'nothing is divided by a 1×2 matrix: write ./ for element by element, or multiply by its inverse', 1],
  [
    '[1 2; 3 4]/[1 2; 3 4]',
    'nothing is divided by a 2×2 matrix: write ./ for element by element, or multiply by its inverse',
    10,
  ],
  ['2^[1 2]', 'an exponent is a single number, not a 1×2 matrix: .^ is element by element', 1],
  ['[1 2; 3 4]^[1 2]', 'an exponent is a single number, not a 1×2 matrix: .^ is element by element', 10],
  ['[1 2 3]^2', 'only a square matrix has powers, not a 1×3 matrix: .^ is element by element', 7],
  ['[1 2; 3 4]^0,5', 'a matrix is raised to a whole number of at most 100, not to 0.5: .^ is element by element', 10],
  ['[1 2; 3 4]^101', 'a matrix is raised to a whole number of at most 100, not to 101: .^ is element by element', 10],
  ['[1 2; 2 4]^-1', 'the matrix is singular to working precision: it has no inverse that could be computed', 10],
  ['[1 2; 3 4]^-1^T', 'only a matrix is transposed: use parentheses', 13],
  ['[1 2]^t', 'unknown name "t"', 6],
  ['max([1 2], [1; 2])', 'a 1×2 matrix and a 2×1 matrix cannot be compared: their shapes must be equal', 0],
  ['outer([1 2; 3 4], [1 2])', 'outer: "a" must be a list of numbers, and has shape (2, 2)', 0],
  ['sum([1 2], axis=5)', 'axis 5 does not exist in shape (1, 2)', 0],
  ['sum([1 2], axes=0)', 'sum(x, axis=…, keep=0) has no parameter "axes": did you mean axis?', 11],
  ['inverse([1 2])', 'an inverse needs a square matrix, not shape (1, 2)', 0],
  // no value
  ['[1 2]/0', 'division by zero', 5],
  ['1 ./ [1 0]', 'division by zero', 2],
  ['ln([1 0])', 'only a positive number has a logarithm', 0],
  ['√[1 -1]', 'a negative number has no real square root', 0],
  ['[-1 2].^0.5', 'this power of a negative number is not real', 6],
  ['[9 9; 9 9]^100 [1e300; 1]', 'the value is too large to compute with', 15],
  // no matrix elsewhere
  ['[1 2] = [1 2]', '"=" joins two formulas: give only one of them', 6],
  ['{1 2}', '"{" is no part of a number or formula', 0],
  ['['.repeat(400), 'nested more than 64 deep', 64],
  ['1'.repeat(4001), '4001 characters are too long: at most 4000', 4000],
];

/** What is wanted is a single number. */
export const noNumbers: readonly (readonly [text: string, message: string, position: number])[] = [
  ['[1 2; 3 4]', 'a single number is wanted, not a 2×2 matrix', 0],
  ['[1 2 3]', 'a single number is wanted, not a 1×3 matrix', 0],
  ['2 + [1; 2]', 'a single number is wanted, not a 2×1 matrix', 2],
  ['k = [[[1, 2]]]', 'a single number is wanted, not a 1×1×2 array', 4],
  ['ones(8, 1)', 'a single number is wanted, not an 8×1 matrix', 0],
];
