/** What to write instead of words that nobody declared. */

export const DERIVATIVE = 'write out what the derivative comes to';

interface Row {
  readonly word: RegExp;
  /** What follows it, from its first character on. */
  readonly after?: RegExp;
  readonly advice: string;
}

const ROWS: readonly Row[] = [
  { word: /^d/u, after: /^d[\p{L}\p{N}]*\s*\/\s*d/u, advice: DERIVATIVE },
  {
    word: /^\p{L}+$/u,
    after: /^\p{L}+\.\p{L}/u,
    advice: 'write functions without what they come from, as sqrt(x) and exp(x)',
  },
  { word: /^(?:pow|power)$/i, advice: 'write x^2 for a power' },
  { word: /^(?:dot|inner|vdot)$/i, advice: 'write x^T y for the inner product' },
  { word: /^(?:matmul|mm|bmm)$/i, advice: 'write A B for a matrix product' },
  { word: /^\\?(?:tr|trace)$/i, advice: 'a trace is written as a sum: sum(A .* B^T) is that of A B' },
  { word: /^\\?det$/i, advice: 'write the determinant out' },
  { word: /^\\?(?:a?cosh|a?sinh|sech|csch|coth)/i, advice: 'write it with exp' },
  { word: /^\\?(?:tan|cot|sec|csc)(?![a-z])/i, advice: 'write it with sin and cos' },
  { word: /^(?:sig|sigm|expit)$/i, advice: 'write sigmoid(x)' },
  { word: /^(?:if|else|otherwise|where|cases)$/i, advice: 'write cases with max, min, abs or sign' },
  { word: /^(?:heaviside|step|indicator)$/i, advice: 'write (1 + sign(x))/2 for what is 1 for x > 0 and else 0' },
  { word: /^(?:solve|lstsq)$/i, advice: 'write A^-1 b' },
];

/** @param rest the text from the word on */
export function adviceOn(word: string, rest: string): string | null {
  const row = ROWS.find(({ word: known, after }) => known.test(word) && (after?.test(rest.slice(0, 40)) ?? true));
  return row?.advice ?? null;
}
