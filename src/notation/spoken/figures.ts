import { fenceInWords } from '../markdown/figure.ts';

/** Drawings, plots and networks in Markdown, in words: what is drawn in characters cannot be listened to. */

const FENCED = /^```([^\n]*)\n([\s\S]*?)^```[^\S\n]*$/gm;

/** A block that is code, or says nothing of what it shows, stays as it is. */
export function figuresInWords(markdown: string): string {
  return markdown.replaceAll(FENCED, (block, info: string, text: string) => fenceInWords(info, text) ?? block);
}
