import { clip } from './columns.ts';
import { type Line, lineText, lineWidth, type Span, span, tidy } from './line.ts';
import { renderBlocks } from './markdown/blocks.ts';
import { inlineTokens, tokens, withMath } from './markdown/lexer.ts';
import { runs } from './markdown/runs.ts';
import { wrap } from './markdown/wrap.ts';
import { asciiLatex } from './math/formula.ts';
import { safeLine, safeText } from './safe.ts';
import { formulasInWords } from './spoken/markdown.ts';

/** The last word on width and safety: whatever a renderer produced, no line is wider and none holds a control character. */
function guarded(lines: readonly Line[], width: number): Line[] {
  return lines.map(line => {
    const safe: Span[] = line.map(({ text, tone }) => span(safeLine(text), tone));
    return lineWidth(safe) <= width ? tidy(safe) : [span(clip(lineText(safe), width), safe[0]?.tone)];
  });
}

/** No window is so wide: lines that have no end are for listening, and their formulas are words. */
const ENDLESS = 5000;

/** Text that could not be read as Markdown, nested too deeply for instance, is shown as it is. */
function asItIs(text: string, width: number): Line[] {
  return wrap([span(text)], width);
}

/**
 * Renders Markdown with LaTeX between dollars for the terminal. It never throws: what cannot be read is shown as it is.
 *
 * @param options.width no line takes more columns; at least 10 is sensible; in lines without an end, from 5000 columns
 *   on, formulas are words
 */
export function renderMarkdown(markdown: string, options: { width: number }): Line[] {
  const width = Math.max(1, Math.floor(options.width));
  const text = safeText(markdown);
  try {
    const told = width >= ENDLESS ? formulasInWords(text) : text;
    return guarded(renderBlocks(tokens(told), width), width);
  } catch {
    return guarded(asItIs(text, width), width);
  }
}

/** A line of words without blanks at its ends, other blanks than spaces, or anything unseen. */
const SIMPLE = /^(?!\s)[\S ]+(?<!\s)$/;
const UNSEEN = /\p{C}/u;

/**
 * Renders text that is no Markdown, as Markdown with a backslash before each of its signs would be: but one line of words
 * needs no reader of Markdown, which takes longer to start than all else that a first screen shows.
 */
export function renderLiteral(text: string, options: { width: number }): Line[] {
  if (!SIMPLE.test(text) || UNSEEN.test(text)) return renderMarkdown(escaped(text), options);
  const width = Math.max(1, Math.floor(options.width));
  return guarded(asItIs(text, width), width);
}

/** Markdown that shows `text` as it is. */
export function escaped(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Renders Markdown as one line of any length: titles and one-line questions. */
export function renderInline(markdown: string): Line {
  const text = safeLine(safeText(markdown));
  const unlimited = Number.POSITIVE_INFINITY;
  try {
    return guarded([wrap(runs(inlineTokens(text)), unlimited).flat()], unlimited)[0] ?? [];
  } catch {
    return [span(text)];
  }
}

/** The same Markdown with its formulas written in ASCII letters. */
export function mathInAscii(markdown: string): string {
  return withMath(markdown, (latex, display) => {
    const fence = display ? '$$' : '$';
    return fence + asciiLatex(latex) + fence;
  });
}
