import { inlineTypst, markdownTypst } from '../../notation/typst/markdown.ts';
import { printableLine } from '../../notation/typst/printable.ts';
import { typstString, typstText } from '../../notation/typst/quote.ts';

/** Texts as arguments of Typst functions. Those of strangers get in here and nowhere else. */

/** Plain text as a string, where a function wants one, or where texts of all kinds are to have one structure. */
export function string(text: string): string {
  return typstString(printableLine(text));
}

/** Plain text as content of one line. */
export function words(text: string): string {
  return `[${typstText(text)}]`;
}

/** Markdown as content. */
export function blocks(markdown: string): string {
  return `[${markdownTypst(markdown)}]`;
}

/** Markdown of one line as content. */
export function inline(markdown: string): string {
  return `[${inlineTypst(markdown)}]`;
}

/** Items of an array, one a line. */
export function array(items: readonly string[]): string {
  return items.length === 0 ? '()' : `(\n${items.map(item => `  ${item},\n`).join('')})`;
}

/** An array that stands on one line. */
export function row(items: readonly string[]): string {
  return `(${items.map(item => `${item},`).join(' ')})`;
}
