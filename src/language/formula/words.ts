import { LanguageError } from '../error.ts';
import { didYouMean } from '../suggest.ts';
import { adviceOn } from './advice.ts';
import { formulaFunctions } from './functions.ts';
import { type Piece, STRICTNESS, type Vocabulary } from './vocabulary.ts';

/** Words taken apart into what they are made of: `wx` is w times x where these are declared. */

const LETTER = /[\p{Lu}\p{Ll}]/u;
const WORD = /[\p{Lu}\p{Ll}_\\](?:[\p{Lu}\p{Ll}\p{M}\p{N}'’′\\]|_(?:\{[\p{L}\p{N}\s,+−-]{1,9}\})?)*/uy;
const LONGEST_SHOWN = 20;
const LONGEST_LIST = 120;

/**
 * The pieces of the word that begins here.
 *
 * @throws LanguageError where there is no way to read it, and where there are several
 */
export function piecesAt(text: string, start: number, vocabulary: Vocabulary): readonly Piece[] {
  const loose = looseName(text, start, vocabulary);
  if (loose) return [loose];
  for (const strictness of STRICTNESS) {
    const pieces = (at: number): Piece[] => longest(vocabulary.at(text, at, strictness), text);
    const whole = pieces(start)
      .filter(({ end }) => !isLetter(text, end))
      .sort((a, b) => b.end - a.end)[0];
    if (whole) return [whole];
    const [only, other] = readings(text, start, pieces);
    if (only && other) throw ambiguous(text, start, only, other);
    if (only) return only;
  }
  throw unknown(text, start, vocabulary);
}

function isLetter(text: string, at: number): boolean {
  return at < text.length && LETTER.test(String.fromCodePoint(text.codePointAt(at) as number));
}

/** Of two pieces of which one is the other with a mark behind it, the longer. */
function longest(pieces: readonly Piece[], text: string): Piece[] {
  return pieces.filter(({ end }) => isLetter(text, end) || pieces.every(other => other.end <= end));
}

/** At most two ways to take a word apart. */
function readings(
  text: string,
  start: number,
  pieces: (at: number) => readonly Piece[],
): readonly (readonly Piece[])[] {
  const memory = new Map<number, readonly (readonly Piece[])[]>();
  const from = (at: number): readonly (readonly Piece[])[] => {
    const known = memory.get(at);
    if (known) return known;
    const found: (readonly Piece[])[] = [];
    for (const piece of pieces(at)) {
      const rests = isLetter(text, piece.end) ? from(piece.end) : [[]];
      for (const rest of rests) if (found.length < 2) found.push([piece, ...rest]);
    }
    memory.set(at, found);
    return found;
  };
  return from(start);
}

/** `h_t-1` is h_{t-1} where there is no h_t. @throws LanguageError where there is */
function looseName(text: string, start: number, vocabulary: Vocabulary): Piece | null {
  const loose = vocabulary.looseAt(text, start);
  if (!loose) return null;
  const shorter = vocabulary.at(text, start, 'proper').find(({ kind, end }) => kind === 'symbol' && end < loose.end);
  if (!shorter) return loose;
  const rest = text.slice(shorter.end, loose.end).replace(/^([+-])/, ' $1 ');
  throw new LanguageError(
    `${shown(text.slice(start, loose.end))} can be ${loose.name} or ${shorter.name}${rest}: write one of these`,
    start,
  );
}

const shown = (word: string): string => `"${word.length > LONGEST_SHOWN ? `${word.slice(0, LONGEST_SHOWN)}…` : word}"`;

function ambiguous(text: string, start: number, one: readonly Piece[], other: readonly Piece[]): LanguageError {
  const end = (one.at(-1) as Piece).end;
  const written = (pieces: readonly Piece[]): string => {
    const words = pieces.map(({ kind, name }) => (kind === 'function' ? `${name} ` : `${name}*`)).join('');
    return words.replace(/[* ]$/, '').slice(0, 2 * LONGEST_SHOWN);
  };
  return new LanguageError(
    `${shown(text.slice(start, end))} can be ${written(one)} or ${written(other)}: write one of these`,
    start,
  );
}

function unknown(text: string, start: number, vocabulary: Vocabulary): LanguageError {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0] ?? text.slice(start, start + 1);
  const advice = adviceOn(word, text.slice(start));
  if (advice !== null) return new LanguageError(`unknown name ${shown(word)}: ${advice}`, start);
  const guess = didYouMean(word, formulaFunctions.keys());
  return new LanguageError(`unknown name ${shown(word)}${guess || ':'} ${declaredNames(vocabulary)}`, start);
}

/** `the symbols here are x, w, b` */
export function declaredNames({ symbols }: Vocabulary): string {
  const names = [...symbols.keys()];
  if (names.length === 0) return 'only numbers are used here';
  let list = names[0] as string;
  for (const name of names.slice(1)) {
    if (list.length + name.length > LONGEST_LIST) return `the symbols here are ${list}, …`;
    list = `${list}, ${name}`;
  }
  return names.length === 1 ? `the only symbol here is ${list}` : `the symbols here are ${list}`;
}
