/** Ways to write a shape. Also documentation. */

/** To a question whose answer is (N, 2, 28, 28), with the symbols N, T and d_model: a text and what it is read as. */
export const accepted: readonly (readonly [text: string, readAs: string])[] = [
  // the same shape
  ['(N, 2, 28, 28)', '(N, 2, 28, 28)'],
  ['N, 2, 28, 28', '(N, 2, 28, 28)'],
  ['[N,2,28,28]', '(N, 2, 28, 28)'],
  ['{N,2,28,28}', '(N, 2, 28, 28)'],
  ['((N, 2, 28, 28))', '(N, 2, 28, 28)'],
  ['N;2;28;28', '(N, 2, 28, 28)'],
  ['N×2×28×28', '(N, 2, 28, 28)'],
  ['Nx2x28x28', '(N, 2, 28, 28)'],
  ['nX2X28X28', '(N, 2, 28, 28)'],
  ['N x 2 x 28 x 28', '(N, 2, 28, 28)'],
  ['N by 2 by 28 by 28', '(N, 2, 28, 28)'],
  ['N 2 28 28', '(N, 2, 28, 28)'],
  ['  N\t2  28\n28 ', '(N, 2, 28, 28)'],
  ['N 2x28x28', '(N, 2, 28, 28)'],
  ['N*2*28*28', '(N, 2, 28, 28)'],
  ['(N, 2, 28, 28,)', '(N, 2, 28, 28)'],
  ['torch.Size([N, 2, 28, 28])', '(N, 2, 28, 28)'],
  ['TensorShape([N, 2, 28, 28])', '(N, 2, 28, 28)'],
  ['x.shape = (N, 2, 28, 28)', '(N, 2, 28, 28)'],
  ['shape: N, 2, 28, 28.', '(N, 2, 28, 28)'],
  ['The output size is N×2×28×28', '(N, 2, 28, 28)'],
  ['$N \\times 2 \\times 28 \\times 28$', '(N, 2, 28, 28)'],
  ['ℝ^{N×2×28×28}', '(N, 2, 28, 28)'],
  ['𝑁×2×28×28', '(N, 2, 28, 28)'],
  ['（Ｎ，２，２８，２８）', '(N, 2, 28, 28)'],
  // arithmetic inside a dimension
  ['(N, 2, 28+4-4, 56/2)', '(N, 2, 28, 28)'],
  ['N x 2 x (32-5)/1+1 x 28', '(N, 2, 28, 28)'],
  ['N × 2 × (28 + 2·2 - 5)/1 + 1 × 28', '(N, 2, 28, 28)'],
  ['(N, 2, floor(57/2), sqrt(784))', '(N, 2, 28, 28)'],
  ['(N, 2, 28, max(28, 14))', '(N, 2, 28, 28)'],
  ['(N, 16*7*7)', '(N, 784)'],
  ['(N, 16x7x7)', '(N, 784)'],
  ['(N, 28²)', '(N, 784)'],
  ['(N, 25 088)', '(N, 25088)'],
  ['(N, 0.1*30)', '(N, 3)'],
  // symbols
  ['(2N, 2, 28)', '(2*N, 2, 28)'],
  ['(2*N, 2·n)', '(2*N, 2*N)'],
  ['(T*N, NT, N·T)', '(N*T, N*T, N*T)'],
  ['(N^2, N², N**2)', '(N*N, N*N, N*N)'],
  ['(4N/2, (2)(N), N*(3-1))', '(2*N, 2*N, 2*N)'],
  ['(2(N*T), 0*N)', '(2*N*T, 0)'],
  ['(N, d_model)', '(N, d_model)'],
  ['Nxd_modelxT', '(N, d_model, T)'],
  ['Tx2Nx3d_model', '(T, 2*N, 3*d_model)'],
  // any number of dimensions
  ['19', '(19,)'],
  ['(19)', '(19,)'],
  ['(N,)', '(N,)'],
  ['N x 19', '(N, 19)'],
  ['16*7*7', '(784,)'],
  ['2 N', '(2, N)'],
  ['()', '()'],
  ['[]', '()'],
  ['(,)', '()'],
  ['scalar', '()'],
];

/** What the number of dimensions wanted decides: a text, the key, and what is read. */
export const fitted: readonly (readonly [text: string, key: readonly (number | string)[], readAs: string])[] = [
  ['16*7*7', [16, 7, 7], '(16, 7, 7)'],
  ['16*7*7', [784], '(784,)'],
  ['16*7*7', ['N', 784], '(784,)'],
  ['16×7×7', [16, 7, 7], '(16, 7, 7)'],
  ['16×7×7', [784], '(784,)'],
  ['16×7×7', ['N', 784], '(16, 7, 7)'],
  ['N x 16*7*7', ['N', 784], '(N, 784)'],
  ['N x 16*7*7', ['N', 16, 7, 7], '(N, 16, 7, 7)'],
  ['2 N', ['2*N'], '(2*N,)'],
  ['2 N', [2, 'N'], '(2, N)'],
  ['N·T', ['N*T'], '(N*T,)'],
  ['N·T', ['N', 'T'], '(N, T)'],
  // never one number for two
  ['1 512', [1512], '(1, 512)'],
  // nor two for one
  ['1 024', [1, 24], '(1024,)'],
];

