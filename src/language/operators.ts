/** How tightly each operator binds what stands to its left and right; more binds tighter. */

export interface Power {
  readonly left: number;
  readonly right: number;
}

const leftAssociative = (power: number): Power => ({ left: power, right: power + 1 });

export const PRODUCT = leftAssociative(12);
export const BINARY: Readonly<Record<string, Power>> = {
  or: leftAssociative(2),
  and: leftAssociative(4),
  '==': leftAssociative(8),
  '!=': leftAssociative(8),
  '<': leftAssociative(8),
  '<=': leftAssociative(8),
  '>': leftAssociative(8),
  '>=': leftAssociative(8),
  '+': leftAssociative(10),
  '-': leftAssociative(10),
  '*': PRODUCT,
  '/': PRODUCT,
  // Right-associative, and tighter than a sign on its left: -2^2 is -4.
  '^': { left: 18, right: 17 },
};
/** Only an author may write these. */
export const STRUCTURAL = new Set(['or', 'and', '==', '!=', '<', '<=', '>', '>=']);
export const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);
export const NOT_POWER = 6;
export const SIGN_POWER = 14;
/** √2² squares the root: an argument without parentheses is a single number or name. */
export const ARGUMENT_POWER = 19;
