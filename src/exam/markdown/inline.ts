import type { Token, Tokens } from 'marked';
import { cleanText } from '../../notation/html/escape.ts';
import { decodeEntities } from '../../notation/markdown/entities.ts';
import { isMath, type MathToken } from '../../notation/markdown/lexer.ts';
import { latexMathML } from '../../notation/math/latex.ts';

/** Lines of Markdown written anew for forges, which take raw HTML, links, images and much else for what it says. */

/** Within a table, a bar ends the cell. */
export type Where = 'text' | 'cell';

const BLANKS = /\s+/g;

/** Plain text, which no reader of Markdown takes for anything else. */
export function plainText(text: string): string {
  return cleanText(text)
    .replaceAll(BLANKS, ' ')
    .replaceAll(/[\\`*_[\]<>&~|$#@]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replaceAll(/www\./gi, match => `${match.slice(0, 3)}\\.`);
}

/** The beginning of a line is where lists and headings are found. */
export function atLineStart(line: string): string {
  return line
    .trim()
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

export function inlineText(tokens: readonly Token[], where: Where): string {
  return tokens.map(token => run(token, where)).join('');
}

function run(token: Token, where: Where): string {
  if (isMath(token)) return formula(token, where);
  switch (token.type) {
    case 'strong':
      return wrapped('**', inlineText((token as Tokens.Strong).tokens, where));
    case 'em':
      return wrapped('*', inlineText((token as Tokens.Em).tokens, where));
    case 'codespan':
      return codeSpan((token as Tokens.Codespan).text, where);
    case 'br':
      return where === 'cell' ? ' ' : '\\\n';
    case 'checkbox':
      return '';
    case 'image':
      return plainText((token as Tokens.Image).text);
    default:
      if ('tokens' in token && token.tokens) return inlineText(token.tokens, where);
      return 'text' in token && typeof token.text === 'string' ? plainText(decodeEntities(token.text)) : '';
  }
}

/** Nothing is emphasised where there is nothing. */
function wrapped(sign: string, inner: string): string {
  return inner.trim() === '' ? inner : `${sign}${inner}${sign}`;
}

/** LaTeX that cannot be read is shown as it is. */
function formula({ latex, display }: MathToken, where: Where): string {
  const source = formulaSource(latex);
  if (source === null) return codeSpan(latex, where);
  const fence = display ? '$$' : '$';
  return `${fence}${where === 'cell' ? withoutBars(source) : source}${fence}`;
}

/**
 * On one line, and without what would be a tag or a link where formulas are not known; null where it cannot be read, or
 * has a sign that begins code.
 */
export function formulaSource(latex: string): string | null {
  if (latex.includes('`') || latexMathML(latex) === undefined) return null;
  return cleanText(latex)
    .replaceAll(BLANKS, ' ')
    .replaceAll(/\s?<\s?/g, ' \\lt ')
    .replaceAll(/\s?>\s?/g, ' \\gt ')
    .replaceAll('](', '] (')
    .replaceAll('://', ':{/}/')
    .replaceAll('@', '{@}')
    .replaceAll(/www\./gi, match => `${match.slice(0, 3)}{.}`)
    .trim();
}

function withoutBars(latex: string): string {
  return latex.replaceAll('\\|', '\\Vert ').replaceAll('|', '\\vert ');
}

function codeSpan(text: string, where: Where): string {
  const code = cleanText(text).replaceAll(BLANKS, ' ');
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(code) || code === '' ? ' ' : '';
  return `${fence}${pad}${where === 'cell' ? code.replaceAll('|', '\\|') : code}${pad}${fence}`;
}
