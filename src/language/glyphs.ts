import { TRANSPOSED } from './operators.ts';

/** What the signs of every keyboard and of printed formulas stand for. */

export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...[...'+-*/^%()[],;'].map(plain => [plain, plain] as const),
  ['−', '-'],
  ['–', '-'],
  ['—', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['﹣', '-'],
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['∙', '*'],
  ['•', '*'],
  ['∗', '*'],
  ['÷', '/'],
  [':', '/'],
  ['∕', '/'],
  ['⁄', '/'],
  ['٪', '%'],
  ['⊙', '.*'],
  ['∘', '.*'],
  ['⊘', './'],
  ['ᵀ', TRANSPOSED],
  ['⊤', TRANSPOSED],
  ['⊺', TRANSPOSED],
]);

/** Signs of several characters, tried before the single ones. */
export const JOINED_SYMBOLS: readonly (readonly [pattern: RegExp, symbol: string])[] = [
  [/\*\*/y, '^'],
  [/\.\*/y, '.*'],
  [/\.\//y, './'],
  [/\.\^/y, '.^'],
  [/\^\s*[⊙∘]/uy, '.^'],
  [/\^\s*(?:T(?![\p{L}\p{M}\p{N}_])|[ᵀ⊤⊺])/uy, TRANSPOSED],
];

export const NAMES: ReadonlyMap<string, string> = new Map([
  ['√', 'sqrt'],
  ['π', 'pi'],
  ['σ', 'sigmoid'],
  ['sigma', 'sigmoid'],
  ['ℯ', 'e'],
]);

export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅙', 1 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

export const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾'].map((raised, i) => [raised, '0123456789+-()'[i] as string]),
);

export const INVISIBLE = /^[\u200b-\u200f\u2060-\u2064\ufeff]$/;
