/** Ways to write a number: what is read as what, and what is refused with which advice. Also documentation. */

/** A text and the number that it means. */
export const accepted: readonly (readonly [text: string, value: number])[] = [
  // plain, with a sign, with what it is called
  ['784', 784],
  ['+3', 3],
  ['-3', -3],
  ['−3', -3],
  ['– 3', -3],
  ['0.5', 0.5],
  ['.5', 0.5],
  ['5.', 5],
  ['007', 7],
  ['= 784', 784],
  ['≈ 0.5', 0.5],
  ['~0.5', 0.5],
  ['x = 784', 784],
  ['w_11 = −0.65', -0.65],
  ['x₁ = 5', 5],
  ['ŷ ≈ 0.33', 0.33],
  // a decimal comma, where it can mean nothing else
  ['0,5', 0.5],
  ['1,5', 1.5],
  ['-0,65', -0.65],
  ['0,125', 0.125],
  ['1234,567', 1234.567],
  // grouped digits
  ['1 024', 1024],
  ['1\u2009024', 1024],
  ['1\u202f048\u202f576', 1_048_576],
  ["1'234", 1234],
  ['1’234', 1234],
  ['1_000', 1000],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1,000,000', 1_000_000],
  // powers of ten
  ['1e-3', 0.001],
  ['1e−3', 0.001],
  ['1.5e3', 1500],
  ['1.5E+03', 1500],
  ['10^-3', 0.001],
  ['10^−3', 0.001],
  ['10⁻³', 0.001],
  ['10**-3', 0.001],
  ['1.5·10^3', 1500],
  ['1,5·10^3', 1500],
  ['1.5×10³', 1500],
  ['1.5 x 10^3', 1500],
  ['1.5x10^-3', 0.0015],
  ['1.5*10e3', 15_000],
  // products, quotients, powers
  ['16*7*7', 784],
  ['16·7⋅7', 784],
  ['16 × 7 × 7', 784],
  ['3/8', 0.375],
  ['3 ÷ 8', 0.375],
  ['3 : 8', 0.375],
  ['-1/3', -1 / 3],
  ['½', 0.5],
  ['1 + 1/2', 1.5],
  ['2^-4', 0.0625],
  ['2⁻⁴', 0.0625],
  ['(3·3·16 + 1)·32', 4640],
  // percent
  ['5%', 0.05],
  ['12,5 %', 0.125],
  // constants and functions
  ['π', Math.PI],
  ['2pi', 2 * Math.PI],
  ['e', Math.E],
  ['e^-1', Math.exp(-1)],
  ['exp(-1)', Math.exp(-1)],
  ['ln 2', Math.LN2],
  ['ln(2)', Math.LN2],
  ['sqrt(2/192)', Math.sqrt(2 / 192)],
  ['√2', Math.SQRT2],
  ['2√3', 2 * Math.sqrt(3)],
  ['tanh(0.5)', Math.tanh(0.5)],
  ['1/(1+e^-2)', 1 / (1 + Math.exp(-2))],
  ['max(0, -1)', 0],
];

const A_NUMBER = 'give a number such as 784, 3/8, 1e-3 or sqrt(2)';
const ALONE = 'give the number alone, without a unit or a word';
const NO_OPERATOR = 'an operator is missing before this number';
const MIXED = `${NO_OPERATOR}; a mixed number is written 1 + 1/2 or 1.5`;
const AFTER_DIVISION = 'after a division, a product without a sign can be read in two ways: use parentheses';
const TWO_FORMULAS = '"=" joins two formulas: give only one of them';
const NO_PART = (character: string): string => `"${character}" is no part of a number or formula`;

/** A text, why it is refused and what to type instead, and at which offset. */
export const rejected: readonly (readonly [text: string, reason: string, position: number])[] = [
  // words
  ['two', `unknown name "two"; ${A_NUMBER}`, 0],
  ['NaN', `unknown name "NaN"; ${A_NUMBER}`, 0],
  ['inf', `unknown name "inf"; ${A_NUMBER}`, 0],
  ['-inf', `unknown name "inf"; ${A_NUMBER}`, 1],
  ['N', `unknown name "N"; ${A_NUMBER}`, 0],
  ['2 * N', `unknown name "N"; ${A_NUMBER}`, 4],
  ['784 parameters', `unknown name "parameters"; ${ALONE}`, 4],
  ['5 MB', `unknown name "MB"; ${ALONE}`, 2],
  ['10k', `unknown name "k"; ${ALONE}`, 2],
  ['(3/8) cm', `unknown name "cm"; ${ALONE}`, 6],
  ['2² m', `unknown name "m"; ${ALONE}`, 3],
  ['5 % loss', `unknown name "loss"; ${ALONE}`, 4],
  // several numbers, or none
  ['0.5 ± 0.01', `${NO_PART('±')}; give one number, without its uncertainty`, 4],
  ['< 5', `${NO_PART('<')}; give one number, not a range`, 0],
  ['≥ 5', `${NO_PART('≥')}; give one number, not a range`, 0],
  ['∞', `${NO_PART('∞')}; the answer is finite`, 0],
  ['3; 4', '";" is not expected here', 1],
  ['3 or 4', NO_OPERATOR, 5],
  ['12 34', NO_OPERATOR, 3],
  ['16*7*7 = 784', TWO_FORMULAS, 7],
  ['784 = k', TWO_FORMULAS, 4],
  ['[1 2]', 'a single number is wanted, not a 1×2 matrix', 0],
  // what can be read in two ways
  ['1,024', '"1,024" can mean 1024 or 1.024: write one of these', 0],
  ['1 1/2', MIXED, 2],
  ['2 3 / 4', MIXED, 2],
  ['1/2π', AFTER_DIVISION, 3],
  ['3/8 cm', AFTER_DIVISION, 4],
  ['1 e-3', 'a space before an exponent can be read in two ways: write 1e-3 or 1*e - 3', 1],
  // not finished, or no number
  ['-', 'something is missing after "-"', 1],
  ['3*', 'something is missing after "*"', 2],
  ['((((', 'something is missing after "("', 4],
  ['(1', '"(" is never closed', 0],
  ['1..5', '"1..5" is not a number', 0],
  ['1.2.3', '"1.2.3" is not a number', 0],
  ['$5', NO_PART('$'), 0],
  ['5!', NO_PART('!'), 1],
  ['\u001b[2J', NO_PART('U+001B'), 0],
  // no value
  ['1/0', 'division by zero', 1],
  ['√-2', 'a negative number has no real square root', 0],
  ['ln 0', 'only a positive number has a logarithm', 0],
  ['1e400', '1e400 is too large', 0],
  ['9'.repeat(10_000), '10000 characters are too long: at most 500', 500],
];
