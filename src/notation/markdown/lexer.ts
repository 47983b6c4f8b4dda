import { Lexer, Marked, type Token, type TokenizerThis, type Tokens } from 'marked';

/** A formula found in Markdown; a display is set apart from the text. */
export interface MathToken extends Tokens.Generic {
  readonly type: 'math';
  readonly raw: string;
  readonly latex: string;
  readonly display: boolean;
}

// As in Pandoc: no blank inside the dollars and no digit after them, so that "$5 and $10" is money.
const INLINE = /^\$(?![\s$])((?:\\[\s\S]|[^$\\])+)\$(?!\d)/;
const DISPLAY = /^\$\$((?:\\[\s\S]|[^$\\])+)\$\$/;
const DISPLAY_BLOCK = /^ {0,3}\$\$((?:\\[\s\S]|[^$\\])+)\$\$[ \t]*(?:\n|$)/;

function mathToken(raw: string, latex: string, display: boolean): MathToken {
  return { type: 'math', raw, latex: latex.trim(), display };
}

function inlineMath(source: string): MathToken | undefined {
  const display = DISPLAY.exec(source);
  if (display?.[1]?.trim()) return mathToken(display[0], display[1], true);
  const inline = INLINE.exec(source);
  return inline?.[1] && !/\s$/.test(inline[1]) ? mathToken(inline[0], inline[1], false) : undefined;
}

function blockMath(source: string): MathToken | undefined {
  const found = DISPLAY_BLOCK.exec(source);
  return found?.[1]?.trim() ? mathToken(found[0], found[1], true) : undefined;
}

/** Hides formulas from the search for emphasis: the stars and underscores in them mean something else. */
function hideMath(source: string): string {
  let hidden = '';
  for (let at = 0; at < source.length; ) {
    const next = source[at] === '$' && source[at - 1] !== '\\' ? inlineMath(source.slice(at)) : undefined;
    const end = next ? at + next.raw.length : nextDollar(source, at + 1);
    hidden += next ? 'a'.repeat(next.raw.length) : source.slice(at, end);
    at = end;
  }
  return hidden;
}

function nextDollar(source: string, from: number): number {
  const index = source.indexOf('$', from);
  return index < 0 ? source.length : index;
}

const marked = new Marked({
  gfm: true,
  // Raw HTML is text, and ~ means "about".
  tokenizer: { html: () => undefined, tag: () => undefined, del: () => undefined },
  hooks: { emStrongMask: hideMath },
  extensions: [
    {
      name: 'math',
      level: 'block',
      start: source => source.match(/\n {0,3}\$\$/)?.index,
      tokenizer: blockTokenizer,
    },
    { name: 'inlineMath', level: 'inline', start: source => source.indexOf('$'), tokenizer: inlineTokenizer },
  ],
});

function blockTokenizer(this: TokenizerThis, source: string): MathToken | undefined {
  return blockMath(source);
}

function inlineTokenizer(this: TokenizerThis, source: string): MathToken | undefined {
  return source.startsWith('$') ? inlineMath(source) : undefined;
}

/** Reads Markdown with formulas between dollars into tokens. */
export function tokens(markdown: string): readonly Token[] {
  return marked.lexer(markdown);
}

/** Reads one line of Markdown: emphasis, code and formulas, but no headings or lists. */
export function inlineTokens(markdown: string): readonly Token[] {
  return new Lexer(marked.defaults).inlineTokens(markdown);
}

// Code and escaped signs first: a dollar in them opens nothing.
const CODE_OR_MATH =
  /(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\\[\s\S]|\$\$((?:\\[\s\S]|[^$\\])+)\$\$|\$(?![\s$])((?:\\[\s\S]|[^$\\])*(?:\\[\s\S]|[^$\\\s]))\$(?!\d)/g;

/** Markdown with each of its formulas replaced. */
export function withMath(markdown: string, write: (latex: string, display: boolean, raw: string) => string): string {
  if (!markdown.includes('$')) return markdown;
  return markdown.replaceAll(CODE_OR_MATH, (raw: string, _code?: string, display?: string, inline?: string) => {
    const latex = (display ?? inline ?? '').trim();
    return latex === '' ? raw : write(latex, display !== undefined, raw);
  });
}

/** Whether a token is a formula. */
export function isMath(token: Token): token is MathToken {
  return token.type === 'math';
}
