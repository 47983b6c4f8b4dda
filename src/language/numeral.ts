import { LanguageError } from './error.ts';

/** Numerals as people write them: decimal point or comma, grouped digits, powers of ten after an e. */

const GROUP_SPACE = "[ \\u00a0\\u2000-\\u200a\\u202f\\u205f'’_]";
const EXPONENT = '(?:[eE][+\\-−–]?\\d+)?';
/** Behind a whole number; that of 1./x belongs to the operator. */
const POINT = '\\.(?!\\*(?!\\*)|[/^])';
/** Tried in this order; the first that matches is the longest reading. */
const SPACED = new RegExp(`\\d{1,3}(?:${GROUP_SPACE}\\d{3})+(?!\\d)(?:[.,]\\d+)?${EXPONENT}`, 'y');
const RUN = new RegExp(`(?:\\d[\\d.,]*\\d|\\d)(?:${POINT}|,)?${EXPONENT}|[.,]\\d+${EXPONENT}`, 'y');
const POINT_ONLY = new RegExp(`\\d+(?:${POINT}\\d*)?${EXPONENT}|\\.\\d+${EXPONENT}`, 'y');
const MARKED = new RegExp(`\\d{1,3}(?:['’_\\u2009\\u202f]\\d{3})+(?!\\d)(?:\\.\\d+)?${EXPONENT}`, 'y');
/** `1 e-3` is either 1e-3 or 1·e − 3. */
const DETACHED_EXPONENT = /\s+[eE][+\-−–]?\d/y;

/** Where a numeral stands: in brackets a blank separates elements, and after max( and in brackets a comma does. */
export type Surroundings = 'text' | 'arguments' | 'elements';

const PATTERNS: Readonly<Record<Surroundings, readonly RegExp[]>> = {
  text: [SPACED, RUN],
  arguments: [POINT_ONLY],
  elements: [MARKED, POINT_ONLY],
};

export interface Numeral {
  readonly value: number;
  /** Offset behind its last character. */
  readonly end: number;
}

/**
 * The numeral that begins at `at`, or null.
 *
 * @throws LanguageError where a comma or a point could mean two things
 */
export function readNumeral(text: string, at: number, surroundings: Surroundings): Numeral | null {
  const raw = longest(text, at, surroundings);
  if (raw === null) return null;
  const [digits, exponent = '0'] = raw.replaceAll(new RegExp(GROUP_SPACE, 'g'), '').split(/[eE]/) as [string, string?];
  const decimal = toPoint(digits, at);
  const value = Number(`${decimal}e${exponent.replace(/[−–]/, '-')}`);
  const end = at + raw.length;
  if (!Number.isFinite(value)) throw new LanguageError(`${raw.slice(0, 20)} is too large`, at);
  DETACHED_EXPONENT.lastIndex = end;
  if (DETACHED_EXPONENT.test(text)) {
    throw new LanguageError('a space before an exponent can be read in two ways: write 1e-3 or 1*e - 3', end);
  }
  return { value, end };
}

function longest(text: string, at: number, surroundings: Surroundings): string | null {
  for (const pattern of PATTERNS[surroundings]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return match[0];
  }
  return null;
}

/** Digits grouped in threes by one mark, with the other as the decimal mark. */
const GROUPED = [
  { pattern: /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/, group: ',', decimal: '.' },
  { pattern: /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/, group: '.', decimal: ',' },
];

/** The digits with a decimal point, whichever marks they came with. */
function toPoint(digits: string, at: number): string {
  if (/^\d*\.?\d*$/.test(digits)) return digits;
  if (/^\d*,\d*$/.test(digits)) return decimalComma(digits, at);
  const style = GROUPED.find(({ pattern }) => pattern.test(digits));
  if (!style) throw new LanguageError(`"${digits.slice(0, 30)}" is not a number`, at);
  return digits.replaceAll(style.group, '').replace(style.decimal, '.');
}

function decimalComma(digits: string, at: number): string {
  const [whole, fraction] = digits.split(',') as [string, string];
  if (fraction === '') throw new LanguageError('digits are missing after the comma', at);
  if (/^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3) {
    throw new LanguageError(`"${digits}" can mean ${whole}${fraction} or ${whole}.${fraction}: write one of these`, at);
  }
  return `${whole}.${fraction}`;
}
