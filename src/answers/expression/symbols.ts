import { Vocabulary } from '../../language/expression.ts';

/** What a question declares for its formulas. */

export const DOMAINS = [
  'real',
  'positive',
  'negative',
  'nonnegative',
  'nonzero',
  'natural',
  'integer',
  'probability',
  'identity',
] as const;

/** Where the values of a symbol lie; `natural` begins at 1, `probability` is between 0 and 1, both excluded, and `identity` is that matrix. */
export type Domain = (typeof DOMAINS)[number] | readonly [low: number, high: number];

export interface ExpressionSymbol {
  /** Canonical ASCII: `beta_1`, `x'`, `m_hat`, `h_{t-1}`, `W^(1)`. */
  readonly name: string;
  readonly tex: string;
  readonly domain: Domain;
  /** Empty for a number, [2, 3] for a matrix, [3, 1] for a column. */
  readonly shape: readonly number[];
}

const vocabularies = new WeakMap<readonly ExpressionSymbol[], Vocabulary>();

/** Made once for the symbols of a key, as a reply is read with every stroke. */
export function vocabularyOf(symbols: readonly ExpressionSymbol[]): Vocabulary {
  const known = vocabularies.get(symbols);
  if (known) return known;
  const made = new Vocabulary(symbols);
  vocabularies.set(symbols, made);
  return made;
}

/** `real`, `0 … 1` */
export function domainText(domain: Domain): string {
  return typeof domain === 'string' ? domain : `${domain[0]} … ${domain[1]}`;
}
