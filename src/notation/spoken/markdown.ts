import { withMath } from '../markdown/lexer.ts';
import { lettersInBothCases, spokenFormula } from './formula.ts';

/** Markdown for listening: formulas become words, which stay formulas to Markdown, so that it leaves them alone. */

/** @param both the letters that the question uses in both cases */
export function formulasInWords(markdown: string, both?: ReadonlySet<string>): string {
  return withMath(markdown, (latex, display, raw) => {
    const words = spokenFormula(latex, both);
    if (words === undefined) return raw;
    return display ? ` $\\text{${words}}$ ` : `$\\text{${words}}$`;
  });
}

/** The Latin letters, in lower case, that the formulas of these texts use in both cases. */
export function lettersOf(texts: Iterable<string>): ReadonlySet<string> {
  const formulas = new Set<string>();
  for (const text of texts) {
    withMath(text, (latex, _, raw) => {
      formulas.add(latex);
      return raw;
    });
  }
  return lettersInBothCases(formulas);
}
