import type { Token, Tokens } from 'marked';
import { type Span, span, type Tone } from '../line.ts';
import { inlineFormula } from '../math/formula.ts';
import { safeLine } from '../safe.ts';
import { breakable, unbroken } from './breaks.ts';
import { decodeEntities } from './entities.ts';
import { isMath, type MathToken } from './lexer.ts';

/** Text before it is wrapped. As in a span, but a newline is a hard break and some blanks are kept whole. */
export type Run = Span;

function formulaRun({ latex }: MathToken): Run {
  return span(breakable(inlineFormula(latex)), 'math');
}

// One tone for a text inside several: strong wins over emphasis, and a heading over both.
const RANK: readonly (Tone | undefined)[] = [undefined, 'dim', 'emphasis', 'strong', 'heading'];

function stronger(outer: Tone | undefined, inner: Tone): Tone | undefined {
  return RANK.indexOf(outer) > RANK.indexOf(inner) ? outer : inner;
}

function text(token: { readonly text: string }, tone: Tone | undefined): Run[] {
  return [span(safeLine(decodeEntities(token.text)).replaceAll('\n', ' '), tone)];
}

/** Turns the inline tokens of Markdown into runs of text. */
export function runs(tokens: readonly Token[], tone?: Tone): Run[] {
  return tokens.flatMap((token): Run[] => {
    if (isMath(token)) return [formulaRun(token)];
    switch (token.type) {
      case 'strong':
        return runs((token as Tokens.Strong).tokens, stronger(tone, 'strong'));
      case 'em':
        return runs((token as Tokens.Em).tokens, stronger(tone, 'emphasis'));
      case 'codespan':
        return [span(unbroken(safeLine((token as Tokens.Codespan).text)), 'code')];
      case 'br':
        return [span('\n')];
      case 'checkbox':
        return [];
      case 'image':
        return text(token as Tokens.Image, tone);
      default:
        if ('tokens' in token && token.tokens) return runs(token.tokens, tone);
        return 'text' in token && typeof token.text === 'string' ? text({ text: token.text }, tone) : [];
    }
  });
}
