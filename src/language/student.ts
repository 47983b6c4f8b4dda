import { LanguageError, printable } from './error.ts';
import { studentFunctions } from './functions.ts';
import { FRACTIONS, INVISIBLE, JOINED_SYMBOLS, NAMES, SUPERSCRIPTS, SYMBOLS } from './glyphs.ts';
import { type Gap, type Spaced, withSeparators } from './matrices.ts';
import { readNumeral, type Surroundings } from './numeral.ts';
import { STUDENT_OPERATORS, TRANSPOSED } from './operators.ts';
import type { Grammar, Token } from './syntax.ts';

/**
 * The student's grammar of numbers and matrices, as people type them. Formulas with symbols have a lexer of their own
 * (formula/lexer.ts): there a letter is a name or a product of names, as the question declares, and here it never is. What
 * both read is the same number.
 */

function tokens(text: string): readonly Token[] {
  const lexer = new Lexer(text);
  return withSeparators(lexer.all(), text);
}

/** `ln2` and `√2` are one thing, and `log2` is a function. */
const WITH_DIGITS = new Set(['ln', 'sqrt', 'exp']);
/** `0.(3)`, `0,1(6)` */
const REPEATING = /\d*[.,]\d*\(\d+\)/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;

/** A bracket that is not yet closed. */
interface Open {
  readonly surroundings: Surroundings;
  readonly isCall: boolean;
}

class Lexer {
  private readonly text: string;
  private readonly found: Spaced[] = [];
  private readonly brackets: Open[] = [];
  private at = 0;
  private gap: Gap = 'none';

  constructor(text: string) {
    this.text = text;
  }

  all(): Spaced[] {
    while (this.at < this.text.length) this.one();
    this.push('end', '', 0);
    return this.found;
  }

  private one(): void {
    const character = String.fromCodePoint(this.text.codePointAt(this.at) as number);
    const numeral = readNumeral(this.text, this.at, this.brackets.at(-1)?.surroundings ?? 'text');
    const fraction = FRACTIONS.get(character);
    const alias = NAMES.get(character);
    const joined = this.joined();
    const symbol = SYMBOLS.get(character);
    if (/^\s$/.test(character)) this.blank(character);
    else if (INVISIBLE.test(character)) this.at += character.length;
    else if (numeral && this.here(REPEATING))
      throw new LanguageError('write repeating digits as a fraction: 1/3', this.at);
    else if (numeral) this.number(numeral.end - this.at, numeral.value);
    else if (SUPERSCRIPTS.has(character)) this.superscript();
    else if (fraction !== undefined) this.fraction(fraction);
    else if (alias !== undefined) this.push('name', alias, character.length);
    else if (joined) this.push('symbol', joined.symbol, joined.length);
    else if (symbol !== undefined) this.symbol(symbol, character.length);
    else if (character === '=' && this.isArgumentName()) this.push('symbol', '=', 1);
    else this.wordOr(character);
  }

  private here(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Looked for last: it is read to its end, and most characters are none of it. */
  private wordOr(character: string): void {
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.text)?.[0];
    if (word === undefined) throw new LanguageError(refusal(character), this.at);
    this.word(word);
  }

  /** `1½` is one number. */
  private fraction(value: number): void {
    const whole = this.found.at(-1);
    const isMixed = whole?.kind === 'number' && this.gap === 'none' && /^\d+$/.test(whole.text);
    if (isMixed) {
      this.found.pop();
      this.at = whole.at;
      this.number(whole.text.length + 1, whole.value + value);
    } else this.number(1, value);
  }

  private blank(character: string): void {
    if (/[\n\r\u2028\u2029]/.test(character)) this.gap = 'line';
    else if (this.gap === 'none') this.gap = 'blank';
    this.at += character.length;
  }

  private number(length: number, value: number): void {
    this.push('number', this.text.slice(this.at, this.at + length), length, value);
  }

