import { LanguageError } from '../../language/error.ts';
import { checkBrackets, depths, withoutBrackets } from './brackets.ts';
import type { Dimension } from './dimension.ts';
import { element } from './element.ts';
import { plain } from './plain.ts';
import { type Token, tokens } from './tokens.ts';

/**
 * The shape that a reply means.
 *
 * With commas, each comma ends a dimension, and every other sign is arithmetic: `(N, 16*7*7)` has two dimensions.
 * Without commas, × and x and blanks separate, and * and · multiply. Where that gives another number of dimensions
 * than the key has, the other readings are tried, and the first that fits the key is taken: `16*7*7` is one dimension
 * or three, `2 N` is two or one.
 */

/** Where a shape without commas is cut, in the order of preference. */
const CUTS: readonly (readonly Cut[])[] = [
  ['times', 'blank', 'digits'],
  ['times', 'digits'],
  ['times', 'star', 'blank', 'digits'],
  ['times', 'star', 'digits'],
  ['digits'],
];
/** `blank` and `digits`: a blank between two terms, of which the latter are both numbers. */
type Cut = 'times' | 'star' | 'blank' | 'digits';

/** @throws LanguageError that says why it cannot be read */
export function readShape(text: string, symbols: readonly string[], rank: number): readonly Dimension[] {
  const clean = plain(text);
  if (/^\s*(?:a\s+)?scalar\s*$/i.test(clean)) return [];
  const all = tokens(clean, symbols);
  checkBrackets(all);
  const inner = withoutBrackets(all);
  if (inner.length === 0 && all.length === 0) throw new LanguageError('give a shape such as (3, 5)', 0);
  if (inner.length === 0) return [];
  checkProducts(inner);
  const read = (parts: Parts): readonly Dimension[] => parts.map(part => dimension(part, symbols));
  const outside = depths(inner);
  if (inner.some((token, i) => token.kind === 'comma' && outside[i] === 0)) return read(atCommas(inner));
  const [first = [], ...others] = CUTS.map(cuts => partsAt(inner, cuts));
  const fitting = [first, ...others].filter(parts => parts.length === rank).values();
  return fitting.map(parts => attempt(() => read(parts))).find(shape => shape !== null) ?? read(first);
}

/** The tokens of each dimension. */
type Parts = readonly (readonly Token[])[];

function dimension(part: readonly Token[], symbols: readonly string[]): Dimension {
  const [first] = part;
  if (first?.kind === 'open' && first.text !== '(') {
    throw new LanguageError('a dimension stands in no brackets of its own: give one shape such as (3, 5)', first.at);
  }
  const joined = part.findIndex((_, i) => gap(part, i) === 'digits');
  if (joined > 0) throw new LanguageError('a comma is missing here, or a blank too many', (part[joined] as Token).at);
  return element(part, symbols);
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof LanguageError) return null;
    throw error;
  }
}

/** `(N,)` and `(,)` end with a comma, as in Python. */
function atCommas(inner: readonly Token[]): Parts {
  if (inner.length === 1) return [];
  const depth = depths(inner);
  const parts: Token[][] = [[]];
  inner.forEach((token, i) => {
    if (token.kind !== 'comma' || depth[i] !== 0) parts.at(-1)?.push(token);
    else if (parts.at(-1)?.length !== 0) parts.push([]);
    else throw new LanguageError('a dimension is missing before this comma', token.at);
  });
  return parts.at(-1)?.length === 0 ? parts.slice(0, -1) : parts;
}

function partsAt(inner: readonly Token[], cuts: readonly Cut[]): Parts {
  const depth = depths(inner);
  const parts: Token[][] = [[]];
  inner.forEach((token, i) => {
    const isOutside = depth[i] === 0;
    const blank = gap(inner, i);
    if (isOutside && (token.kind === 'times' || token.kind === 'star') && cuts.includes(token.kind)) parts.push([]);
    else if (isOutside && blank !== null && cuts.includes(blank)) parts.push([token]);
    else parts.at(-1)?.push(token);
  });
  return parts;
}

/** A product has two sides. */
function checkProducts(inner: readonly Token[]): void {
  const isNone = (token: Token | undefined): boolean =>
    token === undefined || ['times', 'star', 'comma'].includes(token.kind);
  const alone = inner.find(
    ({ kind }, i) => (kind === 'times' || kind === 'star') && (isNone(inner[i - 1]) || isNone(inner[i + 1])),
  );
  if (alone) throw new LanguageError(`a dimension is missing beside "${alone.text}"`, alone.at);
}

/** A blank that stands before this token and between two terms. */
function gap(all: readonly Token[], i: number): 'blank' | 'digits' | null {
  const [before, after] = [all[i - 1], all[i]];
  if (!(before && after?.spaced)) return null;
  if (before.kind === 'number' && after.kind === 'number') return 'digits';
  const ends = ['number', 'symbol', 'close'].includes(before.kind) || /^[²³]$/.test(before.text);
  return ends && ['number', 'symbol', 'open', 'function'].includes(after.kind) ? 'blank' : null;
}
