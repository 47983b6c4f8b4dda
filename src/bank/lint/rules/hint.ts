import type { AnswerKey } from '../../../answers/answers.ts';
import { printKey } from '../../../answers/answers.ts';
import { accepts } from '../../../answers/number/tolerance.ts';
import { startOf } from '../../../language/located.ts';
import type { Variant, VariantPart } from '../../variant.ts';
import { MOSTLY, type Remark, type Rule } from '../rule.ts';
import { shownText } from '../texts.ts';
import { visibleText } from '../visible.ts';

export const hint: Rule = {
  name: 'hint',
  about: 'The hint does not say the answer.',
  watch: template => {
    // What only now and then is in the hint is there by chance.
    const times = new Map<string, number>();
    let seen = 0;
    return {
      see: ({ variant, kind }) => {
        if (kind === 'faded' || variant.hint === null) return [];
        seen++;
        for (const told of new Set(giveaways(variant))) times.set(told, (times.get(told) ?? 0) + 1);
        return [];
      },
      end: (): Remark[] =>
        [...times]
          .filter(([, count]) => count > seen * MOSTLY)
          .map(([message]) => ({ ...startOf(template.hint ?? template.stem), message })),
    };
  },
};

function giveaways(variant: Variant): readonly string[] {
  const { hint: text, parts } = variant;
  return text === null ? [] : parts.flatMap(part => giveaway(part, text, shownText(variant)) ?? []);
}

/** null where the hint leaves something to do. */
function giveaway({ name, key }: VariantPart, text: string, shown: string): string | null {
  const says = (what: string): string => `the hint says ${what} of part ${name}: lead there without saying it`;
  switch (key.kind) {
    case 'number':
      return numbersIn(text).some(number => accepts(key.accepts, number) && !numbersIn(shown).includes(number))
        ? says('the number')
        : null;
    case 'words': {
      const word = key.accepted.find(one => isIn(one, text) && !isIn(one, shown));
      return word === undefined ? null : says(`"${word}", which is the answer`);
    }
    case 'choice': {
      const option = key.options.find(one => one.right && isSaid(one.text, text) && !isSaid(one.text, shown));
      return option === undefined ? null : says('the right option');
    }
    case 'expression':
      return isFormulaIn(key, text) && !isFormulaIn(key, shown) ? says('the formula') : null;
    default:
      return null;
  }
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
function isIn(word: string, text: string): boolean {
  const pattern = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** Short options may stand in any text. */
const SHORTEST_OPTION = 8;

function isSaid(option: string, text: string): boolean {
  const plain = visibleText(option).toLowerCase();
  return plain.length >= SHORTEST_OPTION && visibleText(text).toLowerCase().includes(plain);
}

/** Shorter formulas may stand in any text. */
const SHORTEST_FORMULA = 4;

function isFormulaIn(key: AnswerKey, text: string): boolean {
  const bare = (formula: string): string => formula.replaceAll(/[\s\\{}$*]|\\cdot|\\,/g, '');
  const formula = bare(printKey(key));
  return formula.length >= SHORTEST_FORMULA && bare(text.replaceAll('\\cdot', '')).includes(formula);
}
