import { LanguageError } from '../../language/error.ts';
import { readNumber } from '../../language/evaluate.ts';
import { type Dimension, product } from './dimension.ts';
import { declared, symbolsHere } from './symbols.ts';
import type { Token } from './tokens.ts';

/** One dimension: arithmetic of numbers (`28-5+1`), or a product with symbols (`2N`, `N*16*7*7`, `N^2`). */

/** Doubles that agree with a whole number to this are that number, computed with fractions on the way. */
const NOISE = 1e-9;
const LARGEST_POWER = 8;

/** @throws LanguageError */
export function element(tokens: readonly Token[], symbols: readonly string[]): Dimension {
  const { factor, names } = value(tokens, symbols);
  const at = tokens[0]?.at ?? 0;
  const whole = Math.round(factor);
  if (!Number.isSafeInteger(whole)) throw new LanguageError('this dimension is too large', at);
  if (whole < 0 || Math.abs(factor - whole) > NOISE * Math.max(1, whole)) {
    const shown = String(Number(factor.toPrecision(6)));
    throw new LanguageError(`${shown} is no dimension: it is a whole number, 0 or more; ${symbolsHere(symbols)}`, at);
  }
  return product(whole, names);
}

interface Value {
  readonly factor: number;
  readonly names: readonly string[];
}

function value(tokens: readonly Token[], symbols: readonly string[]): Value {
  return tokens.some(({ kind }) => kind === 'symbol')
    ? new Product(tokens, symbols).all()
    : { factor: number(tokens), names: [] };
}

/** The offsets of the text stay those of the reply. */
function number(tokens: readonly Token[]): number {
  const start = tokens[0]?.at ?? 0;
  let text = '';
  for (const token of tokens) text = text.padEnd(token.at - start) + (token.kind === 'times' ? '×' : token.text);
  try {
    return readNumber(text);
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    throw new LanguageError(error.message, start + error.position);
  }
}

class Product {
  private readonly tokens: readonly Token[];
  private readonly symbols: readonly string[];
  private factor = 1;
  private readonly names: string[] = [];
  private at = 0;

  constructor(tokens: readonly Token[], symbols: readonly string[]) {
    this.tokens = tokens;
    this.symbols = symbols;
  }

  all(): Value {
    this.multiply(this.power());
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at] as Token;
      const isSign = token.kind === 'times' || token.kind === 'star';
      if (/^[/÷:∕⁄]$/.test(token.text)) {
        this.at++;
        this.divide(this.power());
      } else if (isSign || this.isNext(token)) {
        if (isSign) this.at++;
        this.multiply(this.power());
      } else throw this.notAProduct(token);
    }
    return { factor: this.factor, names: this.names };
  }

  /** `2N` and `N(4)`, but not `N2`, which looks like a name. */
  private isNext({ kind }: Token): boolean {
    return kind === 'symbol' || kind === 'open' || kind === 'function';
  }

  private multiply({ factor, names }: Value): void {
    this.factor *= factor;
    this.names.push(...names);
    if (this.names.length > LARGEST_POWER) throw this.notAProduct(this.tokens[0]);
  }

  private divide({ factor, names }: Value): void {
    if (names.length > 0 || factor === 0) throw this.notAProduct(this.tokens[this.at - 1]);
    this.factor /= factor;
  }

  private power(): Value {
    const base = this.base();
    const sign = this.tokens[this.at];
    const raised = sign ? '²³'.indexOf(sign.text) : -1;
    if (raised >= 0) this.at++;
    else if (sign?.text !== '^' && sign?.text !== '**') return base;
    else this.at += 2;
    const exponent = raised >= 0 ? raised + 2 : Number(this.tokens[this.at - 1]?.text);
    if (!Number.isInteger(exponent) || exponent > LARGEST_POWER) throw this.notAProduct(sign);
    return { factor: base.factor ** exponent, names: Array.from({ length: exponent }, () => base.names).flat() };
  }

  private base(): Value {
    const token = this.tokens[this.at];
    if (token?.kind === 'symbol') {
      this.at++;
      return { factor: 1, names: [declared(token.text, this.symbols) ?? token.text] };
    }
    if (token?.kind !== 'number' && token?.kind !== 'open' && token?.kind !== 'function') throw this.notAProduct(token);
    const start = this.at;
    this.at = token.kind === 'number' ? start + 1 : this.closing(start) + 1;
    const isBracket = token.kind === 'open';
    return isBracket
      ? value(this.tokens.slice(start + 1, this.at - 1), this.symbols)
      : { factor: number(this.tokens.slice(start, this.at)), names: [] };
  }

  /** Of the brackets that begin here, or behind the name of a function; they are known to match. */
  private closing(start: number): number {
    let depth = 0;
    for (let i = start; i < this.tokens.length; i++) {
      const { kind } = this.tokens[i] as Token;
      if (kind === 'open') depth++;
      if (kind === 'close' && --depth === 0) return i;
    }
    throw this.notAProduct(this.tokens[start]);
  }

  private notAProduct(token: Token | undefined): LanguageError {
    const [symbol = 'N'] = this.symbols;
    const at = (token ?? this.tokens.at(-1))?.at ?? 0;
    return new LanguageError(`a dimension is a whole number or a product such as 2*${symbol}`, at);
  }
}
