import { type AnswerKey, printKey } from '../../answers/answers.ts';
import { accepts } from '../../answers/number/tolerance.ts';
import { visibleText } from './visible.ts';

/** Whether a text says an answer. */

/** Unless it is a number that students have before their eyes. */
export function saysNumber(key: Extract<AnswerKey, { kind: 'number' }>, text: string, shown: string): boolean {
  return numbersIn(text).some(number => accepts(key.accepts, number) && !numbersIn(shown).includes(number));
}

/** Indices and exponents are no answers, and neither are the numbers of a fraction. */
const BESIDE_THE_POINT = /[_^](?:\{[^{}]*\}|\S)|\\frac\{[^{}]*\}\{[^{}]*\}|\d+\s*\/\s*\d+|\/\s*\d+/g;
const NUMERAL = /(?<![\w.,])[-−]?\d+(?:\.\d+)?(?![\w]|[.,]\d)/g;

function numbersIn(text: string): readonly number[] {
  return (text.replaceAll(BESIDE_THE_POINT, ' ').match(NUMERAL) ?? []).map(written =>
    Number(written.replace('−', '-')),
  );
}

/** As a word of its own. */
export function saysWord(word: string, text: string): boolean {
  const pattern = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** Short options may stand in any text. */
const SHORTEST_OPTION = 8;

export function saysOption(option: string, text: string): boolean {
  const plain = visibleText(option).toLowerCase();
  const inside = visibleText(text).toLowerCase();
  return plain.length >= SHORTEST_OPTION && (inside.includes(plain) || saysMostOf(wordsOf(plain), wordsOf(inside)));
}

/** So many words in a row say a sentence, … */
const SHORTEST_RUN = 5;
/** … and this share of it. */
const MOST = 0.75;

function saysMostOf(words: readonly string[], inside: readonly string[]): boolean {
  const size = Math.max(SHORTEST_RUN, Math.ceil(MOST * words.length));
  const whole = ` ${inside.join(' ')} `;
  return words.some((_, i) => i + size <= words.length && whole.includes(` ${words.slice(i, i + size).join(' ')} `));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Shorter formulas may stand in any text. */
const SHORTEST_FORMULA = 4;

export function saysFormula(key: AnswerKey, text: string): boolean {
  const bare = (formula: string): string => formula.replaceAll(/[\s\\{}$*]|\\cdot|\\,/g, '');
  const formula = bare(printKey(key));
  return formula.length >= SHORTEST_FORMULA && bare(text.replaceAll('\\cdot', '')).includes(formula);
}
