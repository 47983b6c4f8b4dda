import { graphemes } from '../columns.ts';
import { printable, printableLine } from './printable.ts';

/**
 * The two ways in which text of strangers enters a Typst source: as a string literal in code, and as markup in which every
 * sign that could mean something is escaped. Nothing else may write text into a source.
 */

/** A string literal, for code. Lines stay lines. */
export function typstString(text: string): string {
  return `"${printable(text).replaceAll(/["\\]/g, '\\$&')}"`;
}

/** A longer word may not fit into a line, and may be broken after so many characters: also in a narrow column. */
const LONG_WORD = 32;
const PIECE = 6;
const LONG = new RegExp(`[^\\s]{${LONG_WORD + 1},}`, 'gu');
/** No text that is printed contains it. */
const CUT = '\u0000';

/** Cuts a line where long words may be broken: one piece where all words are short. */
export function pieces(line: string): readonly string[] {
  if (line.length <= LONG_WORD) return [line];
  return line.replaceAll(LONG, cutUp).split(CUT);
}

function cutUp(word: string): string {
  return graphemes(word)
    .map((letter, i) => (i > 0 && i % PIECE === 0 ? CUT + letter : letter))
    .join('');
}

/** Long words with places for breaks, for strings. The line may then stand out by a letter: markup does better. */
export function breakableWords(text: string): string {
  return pieces(text).join('\u200b');
}

/** A place for a break that leaves no trace in copied text, as a zero-width space would. */
export const BREAK = '#box();';

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Markup of a text that may be written from right to left, kept from reordering what stands around it. */
export function isolated(markup: string, text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\\u{2068}${markup}\\u{2069}` : markup;
}

const SIGN = /[^\p{L}\p{N} ,:()!?%;]/gu;
const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const SHOWN = /[\p{L}\p{N}\p{P}\p{S}\p{M}]/u;

/** Signs that are harmless within a word or a number, so that a source stays legible: `0.25`, `fan-in`, `and/or`. */
function isHarmless(sign: string, before: string, after: string): boolean {
  switch (sign) {
    // Three points become one sign, and a number with a point begins an item of a list.
    case '.':
      return DIGIT.test(before) ? DIGIT.test(after) : LETTER.test(before) && !/[^\s\p{L}\p{N}]/u.test(after);
    // Two dashes become one, and one before a digit becomes a minus.
    case '-':
      return LETTER.test(before) && LETTER.test(after);
    // Two slashes begin a comment.
    case '/':
      return WORD.test(before) && WORD.test(after);
    default:
      return false;
  }
}

function escaped(sign: string, at: number, text: string): string {
  if (sign > '~') return SHOWN.test(sign) ? sign : `\\u{${sign.codePointAt(0)?.toString(16)}}`;
  return isHarmless(sign, text[at - 1] ?? '', text[at + 1] ?? '') ? sign : `\\${sign}`;
}

/** A number is not left behind by its sign. */
const PERCENT = /(\d) %/g;

/** A piece of a line as markup in which nothing has a meaning. */
export function escapedText(text: string): string {
  return pieces(printableLine(text))
    .map(piece => piece.replaceAll(SIGN, (sign, at: number) => escaped(sign, at, piece)))
    .join(BREAK)
    .replaceAll(PERCENT, '$1~%');
}

/** One line of text as markup in which nothing has a meaning, wherever it is put. */
export function typstText(text: string): string {
  return isolated(escapedText(text), text);
}
