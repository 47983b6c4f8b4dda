import type { Token, Tokens } from 'marked';
import { decodeEntities } from '../markdown/entities.ts';
import { isMath } from '../markdown/lexer.ts';
import { mathTypst } from './formula.ts';
import { escapedText, isolated } from './quote.ts';
import { rawMarkup } from './raw.ts';

/** Emphasis within emphasis shows no more than this deep. */
const MOST_NESTED = 6;

/** A line of its own: a paragraph, a cell, a title. */
export function lineMarkup(tokens: readonly Token[], width: number): string {
  return isolated(inlineMarkup(tokens, width, 0).trim(), tokens.map(({ raw }) => raw).join(''));
}

/**
 * Inline tokens of Markdown as Typst markup. Every call ends in a semicolon, so that nothing behind it can belong to it.
 *
 * @param width the room for a display among them, in ems
 */
function inlineMarkup(tokens: readonly Token[], width: number, depth: number): string {
  return tokens.map(token => tokenMarkup(token, width, depth)).join('');
}

function tokenMarkup(token: Token, width: number, depth: number): string {
  if (isMath(token)) {
    const math = mathTypst(token.latex, token.display, width);
    return token.display ? `\n${math}\n` : math;
  }
  const within = (tokens: readonly Token[]): string => inlineMarkup(tokens, width, depth + 1);
  switch (token.type) {
    case 'strong':
    case 'em': {
      const inner = within((token as Tokens.Strong | Tokens.Em).tokens);
      return depth < MOST_NESTED ? `#${token.type === 'em' ? 'emph' : 'strong'}[${inner}];` : inner;
    }
    case 'codespan':
      return rawMarkup((token as Tokens.Codespan).text, false);
    case 'br':
      return '#linebreak();';
    case 'checkbox':
      return '';
    default:
      if (token.type !== 'image' && 'tokens' in token && token.tokens) return within(token.tokens);
      return 'text' in token && typeof token.text === 'string' ? escapedText(decodeEntities(token.text)) : '';
  }
}
