import { ALSO_CALLED, GREEK } from './greek.ts';

/**
 * Names of quantities, taken apart. The canonical form of a name is a base, then an accent, primes, an index and a raised
 * mark, each of which may be missing: `beta_1`, `m_hat_t`, `x'`, `h_{t-1}`, `W_1^(f)`.
 */
export interface SymbolName {
  /** ASCII letters, the name of a letter where it is a Greek one. */
  readonly base: string;
  readonly accent: Accent | null;
  readonly primes: number;
  /** Without blanks and commas; empty where there is none. */
  readonly index: string;
  readonly raised: string;
}

export type Accent = 'hat' | 'bar' | 'tilde' | 'dot' | 'star';

const FORM =
  /^(?<base>[A-Za-z]+)(?<glued>\d+)?(?:_?(?<accent>hat|bar|tilde|dot|star)(?![a-z]))?(?<primes>'*)(?:_(?:(?<plain>[A-Za-z0-9]+)|\{(?<braced>[A-Za-z0-9+\-*, ]+)\}))?(?:\^\((?<raised>[A-Za-z0-9+-]+)\))?$/;
/** `mhat` and `betahat`, but not `that`. */
const ACCENTED_WORD = /^(?<base>[A-Za-z]|[a-z]{2,})(?<accent>hat|bar|tilde|dot|star)$/;

/** Null where the name is not of that form. */
export function readName(name: string): SymbolName | null {
  const parts = FORM.exec(name)?.groups;
  if (!parts) return null;
  const { base = '', glued = '', accent, primes = '', plain = '', braced = '', raised = '' } = parts;
  if (glued !== '' && plain + braced !== '') return null;
  const word = accent === undefined ? accentedWord(base) : null;
  return {
    base: properBase(word?.base ?? base),
    accent: ((word?.accent ?? accent) as Accent | undefined) ?? null,
    primes: primes.length,
    index: (glued + plain + braced).replace(/[\s,]/g, ''),
    raised,
  };
}

function accentedWord(base: string): { readonly base: string; readonly accent: string } | null {
  const parts = ACCENTED_WORD.exec(base)?.groups;
  if (!parts) return null;
  const { base: letter = '', accent = '' } = parts;
  return letter.length === 1 || GREEK.has(letter) || ALSO_CALLED.has(letter) ? { base: letter, accent } : null;
}

const properBase = (base: string): string => ALSO_CALLED.get(base) ?? base;

/** The same for two names that a reader cannot tell apart: `x1` and `x_1`. */
export function likeness({ base, accent, primes, index, raised }: SymbolName): string {
  return JSON.stringify([base, accent, primes, index, raised]);
}
