import { ALSO_CALLED, GREEK } from './greek.ts';
import type { Accent, SymbolName } from './names.ts';
import { PLAIN_OF_RAISED } from './signs.ts';

/** How people write a name, as patterns: `beta_1`, `β₁`, `\beta_{1}`; `x_hat`, `x̂`, `\hat{x}`; `W^(1)`, `h^{(f)}`. */

interface Spellings {
  /** With every mark in its place. */
  readonly proper: RegExp;
  /** With an index that is not marked as one: `ht` for `h_t`. */
  readonly glued: RegExp | null;
  /** With an index that ends where it looks: `h_t-1` for `h_{t-1}`. */
  readonly loose: RegExp | null;
}

/** Commands that change how letters look, and not what they mean. */
const FONTS = 'mathbf|mathrm|mathit|mathsf|mathcal|boldsymbol|bm|text|textbf|textit|vec|operatorname';
const FONT = `\\\\(?:${FONTS})\\s*`;

const MARKS: Readonly<Record<Accent, { readonly mark: string; readonly command: string }>> = {
  hat: { mark: '\\u0302', command: 'hat|widehat' },
  bar: { mark: '[\\u0304\\u0305]', command: 'bar|overline' },
  tilde: { mark: '\\u0303', command: 'tilde|widetilde' },
  dot: { mark: '\\u0307', command: 'dot' },
  star: { mark: '\\^\\s*(?:\\*|\\\\ast|\\\\star|\\{\\s*(?:\\*|\\\\ast|\\\\star)\\s*\\})', command: 'stared' },
};

const PRIME = "(?:['’′]|\\^\\s*(?:\\\\prime|\\{\\s*\\\\prime\\s*\\}))";

const SMALL: ReadonlyMap<string, string> = new Map(
  [...'0123456789+-aehijklmnoprstuvx'].map((plain, i) => [plain, [...'₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][i] as string]),
);
const RAISED: ReadonlyMap<string, string> = new Map([...PLAIN_OF_RAISED].map(([raised, plain]) => [plain, raised]));

/** Nothing that belongs to a longer name follows. */
const END = '(?![\\u0300-\\u036f_₀-₉₊₋ₐ-ₜᵢᵣᵤᵥⱼ\\d])';

/** As a pattern; a minus is written in several ways. */
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('-', '[-−–]');

/** A plain text in small letters, where there are such. */
function inGlyphs(text: string, glyphs: ReadonlyMap<string, string>): string | null {
  const found = [...text].map(character => glyphs.get(character));
  return found.includes(undefined) ? null : found.join('');
}

const either = (...patterns: readonly (string | null)[]): string => `(?:${patterns.filter(Boolean).join('|')})`;

function letters(base: string): string {
  const greek = GREEK.get(base);
  if (greek === undefined) return escaped(base);
  const nicknames = [...ALSO_CALLED].flatMap(([nickname, name]) => (name === base ? [nickname] : []));
  const command = `\\\\(?:var)?${base}(?![A-Za-z])\\s*`;
  return either(base, ...nicknames, greek, command);
}

function wrapped(base: string): string {
  const word = letters(base);
  return either(word, `${FONT}\\{\\s*${word}\\s*\\}`, `${FONT}${word}`);
}

function indexPattern(index: string): string {
  const inside = [...index].map(escaped).join('[\\s,]*');
  const greek = GREEK.has(index) ? letters(index) : null;
  const word = either(inside, greek);
  const glued = /^\d+$/.test(index) ? inside : null;
  const bare = /^\w+$/.test(index) ? `_${word}` : null;
  const fonted = `${FONT}\\{\\s*${word}\\s*\\}`;
  return either(
    `_\\s*\\{\\s*${either(word, fonted)}\\s*\\}`,
    `_\\s*${fonted}`,
    `_\\(\\s*${inside}\\s*\\)`,
    bare,
    inGlyphs(index, SMALL),
    glued,
  );
}

function raisedPattern(raised: string): string {
  const word = either(escaped(raised), `${FONT}\\{\\s*${escaped(raised)}\\s*\\}`);
  const inBrackets = either(`\\(\\s*${word}\\s*\\)`, `\\[\\s*${word}\\s*\\]`);
  const glyphs = inGlyphs(raised, RAISED);
  return either(`\\^\\s*${inBrackets}`, `\\^\\s*\\{\\s*${inBrackets}\\s*\\}`, glyphs && `⁽${glyphs}⁾`);
}

/** The marks behind a letter, in any order. */
function inAnyOrder(marks: readonly string[]): string {
  if (marks.length <= 1) return marks.join('');
  return either(...marks.map((mark, i) => `${mark}${inAnyOrder(marks.toSpliced(i, 1))}`));
}

function pattern(name: SymbolName, index: string | null): string {
  const base = wrapped(name.base);
  const primes = either(
    `${PRIME}{${name.primes}}`,
    name.primes === 2 ? '[″"]' : null,
    name.primes === 1 ? '_?prime' : null,
  );
  const marks = [
    name.primes > 0 ? primes : '',
    index ?? '',
    name.raised === '' ? '' : raisedPattern(name.raised),
  ].filter(mark => mark !== '');
  if (name.accent === null) {
    const whole = `${base}${inAnyOrder(marks)}`;
    return marks.length === 0 ? whole : either(whole, `${FONT}\\{\\s*${whole}\\s*\\}`);
  }
  const { mark, command } = MARKS[name.accent];
  const behind = either(mark, `_?${name.accent}`, `_\\{${name.accent}\\}`);
  const over = `\\\\(?:${command})\\s*`;
  return either(
    `${base}${inAnyOrder([behind, ...marks])}`,
    `${over}${either(`\\{\\s*${base}\\s*\\}`, base)}${inAnyOrder(marks)}`,
    `${over}\\{\\s*${base}${inAnyOrder(marks)}\\s*\\}`,
  );
}

const sticky = (source: string, flags: string): RegExp => new RegExp(`${source}${END}`, `uy${flags}`);

export function spellings(name: SymbolName, flags: 'i' | ''): Spellings {
  const { index } = name;
  const isWord = /^[A-Za-z]/.test(index);
  return {
    proper: sticky(pattern(name, index === '' ? null : indexPattern(index)), flags),
    glued: isWord && /^\w+$/.test(index) ? sticky(pattern(name, escaped(index)), flags) : null,
    loose: isWord && !/^\w+$/.test(index) ? sticky(pattern(name, `_?${escaped(index)}(?![A-Za-z])`), flags) : null,
  };
}
