import { LanguageError } from '../error.ts';
import type { Gap, Spaced } from '../matrices.ts';
import type { Surroundings } from '../numeral.ts';
import { formulaFunctions } from './functions.ts';
import type { Vocabulary } from './vocabulary.ts';
import { declaredNames } from './words.ts';

/** A bar is `|`, before it is known whether it opens or closes. */
export interface FormulaToken extends Spaced {
  readonly side?: BarSide;
  /** Of a closing bar: the index behind it, `2` in ‖x‖₂. */
  order?: string;
}

export type BarSide = 'open' | 'close' | null;

export const BAR = '|';

const NORM_INDEX = /_\s*\{?\s*(1|2|F|\\infty|∞)\s*\}?|([₁₂])/uy;

/** A text and the tokens that were found in it so far. */
export class TokenRow {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly found: FormulaToken[] = [];
  /** Of each open bracket: what a comma in it means. */
  readonly brackets: Surroundings[] = [];
  at = 0;
  protected gap: Gap = 'none';

  constructor(text: string, vocabulary: Vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
  }

  /** What stands at this place and fits a sticky pattern. */
  here(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0] ?? null;
  }

  push(kind: FormulaToken['kind'], text: string, length: number, value = Number.NaN): void {
    this.found.push({ kind, text, value, at: this.at, end: this.at + length, gap: this.gap });
    this.at += length;
    this.gap = 'none';
  }

  symbol(symbol: string, length: number): void {
    if (symbol === '(') {
      const callee = this.found.at(-1);
      const arity = callee?.kind === 'name' ? formulaFunctions.get(callee.text) : undefined;
      this.brackets.push((arity?.most ?? 1) > 1 ? 'arguments' : 'text');
    }
    if (symbol === '[') this.brackets.push('elements');
    if (symbol === ')' || symbol === ']') this.brackets.pop();
    this.push('symbol', symbol, length);
  }

  /** `|`, or ‖ as two of them. */
  bars(count: 1 | 2, side: BarSide, length: number): void {
    for (let i = 0; i < count; i++) {
      const width = i === 0 ? length : 0;
      const token = { kind: 'symbol', text: BAR, value: Number.NaN, at: this.at, end: this.at + width } as const;
      this.found.push({ ...token, gap: this.gap, side });
      this.at += width;
      this.gap = 'none';
    }
    if (/[₁₂]/.test(this.text[this.at] ?? '')) this.index();
  }

  /** The index of a norm; those of names were read with them. */
  index(): void {
    const before = this.found.at(-1);
    const match = this.here(NORM_INDEX);
    if (before?.text !== BAR || match === null) {
      throw new LanguageError(`"_" begins an index of no name here: ${declaredNames(this.vocabulary)}`, this.at);
    }
    before.order = /[1₁]/.test(match) ? '1' : /[2₂]/.test(match) ? '2' : match.includes('F') ? 'F' : '∞';
    this.at += match.length;
  }
}
