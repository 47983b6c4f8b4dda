import type { Power } from './syntax.ts';

/** How tightly each operator binds what stands to its left and right; more binds tighter. */

const leftAssociative = (power: number): Power => ({ left: power, right: power + 1 });

export const PRODUCT = leftAssociative(12);
const SUM = leftAssociative(10);
const COMPARISON = leftAssociative(8);
/** Right-associative, and tighter than a sign on its left: -2^2 is -4. */
const POWER: Power = { left: 18, right: 17 };

export const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);
export const NOT_POWER = 6;
export const SIGN_POWER = 14;
/** √2² squares the root: an argument without parentheses is a single number or name. */
export const ARGUMENT_POWER = 19;

const ARITHMETIC: readonly (readonly [string, Power])[] = [
  ['+', SUM],
  ['-', SUM],
  ['*', PRODUCT],
  ['/', PRODUCT],
  ['^', POWER],
];

export const AUTHOR_OPERATORS: ReadonlyMap<string, Power> = new Map([
  ['or', leftAssociative(2)],
  ['and', leftAssociative(4)],
  ...[...COMPARISONS].map(sign => [sign, COMPARISON] as const),
  ...ARITHMETIC,
  ['@', PRODUCT],
]);

/** With a point they are taken element by element. */
export const STUDENT_OPERATORS: ReadonlyMap<string, Power> = new Map([
  ...ARITHMETIC,
  ['.*', PRODUCT],
  ['./', PRODUCT],
  ['.^', POWER],
]);

/** Behind a student's matrix. */
export const TRANSPOSED = 'ᵀ';

/** Names that an author cannot give, for they are operators. */
export const AUTHOR_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not']);
