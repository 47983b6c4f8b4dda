import { clip } from './columns.ts';
import { type Line, lineText, lineWidth, type Span, span, tidy } from './line.ts';
import { renderBlocks } from './markdown/blocks.ts';
import { inlineTokens, tokens } from './markdown/lexer.ts';
import { runs } from './markdown/runs.ts';
import { wrap } from './markdown/wrap.ts';
import { safeLine, safeText } from './safe.ts';

/** The last word on width and safety: whatever a renderer produced, no line is wider and none holds a control character. */
function guarded(lines: readonly Line[], width: number): Line[] {
  return lines.map(line => {
    const safe: Span[] = line.map(({ text, tone }) => span(safeLine(text), tone));
    return lineWidth(safe) <= width ? tidy(safe) : [span(clip(lineText(safe), width), safe[0]?.tone)];
  });
}

/** Text that could not be read as Markdown, nested too deeply for instance, is shown as it is. */
function asItIs(text: string, width: number): Line[] {
  return wrap([span(text)], width);
}

/**
 * Renders Markdown with LaTeX between dollars for the terminal. It never throws: what cannot be read is shown as it is.
 *
 * @param options.width no line takes more columns; at least 10 is sensible
 */
export function renderMarkdown(markdown: string, options: { width: number }): Line[] {
  const width = Math.max(1, Math.floor(options.width));
  const text = safeText(markdown);
  try {
    return guarded(renderBlocks(tokens(text), width), width);
  } catch {
    return guarded(asItIs(text, width), width);
  }
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