  /** `**`, `.*` or `^T` at this place. */
  private joined(): { readonly symbol: string; readonly length: number } | null {
    for (const [pattern, symbol] of JOINED_SYMBOLS) {
      pattern.lastIndex = this.at;
      const match = pattern.exec(this.text);
      if (match) return { symbol, length: match[0].length };
    }
    return null;
  }

  private symbol(symbol: string, length: number): void {
    if (symbol === '(') {
      const callee = this.found.at(-1);
      const row = callee?.kind === 'name' ? studentFunctions.get(callee.text) : undefined;
      const surroundings = (row?.parameters.size ?? 0) > 1 ? 'arguments' : 'text';
      this.brackets.push({ surroundings, isCall: row !== undefined });
    }
    if (symbol === '[') this.brackets.push({ surroundings: 'elements', isCall: false });
    if (symbol === ')' || symbol === ']') this.brackets.pop();
    if (symbol === '%') this.checkPercent();
    this.push('symbol', symbol, length);
  }

  /** Of `1/3 %` it is not clear what is divided by what. */
  private checkPercent(): void {
    const [above, sign, below] = this.found.slice(-3);
    if (above?.kind !== 'number' || sign?.text !== '/' || below?.kind !== 'number') return;
    const [a, b] = [above.text.slice(0, 20), below.text.slice(0, 20)];
    throw new LanguageError(`this can be read in two ways: write (${a}/${b}) % or ${a}/(${b} %)`, above.at);
  }

  /** `sum(A, axis=0)` */
  private isArgumentName(): boolean {
    return this.brackets.at(-1)?.isCall === true && this.found.at(-1)?.kind === 'name';
  }

  /** `3 x 4`: an x between numbers is a times sign. Long names are read case by case: `Sqrt` is sqrt. */
  private word(word: string): void {
    const before = this.found.at(-1);
    const follows = before?.kind === 'number' || [')', ']', TRANSPOSED].includes(before?.text ?? '');
    const rest = this.text.slice(this.at + 1);
    if (/^x[\da-f]/i.test(word) && before?.text === '0' && this.gap === 'none') {
      throw new LanguageError('0x begins a hexadecimal number: write it in decimal, or 0*… for a product', before.at);
    }
    const lower = word.toLowerCase();
    const digits = /^([a-z]+)\d/.exec(lower);
    if (digits && !studentFunctions.has(lower) && WITH_DIGITS.has(digits[1] as string)) {
      this.push('name', digits[1] as string, (digits[1] as string).length);
      return;
    }
    if (/^x/i.test(word) && follows && /^\s*[\d.([√]/.test(rest)) this.push('symbol', '*', 1);
    else
      this.push(
        'name',
        NAMES.get(lower) ?? (studentFunctions.has(lower) || lower === 'pi' ? lower : word),
        word.length,
      );
  }

  /** 2⁻⁴ is 2^(-4). */
  private superscript(): void {
    const run = /^[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾]+/.exec(this.text.slice(this.at))?.[0] as string;
    const plain = [...run].map(raised => SUPERSCRIPTS.get(raised)).join('');
    const inner = /^[+-]?\d+$/.test(plain) ? Number(plain) : null;
    if (inner === null) throw new LanguageError(`"${run.slice(0, 20)}" is not a whole exponent`, this.at);
    this.push('symbol', '^', 0);
    if (inner < 0) this.push('symbol', '-', 0);
    this.push('number', String(Math.abs(inner)), run.length, Math.abs(inner));
  }

  private push(kind: Token['kind'], text: string, length: number, value = Number.NaN): void {
    this.found.push({ kind, text, value, at: this.at, end: this.at + length, gap: this.gap });
    this.at += length;
    this.gap = 'none';
  }
}

export const studentGrammar: Grammar = {
  tokens,
  longest: 500,
  binary: STUDENT_OPERATORS,
  postfix: new Set(['%', TRANSPOSED]),
  separators: new Set([',', ';']),
  implicitProducts: true,
  structures: false,
  functions: new Set(studentFunctions.keys()),
};

function refusal(character: string): string {
  if (character === '=') return '"=" joins two formulas: give only one of them';
  return `"${printable(character)}" is no part of a number or formula`;
}
