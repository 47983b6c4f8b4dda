import { LanguageError, printable, quotedStart } from '../../language/error.ts';
import { studentFunctions } from '../../language/functions.ts';
import { declared, isSign, symbolsHere } from './symbols.ts';

/** The signs of a shape. Whether `×` separates or multiplies is for later: a sign has no meaning of its own here. */

export interface Token {
  /** `times` is × and x, `star` any other sign of a product, `sign` what numbers are computed with. */
  readonly kind: 'number' | 'symbol' | 'function' | 'times' | 'star' | 'sign' | 'open' | 'close' | 'comma';
  readonly text: string;
  readonly at: number;
  /** A blank stands before it. */
  readonly spaced: boolean;
}

type Piece = Pick<Token, 'kind' | 'text' | 'at'>;

/**
 * Digits with blanks between them are two numbers, except where the second begins with 0 as no number does (`1 024`);
 * thin and fixed spaces, apostrophes and underscores only ever group digits.
 */
const NUMBER = /\d{1,3}(?:(?: 0|[\u00a0\u2007\u2009\u202f'’_]\d)\d\d(?!\d))+|\d+(?:\.\d+)?(?:[eE][+\-−–]?\d+)?/y;
const WORD = /[\p{L}_][\p{L}\p{M}\p{Nd}₀-₉_]*['′]*/uy;

const SIGNS: readonly (readonly [RegExp, Token['kind']])[] = [
  [/\*\*|[+\-−–—‐‑/÷:∕⁄^%.√²³⁰¹⁴-⁹]/uy, 'sign'],
  [/[×✕✖⨯⨉]/uy, 'times'],
  [/[*·⋅∙•∗]/uy, 'star'],
  [/[([{]/uy, 'open'],
  [/[)\]}]/uy, 'close'],
  [/[,;]/uy, 'comma'],
];

/** @throws LanguageError */
export function tokens(text: string, symbols: readonly string[]): readonly Token[] {
  const found: Token[] = [];
  let spaced = false;
  for (let at = 0; at < text.length; ) {
    const skipped = matchAt(/[\s\u200b-\u200f\u2060-\u2064\ufeff]+/y, text, at);
    if (skipped !== null) {
      spaced ||= /\s/.test(skipped);
      at += skipped.length;
      continue;
    }
    for (const piece of piecesAt(text, at, symbols)) {
      found.push({ ...piece, spaced });
      spaced = false;
      at = piece.at + piece.text.length;
    }
  }
  return found;
}

function piecesAt(text: string, at: number, symbols: readonly string[]): readonly Piece[] {
  const number = matchAt(NUMBER, text, at);
  if (number !== null) return [numberPiece(number, at)];
  const word = matchAt(WORD, text, at);
  if (word !== null) return wordPieces(word, at, symbols);
  for (const [pattern, kind] of SIGNS) {
    const sign = matchAt(pattern, text, at);
    if (sign !== null) return [{ kind, text: sign, at }];
  }
  const character = printable(String.fromCodePoint(text.codePointAt(at) as number));
  throw new LanguageError(`"${character}" is no part of a shape: give one such as (3, 5)`, at);
}

function numberPiece(text: string, at: number): Piece {
  if (/^0\d/.test(text)) {
    const shown = text.slice(0, 20);
    throw new LanguageError(`no dimension begins with 0 as ${shown} does: write large numbers without separators`, at);
  }
  return { kind: 'number', text, at };
}

/** A word is a symbol, or symbols and numbers joined by x (`Nx2x28`), or symbols side by side (`NT`). */
function wordPieces(word: string, at: number, symbols: readonly string[]): readonly Piece[] {
  const symbol = declared(word, symbols);
  if (symbol !== null) return [{ kind: 'symbol', text: word, at }];
  if (studentFunctions.has(word.toLowerCase())) return [{ kind: 'function', text: word, at }];
  if (word.toLowerCase() === 'by') return [{ kind: 'times', text: 'by', at }];
  const pieces: Piece[] = [];
  for (const part of word.matchAll(isSign('x', symbols) ? /[xX]|[^xX]+/g : /.+/gs)) {
    const start = at + part.index;
    const read = joined(part[0], start, symbols);
    if (read === null) {
      throw new LanguageError(`${quotedStart(part[0])} is no dimension: ${symbolsHere(symbols)}`, start);
    }
    pieces.push(...read);
  }
  return pieces;
}

function joined(part: string, at: number, symbols: readonly string[]): readonly Piece[] | null {
  if (isSign(part, symbols)) return [{ kind: 'times', text: part, at }];
  if (/^[0-9]+$/.test(part)) return [numberPiece(part, at)];
  if (declared(part, symbols) !== null) return [{ kind: 'symbol', text: part, at }];
  // `2d` in `BxTx2d`.
  const factor = /^[0-9]+/.exec(part)?.[0] ?? '';
  const pieces: Piece[] = factor === '' ? [] : [numberPiece(factor, at)];
  for (let i = factor.length; i < part.length; ) {
    // Side by side only as declared: `none` is not n·o·n·e.
    const symbol = symbols
      .filter(name => name !== '' && part.startsWith(name, i))
      .toSorted((a, b) => b.length - a.length)[0];
    if (symbol === undefined) return null;
    pieces.push({ kind: 'symbol', text: symbol, at: at + i });
    i += symbol.length;
  }
  return pieces;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
