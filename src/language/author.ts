import { LanguageError, printable } from './error.ts';
import { AUTHOR_OPERATORS } from './operators.ts';
import type { Grammar, Token } from './syntax.ts';

/** The author's grammar: plain ASCII, every product written, lists, indices, fields, named arguments and comparisons. */

const TOKEN = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(==|!=|<=|>=|[-+*/@^()[\].,:;=<>])|($))/y;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      const start = text.slice(at).search(/\S/) + at;
      const character = String.fromCodePoint(text.codePointAt(start) as number);
      throw new LanguageError(`"${printable(character)}" is no part of the language`, start);
    }
    const [whole, number, name, symbol] = match;
    const kind =
      number !== undefined ? 'number' : name !== undefined ? 'name' : symbol !== undefined ? 'symbol' : 'end';
    const word = number ?? name ?? symbol ?? '';
    const start = at + whole.length - word.length;
    found.push({ kind, text: word, value: number === undefined ? Number.NaN : Number(number), at: start });
    if (kind === 'end') return found;
    at = TOKEN.lastIndex;
  }
}

export const authorGrammar: Grammar = {
  tokens,
  longest: 4000,
  binary: AUTHOR_OPERATORS,
  postfix: new Set(),
  separators: new Set([',']),
  implicitProducts: false,
  structures: true,
  functions: null,
};