const OR = '; give numbers, and the symbols N, T, d_model';
const UNKNOWN = (word: string): string => `"${word}" is no dimension: give numbers, and the symbols N, T, d_model`;
const FRACTION = (shown: string): string => `${shown} is no dimension: it is a whole number, 0 or more${OR}`;
const PRODUCT = 'a dimension is a whole number or a product such as 2*N';

/** A text, why it is refused, and at which offset. */
export const rejected: readonly (readonly [text: string, reason: string, position: number])[] = [
  ['(B, 2, 28, 28)', UNKNOWN('B'), 1],
  ['batch x 2', UNKNOWN('batch'), 0],
  ['(None, 2)', UNKNOWN('None'), 1],
  ['Nx2xC', UNKNOWN('C'), 4],
  ['nt', UNKNOWN('nt'), 0],
  ['N2', UNKNOWN('N2'), 0],
  ['(N, pi)', UNKNOWN('pi'), 4],
  ['a'.repeat(50), UNKNOWN(`${'a'.repeat(20)}…`), 0],
  ['(-1, 2)', FRACTION('-1'), 1],
  ['(N, 2.5)', FRACTION('2.5'), 4],
  ['  (N, 5/2)', FRACTION('2.5'), 6],
  ['(N/2, 3)', FRACTION('0.5'), 1],
  ['5%', FRACTION('0.05'), 0],
  ['(N+1, 2)', PRODUCT, 2],
  ['(2/N, 2)', PRODUCT, 3],
  ['(N^99, 2)', PRODUCT, 2],
  ['(N 2, 28)', PRODUCT, 3],
  ['(N,2),(3,4)', PRODUCT, 2],
  ['(2, 9e99)', 'this dimension is too large', 4],
  ['1,024', 'no dimension begins with 0 as 024 does: write large numbers without separators', 2],
  ['(64 128, 3)', 'a comma is missing here, or a blank too many', 4],
  ['(N,,2)', 'a dimension is missing before this comma', 3],
  ['(N,2', '"(" is not closed: ")" is missing', 0],
  ['(N,2]', '"]" closes no bracket: give a shape such as (3, 5)', 4],
  ['N,2)', '")" closes no bracket: give a shape such as (3, 5)', 3],
  ['(N, [2, 3])', 'a dimension stands in no brackets of its own: give one shape such as (3, 5)', 4],
  ['2x', 'a dimension is missing beside "x"', 1],
  ['2 × × 3', 'a dimension is missing beside "×"', 2],
  ['(?, 2)', '"?" is no part of a shape: give one such as (3, 5)', 1],
  ['2\u001b[2J', '"U+001B" is no part of a shape: give one such as (3, 5)', 1],
  ['$', 'give a shape such as (3, 5)', 0],
  ['1,'.repeat(150), 'this is too long for a shape: give one such as (3, 5)', 0],
  ['9e15 '.repeat(20), 'this is too long for a shape: give one such as (3, 5)', 0],
];

/** A wrong reply to (N, 2, 28, 28), and what is said of it. */
export const remarks: readonly (readonly [text: string, comment: string | null])[] = [
  ['(2, 28, 28)', 'Only the batch dimension $N$ is missing; the others are right.'],
  ['(N, 28, 28)', 'One dimension is missing; the others are right.'],
  ['(1, N, 2, 28, 28)', 'There is one dimension too many; the others are right.'],
  ['(N, 1568)', 'This shape has 2 dimensions; 4 dimensions are wanted.'],
  ['scalar', 'This shape has no dimensions; 4 dimensions are wanted.'],
  ['(N, 28, 28, 2)', 'These are the right dimensions in another order.'],
  ['(N, 6, 28, 28)', 'The second dimension is wrong; the rest is right.'],
  ['(N, 2, 24, 24)', 'The third and fourth dimensions are wrong; the rest is right.'],
  ['(N, 2, 27, 27)', 'The third and fourth dimensions are off by one; the rest is right.'],
  ['(N, 2, 28, 29)', 'The fourth dimension is off by one; the rest is right.'],
  ['(N, 3, 28, 29)', 'The second and fourth dimensions are off by one; the rest is right.'],
  ['(2N, 3, 29, 27)', 'The first, second, third and fourth dimensions are off by one.'],
  ['(T, 3, 14, 14)', null],
];
