import { NAME_OF_GREEK } from '../../language/formula/greek.ts';
import type { OrderBlank } from './key.ts';

/** Whether what was filled in is what was hidden: two texts are compared after all that can be written in several ways is written in one. */

type Step = readonly [pattern: RegExp, by: string | ((match: string) => string)];

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵀᵗⁿⁱʲᵏᵐ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₜₙᵢⱼₖₘ';
const ON_THE_LINE = new Map(
  [...`${RAISED}${LOWERED}`].map((sign, i) => [sign, '0123456789+-()Ttnijkm0123456789+-()tnijkm'.charAt(i)]),
);
const onTheLine = (run: string): string => [...run].map(sign => ON_THE_LINE.get(sign)).join('');

/** Before the compatibility forms of Unicode, which would put small digits on the line. */
const SMALL_SIGNS: readonly Step[] = [
  [new RegExp(`[${RAISED}]+`, 'gu'), run => `^(${onTheLine(run)})`],
  [new RegExp(`[${LOWERED}]+`, 'gu'), run => `_(${onTheLine(run)})`],
];

/** One spelling for each sign. */
const SIGNS: readonly Step[] = [
  [/\$|\\[,;:! ]/g, ' '],
  [/\\(?:text|math|operator|bold)[a-z]*\s*\{([^{}]*)\}/g, ' $1 '],
  [/\\(?:left|right|q?quad|limits|text|math|operator|bold)[a-z]*/g, ' '],
  [/\\(?:cdot|times|ast)(?![a-z])|[·×⋅∙∗]/g, '*'],
  [/\\(?:odot|circ)(?![a-z])|[⊙∘]/g, '.*'],
  [/\*\*/g, '^'],
  [/\\top(?![a-z])|⊤/g, 'T'],
  [/[−–—‐‑]/g, '-'],
  [/[÷∕⁄]/g, '/'],
  [/\\prime(?![a-z])|[′’]/g, "'"],
  [/\^\s*\{?\s*'\s*\}?/g, "'"],
  [/\\leq?(?![a-z])|≤/g, '<='],
  [/\\geq?(?![a-z])|≥/g, '>='],
  [/\\neq?(?![a-z])|≠/g, '!='],
  [/\\(?:to|rightarrow)(?![a-z])|→/g, '->'],
  [/∂/g, ' partial '],
  [/∇/g, ' nabla '],
  [/∑/g, ' sum '],
  [/∏/g, ' prod '],
  [/∞/g, ' infty '],
  [/√/g, ' sqrt '],
  [/(\p{L})\u0302/gu, ' hat $1 '],
  [/(\p{L})\u0303/gu, ' tilde $1 '],
  [/(\p{L})\u0304/gu, ' bar $1 '],
  [/\\var(?=[a-z])/g, '\\'],
  [/\\[dt]frac/g, '\\frac'],
  [new RegExp(`[${[...NAME_OF_GREEK.keys()].join('')}]`, 'gu'), letter => ` ${NAME_OF_GREEK.get(letter)} `],
  [/\{/g, '('],
  [/\}/g, ')'],
];

const GREEK_NAME = `(?:${[...NAME_OF_GREEK.values()].join('|')})`;
const GREEK_AND_AT_MOST_A_LETTER = new RegExp(`^${GREEK_NAME}\\p{L}?$`, 'u');
/** What needs no parentheses as a factor, an exponent, an index or an argument. */
const ATOM = `(?:\\d+(?:\\.\\d+)?|(?:${GREEK_NAME}|\\p{L})(?:_?\\d|_\\p{L})?)`;

/** After a name or a number parentheses are an argument or a product, and stay. */
const NEEDLESS = new RegExp(`(?<![\\p{L}\\d)'\\]]\\s*)\\(\\s*(${ATOM})\\s*\\)`, 'gu');

const SHAPE: readonly Step[] = [
  // The case of a letter tells symbols apart; that of a word, such as ReLU, does not. Δ and δ are letters, by whatever name.
  [/\p{L}{3,}/gu, word => (GREEK_AND_AT_MOST_A_LETTER.test(word) ? word : word.toLowerCase())],
  [new RegExp(`(?<!\\p{L})sqrt\\s+(${ATOM})(?![\\p{L}\\d_])`, 'gu'), 'sqrt($1)'],
  [new RegExp(`(?<!\\p{L})(hat|bar|tilde)\\s+(${GREEK_NAME}|\\p{L})(?!\\p{L})\\s*`, 'gu'), '$1($2)'],
  [/\^\s*\(\s*(-\s*\d+)\s*\)/g, '^$1'],
  [/\s+/g, ''],
  [/_(?=\d(?!\d))/g, ''],
  [/(?<!\d)\.(?=\d)/g, '0.'],
  // A product sign may be left out, but not before a number: it would become an index.
  [/(?<=[\p{L}\d)\]'])\*(?=[\p{L}(])/gu, ''],
];

function rewritten(text: string, steps: readonly Step[]): string {
  return steps.reduce(
    (done, [pattern, by]) => (typeof by === 'string' ? done.replace(pattern, by) : done.replace(pattern, by)),
    text,
  );
}

/** `\frac(a)(b)` as `(a)/(b)`, and `\frac12` as `1/2`. */
function withSlashes(text: string): string {
  const start = text.indexOf('\\frac');
  if (start < 0) return text;
  const rest = text.slice(start + '\\frac'.length).trimStart();
  const over = rest.slice(0, closing(rest) + 1);
  return `${text.slice(0, start)}${withSlashes(`${over}/${rest.slice(over.length).trimStart()}`)}`;
}

/** Where the parenthesis that the text begins with is closed; 0 where it begins with none. */
function closing(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth--;
    if (depth <= 0) return i;
  }
  return text.length - 1;
}

/** From the inside out: `(x_(t))` is `(x_t)` and that is `x_t`. */
function withoutNeedless(text: string): string {
  const without = text.replace(NEEDLESS, '$1');
  return without === text ? text : withoutNeedless(without);
}

/** The text in the one way that all ways of writing it come to. */
export function plainText(text: string): string {
  const signs = rewritten(rewritten(text, SMALL_SIGNS).normalize('NFKC'), SIGNS);
  return rewritten(withoutNeedless(withSlashes(signs).replaceAll('\\', ' ')), SHAPE);
}

export function isFilled({ answer, accepts }: OrderBlank, text: string): boolean {
  const plain = plainText(text);
  return plain !== '' && [answer, ...accepts].some(right => plainText(right) === plain);
}
