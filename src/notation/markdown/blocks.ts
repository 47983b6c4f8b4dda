import type { Token, Tokens } from 'marked';
import { clip, columns } from '../columns.ts';
import { type Line, type Span, span, type Tone } from '../line.ts';
import { displayFormula, inlineFormula } from '../math/formula.ts';
import { safeText } from '../safe.ts';
import { breakable } from './breaks.ts';
import { drawFigure, figureIn, figureInWords } from './figure.ts';
import { isMath } from './lexer.ts';
import { renderList } from './list.ts';
import { indented } from './margin.ts';
import { runs } from './runs.ts';
import { renderTable } from './table.ts';
import { widest, wrap } from './wrap.ts';

/** Where text is indented, so much of the width must remain. */
const MIN_WIDTH = 6;

/** Lines that belong together; airy ones have a blank line on either side even in a tight list. */
interface Block {
  readonly lines: readonly Line[];
  readonly airy: boolean;
}

const BLANK: Line = [];

/** Renders with a margin, and without one where the width is too small for it. */
function withMargin(margin: Span, width: number, render: (inner: number) => Line[]): Line[] {
  const inner = width - margin.text.length;
  return inner < MIN_WIDTH ? render(width) : indented(render(inner), margin, margin);
}

function formula(latex: string, width: number): Line[] {
  const lines = displayFormula(latex, width - 2);
  if (lines) return lines.map(line => (line ? [span('  '), span(line, 'math')] : BLANK));
  return withMargin(span('  '), width, inner => wrap([span(breakable(inlineFormula(latex)), 'math')], inner));
}

function code(text: string, width: number): Line[] {
  const lines = safeText(text).split('\n');
  const plain = lines.map(line => [span(line, 'code')]);
  const margin = widest(plain) + 2 <= width ? '  ' : '';
  return lines.map(line => (line.trim() ? [span(margin + clip(line, width - margin.length), 'code')] : BLANK));
}

/** What of a drawing does not fit into the width is told below it. */
function drawing(text: string, info: string, width: number): Line[] {
  const words = figureInWords(info);
  const isWhole = safeText(text)
    .split('\n')
    .every(line => columns(line) <= width);
  return [...code(text, width), ...(words === null || isWhole ? [] : wrap([span(words)], width))];
}

/** A plot, a network or a matrix is drawn; where that cannot be, its text stands as it is. */
function fenced({ text, lang = '' }: Tokens.Code, width: number): Line[] {
  const figure = figureIn(lang, text);
  const margin = width > MIN_WIDTH + 2 ? '  ' : '';
  const lines = figure && drawFigure(figure, width - margin.length);
  return lines?.map(line => (line.length > 0 ? [span(margin), ...line] : BLANK)) ?? drawing(text, lang, width);
}

/** Cuts inline content at its display formulas: text, formula, text. */
function paragraph(tokens: readonly Token[], width: number, tone?: Tone): Block[] {
  const blocks: Block[] = [];
  let text: Token[] = [];
  const flush = () => {
    const lines = wrap(runs(text, tone), width);
    if (lines.length > 0) blocks.push({ lines, airy: false });
    text = [];
  };
  for (const token of tokens) {
    if (isMath(token) && token.display) {
      flush();
      blocks.push({ lines: formula(token.latex, width), airy: true });
    } else {
      text.push(token);
    }
  }
  flush();
  return blocks;
}

function airy(lines: readonly Line[]): Block[] {
  return [{ lines, airy: true }];
}

function block(token: Token, width: number): Block[] {
  if (isMath(token)) return airy(formula(token.latex, width));
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'heading':
      return paragraph((token as Tokens.Heading).tokens, width, 'heading').map(part => ({ ...part, airy: true }));
    case 'code':
      return airy(fenced(token as Tokens.Code, width));
    case 'hr':
      return airy([[span('─'.repeat(width), 'dim')]]);
    case 'blockquote': {
      const { tokens } = token as Tokens.Blockquote;
      return airy(withMargin(span('│ ', 'dim'), width, inner => renderBlocks(tokens, inner)));
    }
    case 'list':
      return [{ lines: renderList(token as Tokens.List, width, renderBlocks), airy: false }];
    case 'table':
      return airy(renderTable(token as Tokens.Table, width));
    default:
      return paragraph('tokens' in token && token.tokens ? token.tokens : [token], width);
  }
}

/**
 * Renders block tokens.
 *
 * @param tight whether text stands without blank lines between, as in a tight list
 */
export function renderBlocks(tokens: readonly Token[], width: number, tight = false): Line[] {
  const lines: Line[] = [];
  let before: Block | undefined;
  for (const next of tokens.flatMap(token => block(token, width))) {
    if (next.lines.length === 0) continue;
    if (before && (!tight || before.airy || next.airy)) lines.push(BLANK);
    lines.push(...next.lines);
    before = next;
  }
  return lines;
}
