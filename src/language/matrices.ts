import { LanguageError } from './error.ts';
import { studentFunctions } from './functions.ts';
import { readNumeral } from './numeral.ts';
import { TRANSPOSED } from './operators.ts';
import type { Token } from './syntax.ts';

/**
 * Brackets as people fill them: `[1 -2; 3 4]`, `[1, -2; 3, 4]`, a row on each line, and `[0,5 1,5]` with decimal commas.
 * Behind this every element is followed by a comma and every row by a semicolon, so that the parser knows no blanks.
 */

/** What stands before a token. */
export type Gap = 'none' | 'blank' | 'line';

export interface Spaced extends Token {
  readonly gap: Gap;
  /** Offset behind it. */
  readonly end: number;
}

/** @throws LanguageError where a comma in brackets could be a decimal one or separate two elements */
export function withSeparators(tokens: readonly Spaced[], text: string): readonly Token[] {
  if (!tokens.some(token => token.text === '[')) return tokens;
  const found: Token[] = [];
  /** For each open bracket: whether its commas are decimal; null in parentheses, where blanks mean nothing. */
  const open: (boolean | null)[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Spaced;
    const inside = open.at(-1) ?? null;
    const separator = inside === null ? null : separatorBefore(tokens, i);
    if (separator) {
      checkGroup(tokens[i - 1] as Spaced, token);
      found.push({ kind: 'symbol', text: separator, value: Number.NaN, at: token.at });
    }
    if (inside && couldBeDecimal(tokens, i + 1)) {
      found.push(decimal(token, tokens[i + 2] as Spaced, text));
      i += 2;
      continue;
    }
    if (token.text === '(') open.push(null);
    if (token.text === '[') open.push(hasDecimalCommas(tokens, i));
    if (token.text === ')' || token.text === ']') open.pop();
    found.push(token);
  }
  return found;
}

/** The separator that a blank before a token stands for, as in MATLAB: [1 -2] has two elements, [1 - 2] has one. */
function separatorBefore(tokens: readonly Spaced[], i: number): ',' | ';' | null {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (!before || !token || token.gap === 'none' || !endsElement(before)) return null;
  const isSign = token.text === '-' || token.text === '+';
  const begins = isSign ? token.gap === 'line' || after?.gap === 'none' : beginsElement(token);
  if (!begins) return null;
  return token.gap === 'line' ? ';' : ',';
}

/** `1 024` is one number elsewhere; in brackets it would be two. */
function checkGroup(before: Spaced, token: Spaced): void {
  if (token.gap !== 'blank' || !/^\d{1,3}$/.test(before.text) || !/^0\d\d(?!\d)/.test(token.text)) return;
  const [whole, rest] = [before.text, token.text.slice(0, 20)];
  throw new LanguageError(
    `"${whole} ${rest}" can be one number or two: write ${whole}${rest}, or a comma between them`,
    before.at,
  );
}

const ENDS = new Set([')', ']', '%', TRANSPOSED]);

function endsElement({ kind, text }: Token): boolean {
  // The argument of a function may follow after a blank: [ln 2, 3].
  return kind === 'number' || (kind === 'name' && !studentFunctions.has(text)) || ENDS.has(text);
}

function beginsElement({ kind, text }: Token): boolean {
  return kind === 'number' || kind === 'name' || text === '(' || text === '[';
}

/** Whether the token is a comma right between two runs of digits that is part of no longer list such as 1,2,3. */
function couldBeDecimal(tokens: readonly Spaced[], i: number): boolean {
  if (!isTightComma(tokens, i) || isTightComma(tokens, i - 2) || isTightComma(tokens, i + 2)) return false;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  return isDigits(before) && after?.kind === 'number' && /^\d+(?:[eE].*)?$/.test(after.text);
}

const isDigits = (token: Token | undefined): boolean => token?.kind === 'number' && /^\d+$/.test(token.text);

function isTightComma(tokens: readonly Spaced[], i: number): boolean {
  const [comma, after] = [tokens[i], tokens[i + 1]];
  return comma?.text === ',' && comma.gap === 'none' && after?.gap === 'none';
}

/** What a bracket shows of its style. */
interface Style {
  /** The number before the first comma that could be decimal. */
  readonly doubtful: Spaced | null;
  /** Some comma certainly separates. */
  readonly certain: boolean;
  /** Some comma stands beside a blank. */
  readonly loose: boolean;
  readonly blanks: boolean;
  readonly rows: boolean;
}

function hasDecimalCommas(tokens: readonly Spaced[], open: number): boolean {
  const { doubtful, certain, loose, blanks, rows } = styleOf(tokens, open);
  if (!doubtful) return false;
  if (loose || (certain ? blanks : rows && !blanks)) throw ambiguous(tokens, doubtful);
  return blanks;
}

function styleOf(tokens: readonly Spaced[], open: number): Style {
  let doubtful: Spaced | null = null;
  let [certain, loose, blanks, rows] = [false, false, false, false];
  for (let i = open + 1, depth = 0; i < tokens.length; i++) {
    const { text } = tokens[i] as Spaced;
    if (depth === 0) {
      if (text === ']' || text === ')') break;
      const separator = separatorBefore(tokens, i);
      blanks ||= separator === ',';
      rows ||= separator === ';' || text === ';';
      if (text === ',') {
        if (couldBeDecimal(tokens, i)) doubtful ??= tokens[i - 1] as Spaced;
        else if (isTightComma(tokens, i)) certain = true;
        else loose = true;
      }
    }
    if (text === '(' || text === '[') depth++;
    if (text === ')' || text === ']') depth--;
  }
  return { doubtful, certain, loose, blanks, rows };
}

function ambiguous(tokens: readonly Spaced[], before: Spaced): LanguageError {
  const after = tokens[tokens.indexOf(before) + 2] as Spaced;
  const [whole, rest] = [before.text.slice(0, 20), after.text.slice(0, 20)];
  return new LanguageError(
    `"${whole},${rest}" can be one number or two: write ${whole}.${rest}, or ${whole}, ${rest} with a blank after every comma`,
    before.at,
  );
}

/** Digits, comma, digits as one number. */
function decimal(before: Spaced, after: Spaced, text: string): Token {
  const numeral = readNumeral(text.slice(0, after.end), before.at, 'text');
  return { ...before, text: text.slice(before.at, after.end), value: numeral?.value ?? Number.NaN };
}
