/** Texts that are meant to hurt. None has a value, and each is refused at once. */

const times = (count: number, text: string): string => text.repeat(count);
const joined = (count: number, text: string, sign: string): string =>
  Array.from({ length: count }, () => text).join(sign);

/** For authors and students alike. */
const BOTH: readonly (readonly [what: string, text: string])[] = [
  ['10,000 characters', times(10_000, '1')],
  ['1,000 parentheses', times(1000, '(')],
  ['1,000 closed parentheses', `${times(1000, '(')}1${times(1000, ')')}`],
  ['1,000 brackets', times(1000, '[')],
  ['1,000 closed brackets', `${times(1000, '[')}1${times(1000, ']')}`],
  ['1,000 signs', `${times(1000, '-')}1`],
  ['1,000 roots', `${times(1000, 'sqrt(')}1${times(1000, ')')}`],
  ['a list 70 deep', `${times(70, '[')}1${times(70, ']')}`],
  ['a tower of powers', '2^2^2^2^2^2'],
  ['a tower of 200 powers', `${times(200, '2^')}1`],
  ['a number of 400 digits', times(400, '9')],
  ['an infinite number', '1e999'],
  ['a number close to infinity, doubled', '1e308 + 1e308'],
  ['ones of ten billion places', 'ones(100000, 100000)'],
  ['ones of a billion places', 'ones(1000, 1000, 1000)'],
  ['ones of 1e308 places', 'ones(1e308)'],
  ['half a row of ones', 'ones(0.5)'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['toString()', 'toString()'],
  ['hasOwnProperty(1)', 'hasOwnProperty(1)'],
  ['__proto__(1)', '__proto__(1)'],
  ['sum(__proto__=1)', 'sum(__proto__=1)'],
  ['sum(1, constructor=1)', 'sum(1, constructor=1)'],
  ['a null byte', '1\u0000'],
  ['only null bytes', times(100, '\u0000')],
  ['half a surrogate pair', '1 + \ud800'],
  ['the other half', '\udc00'],
  ['a command to the terminal', '\u001b[2J'],
  ['nothing', ''],
  ['blanks', times(400, ' ')],
  ...['(', '[', '[1', '[1,', '[1;', '[1;2', 'sum(', 'sum(1', 'sum(1,', 'sum(x=', 'sum([', '((', '1+(', '-'].map(
    text => [`${text}, unclosed`, text] as const,
  ),
];

export const hostileToAuthors: readonly (readonly [what: string, text: string])[] = [
  ...BOTH,
  ['1,999 sums', `1${times(1999, '+1')}`],
  ['1,000 indices', `x${times(1000, '[0]')}`],
  ['1,300 fields', `x${times(1300, '.x')}`],
  ['lists within lists of lists', joined(12, times(60, '['), ',')],
  ['a product of large matrices', joined(100, 'ones(300,300)', '@')],
  ['range(1e9)', 'range(1e9)'],
  ['range(1e308)', 'range(1e308)'],
  ['zeros(1e5, 1e5)', 'zeros(1e5, 1e5)'],
  ['identity(5000)', 'identity(5000)'],
  ['eigenvalues(identity(5000))', 'eigenvalues(identity(5000))'],
  ['eigenvalues(identity(300))', 'eigenvalues(identity(300))'],
  ['singular_values(ones(300, 300))', 'singular_values(ones(300, 300))'],
  ['inverse(ones(300, 300))', 'inverse(ones(300, 300))'],
  ['one_hot(range(1000), 1000)', 'one_hot(range(1000), 1000)'],
  ['outer(range(1000), range(1000))', 'outer(range(1000), range(1000))'],
  ['a slice with a huge step', 'x[5:1e300:1e300]'],
  ['an index beyond all', 'x[1e300]'],
  ['x.__proto__', 'x.__proto__'],
  ['x.constructor', 'x.constructor'],
  ['cell.__proto__', 'cell.__proto__'],
  ['cell.toString()', 'cell.toString()'],
  ['x[__proto__]', 'x[__proto__]'],
  ['x[constructor:]', 'x[constructor:]'],
  ['init_gain(__proto__)', 'init_gain(__proto__)'],
  ...['x[', 'x[1:', 'x[1,', 'x[::', 'x.', 'not', 'a and', 'cell.h['].map(text => [`${text}, unclosed`, text] as const),
];

export const hostileToStudents: readonly (readonly [what: string, text: string])[] = [
  ...BOTH,
  ['a word', 'two'],
  ['100 roots without parentheses', times(100, '√')],
  ['1,000 transposes', `[1 2]${times(1000, '^T')}`],
  ['a matrix of 4,000 commas', `[${times(3998, ',')}]`],
  ['a matrix of 2,000 decimal commas', `[${times(990, '1,5;')}1,5]`],
  ['a high power that overflows', '[9 9; 9 9]^100^1 [1e300; 1]'],
  ['1,500 brackets in a row', times(1300, '[1]')],
  ['an endless exponent', '1 e-3'],
  ['powers of powers of a matrix', '[2 0; 0 2]^100^100'],
  ['the inverse of a large matrix', 'ones(300, 300)^-1'],
  ['a large power', 'ones(300, 300)^100'],
];

/** So much to compute that it takes a moment to have had enough of it. */
export const exhausting: readonly (readonly [what: string, text: string])[] = [
  ['sums of large tensors', joined(200, 'range(100000)', '+')],
  ['a large list of large lists', `[${joined(300, 'range(10000)', ',')}]`],
  ['products of matrices', joined(250, 'ones(150,150)', '@')],
  ['many eigenvalues', joined(80, 'eigenvalues(outer(range(40), range(40)))', '+')],
];
