import type { Shape } from '../../compute/tensor.ts';
import { formulaFunctions, NICKNAMES } from './functions.ts';
import { readName } from './names.ts';
import { spellings } from './spellings.ts';

/** The words of one formula: what its question declares, and what everybody knows. */

/** A quantity that may be used. */
export interface Declared {
  /** Canonical ASCII, as it is printed. */
  readonly name: string;
  readonly tex: string;
  /** Empty for a single number. */
  readonly shape: Shape;
}

/** A piece of a word. */
export interface Piece {
  readonly kind: 'symbol' | 'function' | 'constant';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** How closely a word must fit a name. */
export const STRICTNESS = ['proper', 'glued', 'folded'] as const;
type Strictness = (typeof STRICTNESS)[number];

interface Pattern {
  readonly name: string;
  readonly kind: Piece['kind'];
  readonly at: readonly RegExp[];
}

const WRAP = '\\\\(?:operatorname\\*?|mathrm|mathop|text|textrm|mathsf)\\s*\\{\\s*';

/** A word that everybody knows, in any case where it is long enough to be no product. */
function known(word: string): RegExp {
  const flags = word.length > 1 ? 'iuy' : 'uy';
  const plain = /^[a-z]/.test(word) ? `\\\\?${word}` : word;
  return new RegExp(`${WRAP}${word}\\s*\\}|${plain}(?!_)`, flags);
}

const LOGARITHM = /\\?log\s*(?:_\s*\{?\s*(2|10)\s*\}?|([₂]|₁₀))/iuy;

const words = [...[...formulaFunctions.keys()].map(word => [word, word] as const), ...NICKNAMES];

/** By the letter that they begin with; a command may be any of them. */
const FUNCTIONS: ReadonlyMap<string, readonly Pattern[]> = (() => {
  const rows = words.map(([word, name]): [string, Pattern] => [word, { name, kind: 'function', at: [known(word)] }]);
  const byLetter = Map.groupBy(rows, ([word]) => word[0] as string);
  const found = [...byLetter].map(([letter, group]) => [letter, group.map(([, row]) => row)] as const);
  return new Map([...found, ['\\', rows.map(([, row]) => row)]]);
})();

const CONSTANTS: readonly Pattern[] = [
  { name: 'pi', kind: 'constant', at: [known('pi'), known('π')] },
  { name: 'e', kind: 'constant', at: [known('e')] },
];

export class Vocabulary {
  readonly symbols: ReadonlyMap<string, Declared>;
  private readonly patterns: Readonly<Record<Strictness, readonly Pattern[]>>;
  private readonly loose: readonly Pattern[];

  constructor(symbols: readonly Declared[]) {
    this.symbols = new Map(symbols.map(symbol => [symbol.name, symbol]));
    const rows = symbols.flatMap(({ name }) => {
      const parts = readName(name);
      return parts ? [{ name, exact: spellings(parts, ''), folded: spellings(parts, 'i') }] : [];
    });
    const patternsOf = (pick: (row: (typeof rows)[number]) => readonly (RegExp | null)[]): Pattern[] =>
      rows.map(row => ({ name: row.name, kind: 'symbol', at: pick(row).filter(pattern => pattern !== null) }));
    this.patterns = {
      proper: patternsOf(({ exact }) => [exact.proper]),
      glued: patternsOf(({ exact }) => [exact.proper, exact.glued]),
      folded: patternsOf(({ folded }) => [folded.proper, folded.glued]),
    };
    this.loose = patternsOf(({ exact }) => [exact.loose]);
  }

  /** Whether some name is of this form. */
  has(form: RegExp): boolean {
    return [...this.symbols.keys()].some(name => form.test(name));
  }

  /** What may begin at this place of a text. */
  at(text: string, start: number, strictness: Strictness): Piece[] {
    const found = this.symbolsAt(text, start, strictness);
    const taken = new Set(found.map(({ end }) => end));
    const functions = FUNCTIONS.get(text[start]?.toLowerCase() ?? '') ?? [];
    const others = [...matches(functions, text, start), ...logarithm(text, start), ...matches(CONSTANTS, text, start)];
    return [...found, ...others.filter(({ end }) => !taken.has(end))];
  }

  private symbolsAt(text: string, start: number, strictness: Strictness): Piece[] {
    if (strictness !== 'folded') return matches(this.patterns[strictness], text, start);
    const exact = matches(this.patterns.glued, text, start);
    const folded = matches(this.patterns.folded, text, start);
    // In another case a name is meant only where no other one could be.
    const single = folded.filter(one => folded.every(other => other.name === one.name || other.end !== one.end));
    return [...exact, ...single.filter(({ end }) => exact.every(piece => piece.end !== end))];
  }

  /** A name whose index ends where it looks, as in `h_t-1`. */
  looseAt(text: string, start: number): Piece | null {
    return matches(this.loose, text, start)[0] ?? null;
  }
}

function matches(patterns: readonly Pattern[], text: string, start: number): Piece[] {
  const found: Piece[] = [];
  for (const { name, kind, at } of patterns) {
    for (const pattern of at) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match) found.push({ kind, name, start, end: start + match[0].length });
    }
  }
  return found;
}

/** `log_2`, `\log_{10}`, `log₂` */
function logarithm(text: string, start: number): Piece[] {
  LOGARITHM.lastIndex = start;
  const match = LOGARITHM.exec(text);
  if (!match) return [];
  const name = match[1] === '10' || match[2] === '₁₀' ? 'log10' : 'log2';
  return [{ kind: 'function', name, start, end: start + match[0].length }];
}
