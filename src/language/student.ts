import { LanguageError, printable } from './error.ts';
import { studentFunctions } from './functions.ts';
import { readNumeral } from './numeral.ts';
import type { Grammar, Token } from './syntax.ts';

/** The student's grammar: numbers and formulas as people type them. */

const SYMBOLS: ReadonlyMap<string, string> = new Map([
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
]);
const NAMES: ReadonlyMap<string, string> = new Map([
  ['√', 'sqrt'],
  ['π', 'pi'],
  ['σ', 'sigmoid'],
  ['sigma', 'sigmoid'],
  ['ℯ', 'e'],
]);
const FRACTIONS: ReadonlyMap<string, number> = new Map([
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
const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾'].map((raised, i) => [raised, '0123456789+-()'[i] as string]),
);
const PLAIN = new Set('+-*/^%()[],;');
const INVISIBLE = /^[\u200b-\u200f\u2060-\u2064\ufeff]$/;

function tokens(text: string): Token[] {
  const lexer = new Lexer(text);
  return lexer.all();
}

class Lexer {
  private readonly text: string;
  private readonly found: Token[] = [];
  /** For each open bracket, whether a comma in it separates arguments. */
  private readonly brackets: boolean[] = [];
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  all(): Token[] {
    while (this.at < this.text.length) this.one();
    this.push('end', '', 0);
    return this.found;
  }

  private one(): void {
    const character = String.fromCodePoint(this.text.codePointAt(this.at) as number);
    const numeral = readNumeral(this.text, this.at, this.brackets.at(-1) ?? false);
    const fraction = FRACTIONS.get(character);
    const alias = NAMES.get(character);
    const symbol = SYMBOLS.get(character) ?? (PLAIN.has(character) ? character : undefined);
    const word = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(this.text.slice(this.at))?.[0];
    if (/^\s$/.test(character) || INVISIBLE.test(character)) this.at += character.length;
    else if (numeral) this.number(numeral.end - this.at, numeral.value);
    else if (SUPERSCRIPTS.has(character)) this.superscript();
    else if (fraction !== undefined) this.number(character.length, fraction);
    else if (alias !== undefined) this.push('name', alias, character.length);
    else if (symbol !== undefined) this.symbol(symbol, character.length);
    else if (word !== undefined) this.word(word);
    else throw new LanguageError(refusal(character), this.at);
  }

  private number(length: number, value: number): void {
    this.push('number', this.text.slice(this.at, this.at + length), length, value);
  }

  private symbol(symbol: string, length: number): void {
    const isPower = symbol === '*' && this.text.startsWith('**', this.at);
    if (symbol === '(' || symbol === '[') {
      const callee = this.found.at(-1);
      this.brackets.push(callee?.kind === 'name' && (studentFunctions.get(callee.text)?.most ?? 0) > 1);
    }
    if (symbol === ')' || symbol === ']') this.brackets.pop();
    this.push('symbol', isPower ? '^' : symbol, isPower ? 2 : length);
  }

  /** `3 x 4`: an x between numbers is a times sign. Long names are read case by case: `Sqrt` is sqrt. */
  private word(word: string): void {
    const before = this.found.at(-1);
    const follows = before?.kind === 'number' || before?.text === ')';
    const rest = this.text.slice(this.at + 1);
    const lower = word.toLowerCase();
    if (/^x/i.test(word) && follows && /^\s*[\d.(√]/.test(rest)) this.push('symbol', '*', 1);
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
    if (inner === null) throw new LanguageError(`"${run}" is not a whole exponent`, this.at);
    const { at } = this;
    this.found.push({ kind: 'symbol', text: '^', value: Number.NaN, at });
    if (inner < 0) this.found.push({ kind: 'symbol', text: '-', value: Number.NaN, at });
    this.push('number', String(Math.abs(inner)), run.length, Math.abs(inner));
  }

  private push(kind: Token['kind'], text: string, length: number, value = Number.NaN): void {
    this.found.push({ kind, text, value, at: this.at });
    this.at += length;
  }
}

export const studentGrammar: Grammar = {
  tokens,
  longest: 500,
  implicitProducts: true,
  structures: false,
  functions: new Set(studentFunctions.keys()),
};

function refusal(character: string): string {
  if (character === '=') return '"=" joins two formulas: give only one of them';
  return `"${printable(character)}" is no part of a number or formula`;
}
