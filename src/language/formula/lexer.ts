import { LanguageError, printable } from '../error.ts';
import { FRACTIONS, INVISIBLE, JOINED_SYMBOLS, SYMBOLS } from '../glyphs.ts';
import { readNumeral } from '../numeral.ts';
import { TRANSPOSED } from '../operators.ts';
import { DERIVATIVE } from './advice.ts';
import { command } from './commands.ts';
import { formulaFunctions } from './functions.ts';
import {
  PLAIN_OF_RAISED,
  RAISED_RUN,
  REFUSED,
  ROUNDING,
  TRANSPOSE_ATTRIBUTE,
  TRANSPOSE_LETTER,
  TRANSPOSE_LETTER_TIGHT,
  TRANSPOSE_MARK,
} from './signs.ts';
import { type FormulaToken, TokenRow } from './token-row.ts';
import { declaredNames, piecesAt } from './words.ts';

const NAME_START = /[\p{Lu}\p{Ll}√]/u;
/** What LaTeX puts behind a command to end it. */
const EMPTY_GROUP = /\{\s*\}/y;
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['{', '('],
  ['}', ')'],
  ['@', '*'],
]);
const DEEPEST = 40;

/** The tokens of a formula with symbols, its bars not yet paired. */
export class FormulaLexer extends TokenRow {
  private depth = 0;

  all(): FormulaToken[] {
    while (this.at < this.text.length) this.one();
    this.push('end', '', 0);
    return this.found;
  }

  one(): void {
    const character = String.fromCodePoint(this.text.codePointAt(this.at) as number);
    const nothing = this.here(EMPTY_GROUP);
    if (/^\s$/.test(character)) this.blank(character);
    else if (nothing !== null) this.at += nothing.length;
    else if (INVISIBLE.test(character)) this.at += character.length;
    else if (character === '&' && this.brackets.at(-1) === 'elements') this.symbol(',', 1);
    else if (character === '\\') command(this);
    else if (character === '|') this.bars(1, null, 1);
    else if (character === '‖' || character === '∥') this.bars(2, null, 1);
    else if (!(this.isTimes(character) || this.numeral() || this.mark() || this.raised())) this.sign(character);
  }

  word(): void {
    for (const { name, start, end } of piecesAt(this.text, this.at, this.vocabulary)) {
      this.at = start;
      this.push('name', name, end - start);
    }
  }

  /** A bracket that is a function, ⌊x⌋, or the end of one. */
  rounding(rounding: string, length: number): void {
    if (rounding !== ')') this.push('name', rounding, 0);
    this.symbol(rounding === ')' ? ')' : '(', length);
  }

  /** The one sign that stands for a group behind a command: `\frac12`, `\frac x2`. */
  single(): void {
    const first = this.text[this.at] as string;
    if (/\d/.test(first)) this.push('number', first, 1, Number(first));
    else if (first === '\\') command(this);
    else if (this.isLetterBeforeDigit()) this.push('name', first, 1);
    else if (NAME_START.test(first)) this.word();
    else throw new LanguageError('braces are missing behind this command: \\frac{a}{b}, \\sqrt{x}', this.at);
  }

  private isLetterBeforeDigit(): boolean {
    const [letter = '', digit = ''] = this.text.slice(this.at, this.at + 2);
    return /\d/.test(digit) && this.vocabulary.symbols.has(letter);
  }

  nested(inside: () => void): void {
    if (++this.depth > DEEPEST) throw new LanguageError(`nested more than ${DEEPEST} deep`, this.at);
    inside();
    this.depth--;
  }

  private blank(character: string): void {
    if (/[\n\r\u2028\u2029]/.test(character)) this.gap = 'line';
    else if (this.gap === 'none') this.gap = 'blank';
    this.at += character.length;
  }

