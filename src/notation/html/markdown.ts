import type { Token, Tokens } from 'marked';
import { columns } from '../columns.ts';
import { decodeEntities } from '../markdown/entities.ts';
import { type Figure, figureIn, figureInWords } from '../markdown/figure.ts';
import { inlineTokens, isMath, tokens } from '../markdown/lexer.ts';
import { escapeHtml } from './escape.ts';
import { figureSvg } from './figure.ts';
import { formulaHtml } from './formula.ts';

/** Markdown as HTML that loads nothing and links to nothing: links and images are their texts, and raw HTML is text. */

/** How pages differ. */
export interface HtmlStyle {
  readonly formula: (latex: string, display: boolean) => string;
  /** A plot, a network or a matrix. */
  readonly figure: (figure: Figure) => string;
  /** Plain text, code too. */
  readonly text: (text: string) => string;
}

const PAGE: HtmlStyle = {
  formula: formulaHtml,
  figure: figure => `<figure class="plot">${figureSvg(figure)}</figure>`,
  text: escapeHtml,
};

/** Headings in a text stand below those of the page. */
const HEADINGS_FROM = 4;
const LOWEST_HEADING = 6;
/** In columns: as much as stands beside one another on a page. */
const WIDEST_DRAWING = 88;

/** Blocks: paragraphs, lists, tables, drawings … */
export function markdownHtml(markdown: string, style: HtmlStyle = PAGE): string {
  return blocks(tokens(markdown), style);
}

/** A line of Markdown, for a place where no blocks may stand. */
export function inlineMarkdownHtml(markdown: string, style: HtmlStyle = PAGE): string {
  return inline(inlineTokens(markdown), style);
}

function blocks(all: readonly Token[], style: HtmlStyle): string {
  return all
    .map(token => block(token, style))
    .filter(html => html !== '')
    .join('\n');
}

function block(token: Token, style: HtmlStyle): string {
  if (isMath(token)) return `<div class="display">${style.formula(token.latex, true)}</div>`;
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return '';
    case 'heading': {
      const { depth, tokens: inner } = token as Tokens.Heading;
      const tag = `h${Math.min(LOWEST_HEADING, depth + HEADINGS_FROM - 1)}`;
      return `<${tag} dir="auto">${inline(inner, style)}</${tag}>`;
    }
    case 'code':
      return fenced(token as Tokens.Code, style);
    case 'hr':
      return '<hr>';
    case 'blockquote':
      return `<blockquote>\n${blocks((token as Tokens.Blockquote).tokens, style)}\n</blockquote>`;
    case 'list':
      return list(token as Tokens.List, style);
    case 'table':
      return table(token as Tokens.Table, style);
    // The text of an item in a tight list.
    case 'text':
      return inline('tokens' in token && token.tokens ? token.tokens : [token], style);
    default:
      return `<p dir="auto">${inline('tokens' in token && token.tokens ? token.tokens : [token], style)}</p>`;
  }
}

/** What is no data to be drawn stands as it is, with its words for whoever cannot see it. */
function fenced({ text, lang = '' }: Tokens.Code, style: HtmlStyle): string {
  const figure = figureIn(lang, text);
  if (figure) return style.figure(figure);
  const words = figureInWords(lang);
  const isWide = text.split('\n').some(line => columns(line) > WIDEST_DRAWING);
  const role = words === null ? '' : ` role="img" aria-label="${escapeHtml(words)}"`;
  return `<pre dir="ltr"${isWide ? ' class="wide"' : ''}${role}><code>${style.text(text)}</code></pre>`;
}

function list({ ordered, start, items, loose }: Tokens.List, style: HtmlStyle): string {
  const tag = ordered ? 'ol' : 'ul';
  const from = ordered && typeof start === 'number' && start !== 1 ? ` start="${start}"` : '';
  const rows = items.map(item => {
    const box = item.task ? `${item.checked ? '☑' : '☐'} ` : '';
    return `<li dir="auto"${item.task ? ' class="task"' : ''}>${box}${blocks(item.tokens, style)}</li>`;
  });
  return `<${tag}${from}${loose ? ' class="loose"' : ''}>\n${rows.join('\n')}\n</${tag}>`;
}

function table({ header, rows, align }: Tokens.Table, style: HtmlStyle): string {
  const cell = (tag: string, { tokens: inner }: Tokens.TableCell, column: number): string => {
    const side = align[column];
    return `<${tag} dir="auto"${side ? ` class="${side}"` : ''}>${inline(inner, style)}</${tag.split(' ')[0]}>`;
  };
  const head = header.map((one, i) => cell('th scope="col"', one, i)).join('');
  const body = rows.map(row => `<tr>${row.map((one, i) => cell('td', one, i)).join('')}</tr>`);
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function inline(all: readonly Token[], style: HtmlStyle): string {
  return all.map(token => run(token, style)).join('');
}

function run(token: Token, style: HtmlStyle): string {
  if (isMath(token)) return style.formula(token.latex, token.display);
  switch (token.type) {
    case 'strong':
      return `<strong>${inline((token as Tokens.Strong).tokens, style)}</strong>`;
    case 'em':
      return `<em>${inline((token as Tokens.Em).tokens, style)}</em>`;
    case 'codespan':
      return `<code>${style.text((token as Tokens.Codespan).text)}</code>`;
    case 'br':
      return '<br>';
    case 'checkbox':
      return '';
    case 'image':
      return style.text((token as Tokens.Image).text);
    default:
      if ('tokens' in token && token.tokens) return inline(token.tokens, style);
      return 'text' in token && typeof token.text === 'string' ? style.text(decodeEntities(token.text)) : '';
  }
}
