import { inlineTokens, tokens } from '../markdown/lexer.ts';
import { blocksMarkup } from './blocks.ts';
import { TEXT_WIDTH } from './formula.ts';
import { lineMarkup } from './inline.ts';
import { printable, printableLine } from './printable.ts';
import { typstText } from './quote.ts';
import { remembered, rememberedByWidth } from './remembered.ts';

interface Options {
  /** The room for displays, in ems of the text; 40 where it is not given. Wider ones are broken over lines. */
  readonly width?: number;
}

const blocks = rememberedByWidth((markdown, width) => {
  const text = printable(markdown);
  try {
    return blocksMarkup(tokens(text), width);
  } catch {
    return typstText(text);
  }
});

const line = remembered(markdown => {
  const text = printableLine(markdown);
  try {
    return lineMarkup(inlineTokens(text), TEXT_WIDTH);
  } catch {
    return typstText(text);
  }
});

/**
 * Markdown with LaTeX between dollars as Typst markup, to be put on lines of their own or between `[` and `]`. Text of
 * strangers stays text there: nothing in it is code, a reference or a comment. It never throws: what cannot be read as
 * Markdown, nested too deeply for instance, is printed as it is.
 */
export function markdownTypst(markdown: string, { width = TEXT_WIDTH }: Options = {}): string {
  return blocks(markdown, width);
}

/** One line of Markdown, such as a title or an option, as Typst markup without paragraphs. */
export function inlineTypst(markdown: string): string {
  return line(markdown);
}
