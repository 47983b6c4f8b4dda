import type { Token, Tokens } from 'marked';
import { cleanText } from '../../notation/html/escape.ts';
import { lineText } from '../../notation/line.ts';
import { drawFigure, fenceInWords, figureIn } from '../../notation/markdown/figure.ts';
import { inlineTokens, isMath, tokens } from '../../notation/markdown/lexer.ts';
import { atLineStart, formulaSource, inlineText, plainText, type Where } from './inline.ts';

/** Our Markdown as that of forges: what is text for us is text for them. */

/** Headings in a text stand below those of the page. */
const HEADINGS_FROM = 5;
const LOWEST_HEADING = 6;
/** In columns. */
const FIGURE_WIDTH = 72;

export function blockText(markdown: string): string {
  return written(tokens(markdown));
}

/** A line of Markdown. */
export function lineOf(markdown: string, where: Where = 'text'): string {
  return inlineText(inlineTokens(markdown), where).replaceAll(/\\?\n/g, ' ').trim();
}

/** The first line behind a marker, and all others below its text. */
export function hanging(marker: string, text: string): string {
  const margin = ' '.repeat(marker.length);
  return text
    .split('\n')
    .map((line, i) => (i === 0 ? marker + line : line === '' ? '' : margin + line))
    .join('\n');
}

export function quoted(text: string): string {
  return text
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n');
}

/** A table; cells are written already. */
export function tableText(header: readonly string[], rows: readonly (readonly string[])[], rules?: string): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = rules ?? `|${header.map(() => '---').join('|')}|`;
  return [row(header), rule, ...rows.map(row)].join('\n');
}

function written(all: readonly Token[]): string {
  return all
    .map(block)
    .filter(text => text !== '')
    .join('\n\n');
}

function block(token: Token): string {
  if (isMath(token)) return display(token.latex);
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return '';
    case 'heading': {
      const { depth, tokens: inner } = token as Tokens.Heading;
      const sign = '#'.repeat(Math.min(LOWEST_HEADING, depth + HEADINGS_FROM - 1));
      return `${sign} ${inlineText(inner, 'cell')}`;
    }
    case 'code':
      return fenced(token as Tokens.Code);
    case 'hr':
      return '---';
    case 'blockquote':
      return quoted(written((token as Tokens.Blockquote).tokens));
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    default:
      return paragraph('tokens' in token && token.tokens ? token.tokens : [token]);
  }
}

function paragraph(inner: readonly Token[]): string {
  return inlineText(inner, 'text').split('\n').map(atLineStart).join('\n');
}

function display(latex: string): string {
  const source = formulaSource(latex);
  return source === null ? codeBlock(latex) : `$$\n${source}\n$$`;
}

/** A figure is drawn in characters, and told in words for whoever cannot see that. */
function fenced({ text, lang = '' }: Tokens.Code): string {
  const figure = figureIn(lang, text);
  const drawn = figure && drawFigure(figure, FIGURE_WIDTH);
  const drawing = codeBlock(drawn ? drawn.map(line => lineText(line).trimEnd()).join('\n') : text);
  const words = fenceInWords(lang, text);
  return words === null ? drawing : `${drawing}\n\n*${plainText(words)}*`;
}

function codeBlock(text: string): string {
  const code = cleanText(text);
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${code}\n${fence}`;
}

function list({ ordered, start, items, loose }: Tokens.List): string {
  const first = typeof start === 'number' ? start : 1;
  const rows = items.map((item, i) => {
    const marker = ordered ? `${first + i}. ` : '- ';
    const box = item.task ? `[${item.checked ? 'x' : ' '}] ` : '';
    return hanging(marker, `${box}${tightly(item.tokens)}`);
  });
  return rows.join(loose ? '\n\n' : '\n');
}

/** A list in an item of a tight list follows its text without a blank line. */
function tightly(all: readonly Token[]): string {
  return all
    .map(token => ({ text: block(token), isList: token.type === 'list' }))
    .filter(({ text }) => text !== '')
    .reduce((before, { text, isList }) => (before === '' ? text : `${before}${isList ? '\n' : '\n\n'}${text}`), '');
}

const RULES = { left: ':---', center: ':---:', right: '---:' } as const;

function table({ header, rows, align }: Tokens.Table): string {
  const cells = (row: readonly Tokens.TableCell[]): string[] => row.map(cell => inlineText(cell.tokens, 'cell'));
  const rules = `|${align.map(side => (side ? RULES[side] : '---')).join('|')}|`;
  return tableText(cells(header), rows.map(cells), rules);
}
