import { figuresInWords } from '../notation/spoken/figures.ts';
import { formulasInWords } from '../notation/spoken/markdown.ts';

/** What is drawn for the eye, for listening: formulas and figures are told in words. */

/** A screen is told anew at every key, and its texts stay the same. */
const told = new Map<string, string>();
const MOST_KEPT = 500;

/** @param both the letters that the question uses in both cases: their capitals are told apart */
export function heardMarkdown(markdown: string, both: ReadonlySet<string> = new Set()): string {
  if (!/[$`]/.test(markdown)) return markdown;
  const key = `${[...both].join('')} ${markdown}`;
  const known = told.get(key);
  if (known !== undefined) return known;
  if (told.size >= MOST_KEPT) told.clear();
  const words = formulasInWords(figuresInWords(markdown), both);
  told.set(key, words);
  return words;
}
