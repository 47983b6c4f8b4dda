import { HIDDEN, type OrderLine } from './key.ts';

/** What is hidden in a line, as it is shown in the end. Inside a formula it is written without dollar signs. */

const DOLLARS = /(?<!\\)\$\$?/g;

function isInFormula(text: string, at: number): boolean {
  return (text.slice(0, at).match(DOLLARS)?.length ?? 0) % 2 === 1;
}

const bare = (answer: string): string => answer.replaceAll('$', '').trim();

/** The line with what is hidden in it. */
export function filledLine({ text, blank }: OrderLine): string {
  if (!blank) return text;
  return text.replaceAll(HIDDEN, (_, at: number) => (isInFormula(text, at) ? bare(blank.answer) : blank.answer));
}

/** What belongs in the blank, by itself. */
export function hiddenPiece({ text, blank }: OrderLine): string | null {
  if (!blank) return null;
  return isInFormula(text, text.indexOf(HIDDEN)) ? `$${bare(blank.answer)}$` : blank.answer;
}