  /** `3 x 4` and `C x H`: an x between numbers, or alone between names, is a times sign, unless it is declared. */
  private isTimes(character: string): boolean {
    if (!/^x$/i.test(character) || this.vocabulary.has(/^x/i)) return false;
    const before = this.found.at(-1);
    const behind = this.text.slice(this.at + 1, this.at + 9);
    const follows = before?.kind === 'number' || before?.text === ')' || before?.text === ']';
    const isAlone = this.gap !== 'none' && (follows || before?.kind === 'name') && /^\s+[\p{L}\\]/u.test(behind);
    if (!isAlone && !(follows && /^\s*[\d.([√]/.test(behind))) return false;
    this.push('symbol', '*', 1);
    return true;
  }

  private numeral(): boolean {
    const numeral = readNumeral(this.text, this.at, this.brackets.at(-1) ?? 'text');
    if (!numeral) return false;
    this.push('number', this.text.slice(this.at, numeral.end), numeral.end - this.at, numeral.value);
    return true;
  }

  /** `^T`, `**` and the like. */
  private mark(): boolean {
    const transposed = this.here(TRANSPOSE_MARK) ?? this.here(TRANSPOSE_ATTRIBUTE) ?? this.transposeLetter();
    if (transposed !== null) {
      this.push('symbol', TRANSPOSED, transposed.length);
      return true;
    }
    for (const [pattern, symbol] of JOINED_SYMBOLS) {
      const match = symbol === TRANSPOSED ? null : this.here(pattern);
      if (match === null) continue;
      this.push('symbol', symbol, match.length);
      return true;
    }
    return false;
  }

  /** The letter T is the mark where it is no name, and may be followed by a name where none begins with it. */
  private transposeLetter(): string | null {
    if (this.vocabulary.has(/^T$/)) return null;
    return this.here(TRANSPOSE_LETTER) ?? (this.vocabulary.has(/^T/) ? null : this.here(TRANSPOSE_LETTER_TIGHT));
  }

  /** x², eˣ and x⁻¹: what is raised is a formula of its own. */
  private raised(): boolean {
    const run = this.here(RAISED_RUN);
    if (run === null) return false;
    const plain = [...run].map(raised => PLAIN_OF_RAISED.get(raised)).join('');
    const start = this.at;
    this.push('symbol', '^', 0);
    this.push('symbol', '(', 0);
    for (const token of new FormulaLexer(plain, this.vocabulary).all().slice(0, -1)) {
      this.found.push({ ...token, at: start, end: start });
    }
    this.push('symbol', ')', run.length);
    return true;
  }

  private sign(character: string): void {
    const { length } = character;
    const fraction = FRACTIONS.get(character);
    const rounding = ROUNDING.get(character);
    const refused = REFUSED.get(character);
    const symbol = SYMBOLS.get(character) ?? ALIASES.get(character);
    if (fraction !== undefined) this.push('number', character, length, fraction);
    else if (rounding) this.rounding(rounding, length);
    else if (/^['’′]$/.test(character)) this.prime();
    else if (this.text.startsWith('//', this.at)) throw new LanguageError(`"//" is not read: write floor(…)`, this.at);
    else if (refused !== undefined) throw new LanguageError(`"${character}" ${refused}`, this.at);
    else if (symbol !== undefined) this.symbol(symbol, length);
    else if (character === '=') throw new LanguageError('"=" joins two formulas: give only one of them', this.at);
    else if (NAME_START.test(character)) this.word();
    else if (character === '_') this.index();
    else throw new LanguageError(`"${printable(character)}" is no part of a formula`, this.at);
  }

  /** Behind a matrix a prime transposes; elsewhere it would be part of a name that is not declared. */
  private prime(): void {
    const before = this.found.at(-1);
    const shape = before?.kind === 'name' ? this.vocabulary.symbols.get(before.text)?.shape : undefined;
    const closes = [')', ']', TRANSPOSED].includes(before?.text ?? '');
    if (!closes && (shape?.length ?? 0) === 0) {
      const name = before?.kind === 'name' ? this.text.slice(before.at, before.end) : '';
      const advice = formulaFunctions.has(before?.text ?? '') ? DERIVATIVE : declaredNames(this.vocabulary);
      throw new LanguageError(`unknown name "${name}'": ${advice}`, before?.at ?? this.at);
    }
    this.push('symbol', TRANSPOSED, 1);
  }
}
