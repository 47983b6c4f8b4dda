import type { Token, Tokens } from 'marked';
import { isMath } from '../markdown/lexer.ts';
import { fencedMarkup } from './drawing.ts';
import { mathTypst } from './formula.ts';
import { lineMarkup } from './inline.ts';
import { escapedText } from './quote.ts';

/** Lists and quotes within one another are indented no deeper than this. */
const MOST_NESTED = 6;

/** How far lists and quotes indent what stands in them, and what must remain, in ems. */
const INDENT = 1.8;
const NARROWEST = 10;

/** Block tokens as Typst markup, with blank lines between. */
export function blocksMarkup(tokens: readonly Token[], width: number, depth = 0): string {
  return tokens
    .map(token => blockMarkup(token, width, depth))
    .filter(text => text.trim() !== '')
    .join('\n\n');
}

function blockMarkup(token: Token, width: number, depth: number): string {
  if (isMath(token)) return mathTypst(token.latex, true, width);
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return '';
    case 'heading':
      // The headings of a paper are its problems and questions.
      return `#block(sticky: true)[#strong[${lineMarkup((token as Tokens.Heading).tokens, width)}];];`;
    case 'code':
      return fencedMarkup(token as Tokens.Code);
    case 'hr':
      return '#line(length: 100%, stroke: 0.5pt);';
    case 'blockquote': {
      const inner = within((token as Tokens.Blockquote).tokens, width, depth);
      return depth < MOST_NESTED ? `#quote(block: true)[\n${inner}\n];` : inner;
    }
    case 'list':
      return list(token as Tokens.List, width, depth);
    case 'table':
      return table(token as Tokens.Table, width);
    default:
      return lineMarkup('tokens' in token && token.tokens ? token.tokens : [token], width);
  }
}

function within(tokens: readonly Token[], width: number, depth: number): string {
  return blocksMarkup(tokens, Math.max(NARROWEST, width - INDENT), depth + 1);
}

function itemMarkup({ tokens, task, checked }: Tokens.ListItem, width: number, depth: number): string {
  return (task ? escapedText(checked ? '[x] ' : '[ ] ') : '') + within(tokens, width, depth);
}

function list({ items, ordered, start, loose }: Tokens.List, width: number, depth: number): string {
  const contents = items.map(item => itemMarkup(item, width, depth));
  if (depth >= MOST_NESTED) return contents.join('\n\n');
  const first = Number(start) || (start === 0 ? 0 : 1);
  const options = [`tight: ${!loose}`, ...(ordered && first !== 1 ? [`start: ${first}`] : [])];
  return `#${ordered ? 'enum' : 'list'}(${options.join(', ')},\n${contents.map(text => `  [${text}],\n`).join('')});`;
}

function table({ header, rows, align }: Tokens.Table, width: number): string {
  const cell = ({ tokens }: Tokens.TableCell): string => `[${lineMarkup(tokens, width / header.length)}]`;
  const sides = align.map(side => side ?? 'auto').join(', ');
  return [
    `#table(columns: ${header.length}, align: (${sides},),`,
    `  table.header(${header.map(({ tokens }) => `[#strong[${lineMarkup(tokens, width / header.length)}];]`).join(', ')}),`,
    ...rows.map(cells => `  ${cells.map(cell).join(', ')},`),
    ');',
  ].join('\n');
}
