import { figuresInWords } from '../../notation/spoken/figures.ts';
import { formulasInWords } from '../../notation/spoken/markdown.ts';
import { tablesInWords } from '../../notation/spoken/tables.ts';
import { inline, textOf } from '../styled.ts';

/** What is drawn for the eye, for listening: formulas, figures and tables are told in words. */

/** A screen is told anew at every key, and its texts stay the same. */
const told = new Map<string, string>();
const MOST_KEPT = 500;

/** @param both the letters that the question uses in both cases: their capitals are told apart */
export function heardMarkdown(markdown: string, both: ReadonlySet<string> = new Set()): string {
  if (!/[$`|]/.test(markdown)) return markdown;
  const key = `${[...both].join('')} ${markdown}`;
  const known = told.get(key);
  if (known !== undefined) return known;
  if (told.size >= MOST_KEPT) told.clear();
  const words = formulasInWords(tablesInWords(figuresInWords(markdown)), both);
  told.set(key, words);
  return words;
}

const FORMULA = /\$[^$]+\$/;

/** A line that a title with formulas may stand in, with these in words; all else in it is as it was. */
export function heardLine(text: string): string {
  return FORMULA.test(text) ? textOf(inline(heardMarkdown(text))) : text;
}
