import { exactDigits } from '../compute/digits.ts';
import { sizeOf, type Tensor } from '../compute/tensor.ts';
import { LanguageError, quotedStart, ValueError } from '../language/error.ts';
import { calculate, isTaken } from '../language/evaluate.ts';
import { bracketed } from './tensor/write.ts';

/** The line of a scratch pad: numbers and matrices in the notations that replies are read in, and notes. */

/** What a line came to, as plain data; the shape is that of a matrix, and empty for a single number. */
export interface Computed {
  /** What it is kept as; null for a line without a name. */
  readonly name: string | null;
  readonly shape: readonly number[];
  readonly data: readonly number[];
  /** `784`, `[3; 7]`: it reads as the same value again. */
  readonly text: string;
}

export type Calculated =
  | { readonly status: 'computed'; readonly computed: Computed }
  | { readonly status: 'note' }
  | {
      readonly status: 'refused';
      readonly reason: string /** 0-based offset into the line. */;
      readonly position: number;
    };

/** The value before this one. */
const ANSWER = 'ans';
/** More cannot be looked at. */
const MOST_CELLS = 100;
const KEPT_AS = /^(\s*)(\p{L}[\p{L}\p{N}_]*)\s*=(?!=)/u;

/** @param earlier the values before, the newest last: of those with one name it counts */
export function calculated(line: string, earlier: readonly Computed[]): Calculated {
  if (line.trimStart().startsWith('#')) return { status: 'note' };
  const [lead = '', blank = '', name = null] = KEPT_AS.exec(line) ?? [];
  if (name !== null && (name === ANSWER || isTaken(name))) {
    return {
      status: 'refused',
      reason: `${quotedStart(name)} means something already: choose another name`,
      position: blank.length,
    };
  }
  const known = valuesByName(earlier);
  try {
    const { shape, data } = calculate(' '.repeat(lead.length) + line.slice(lead.length), known);
    if (sizeOf(shape) > MOST_CELLS) {
      return {
        status: 'refused',
        reason: `${sizeOf(shape)} numbers are too many to keep: at most ${MOST_CELLS}`,
        position: 0,
      };
    }
    const text = bracketed(
      Array.from(data, value => exactText(value)),
      shape,
    );
    return { status: 'computed', computed: { name, shape, data: [...data], text } };
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    if (!(error instanceof ValueError) && isProse(line, known)) return { status: 'note' };
    return { status: 'refused', reason: advised(error.message), position: error.position };
  }
}

function valuesByName(earlier: readonly Computed[]): ReadonlyMap<string, Tensor> {
  const known = new Map<string, Tensor>();
  for (const { name, shape, data } of earlier) {
    const value = { shape, data: Float64Array.from(data) };
    known.set(ANSWER, value);
    if (name !== null) known.set(name, value);
  }
  return known;
}

/** In full where that is short, so that it reads as the same number again. */
function exactText(value: number): string {
  const { text, exact } = exactDigits(value);
  return exact ? text : String(value);
}

const SIGNS_OF_FORMULAS = /[=*/^%[\];√²³]/;
const WORDS = /\p{L}{2,}/gu;

/** Words that mean nothing to the calculator, side by side, are a note. */
function isProse(line: string, known: ReadonlyMap<string, Tensor>): boolean {
  if (SIGNS_OF_FORMULAS.test(line)) return false;
  const words = line.match(WORDS) ?? [];
  return words.filter(word => !known.has(word) && !isTaken(word.toLowerCase())).length >= 2;
}

function advised(message: string): string {
  return /^unknown name "[^"]+"$/.test(message) ? `${message}: keep it first, as in a = 3` : message;
}
