import { type Place, startOf } from '../../../language/located.ts';
import type { Variant, VariantPart } from '../../variant.ts';
import { MOSTLY, placeOfKey, type Remark, type Rule } from '../rule.ts';
import { saysFormula, saysNumber, saysOption, saysWord } from '../says.ts';
import { shownText } from '../texts.ts';

/** In how many of the variants that ask for something it is given away. */
interface Tally {
  seen: number;
  told: number;
  remark: Remark | null;
}

export const hint: Rule = {
  name: 'hint',
  about: 'Neither the hint nor the title says the answer.',
  watch: template => {
    const tallies = new Map<string, Tally>();
    const look = (variant: Variant, what: 'hint' | 'title', text: string, place: Place): void => {
      for (const part of variant.parts) {
        for (const { subject, told } of secretsOf(part, text, shownText(variant), what)) {
          const key = JSON.stringify([what, part.name, subject]);
          const tally = tallies.get(key) ?? { seen: 0, told: 0, remark: null };
          tallies.set(key, tally);
          tally.seen++;
          if (told === null) continue;
          tally.told++;
          tally.remark ??= { ...place, message: `the ${what} says ${told} of part ${part.name}: ${ADVICE[what]}` };
        }
      }
    };
    return {
      see: ({ variant, kind }) => {
        if (kind === 'faded') return [];
        look(variant, 'title', template.title, placeOfKey(template, 'title'));
        if (template.hint && variant.hint !== null) look(variant, 'hint', variant.hint, startOf(template.hint));
        return [];
      },
      // What only now and then is said is said by chance.
      end: () => {
        const remarks = [...tallies.values()].flatMap(({ seen, told, remark }) =>
          remark && told > seen * MOSTLY ? [remark] : [],
        );
        return [...new Map(remarks.map(remark => [remark.message, remark])).values()];
      },
    };
  },
};

const ADVICE = { hint: 'lead there without saying it', title: 'it is shown above the question: choose another one' };

/** Something to be found out, and whether it is told: in words for the author, or null where there is something left to do. */
interface Secret {
  readonly subject: string;
  readonly told: string | null;
}

function secretsOf({ key }: VariantPart, text: string, shown: string, where: 'hint' | 'title'): readonly Secret[] {
  const secret = (isTold: boolean, told: string, subject = ''): Secret => ({ subject, told: isTold ? told : null });
  switch (key.kind) {
    case 'number':
      // The numbers of a title are those of the question.
      return where === 'title' ? [] : [secret(saysNumber(key, text, shown), 'the number')];
    case 'words': {
      const word = key.accepted.find(one => saysWord(one, text) && !saysWord(one, shown));
      return [secret(word !== undefined, `"${word}", which is the answer`)];
    }
    case 'choice':
      return key.options
        .filter(({ right }) => right)
        .map(({ text: option }) =>
          secret(saysOption(option, text) && !saysOption(option, shown), 'the right option', sameAtAnySeed(option)),
        );
    case 'expression':
      return [secret(saysFormula(key, text) && !saysFormula(key, shown), 'the formula')];
    default:
      return [];
  }
}

/** Options of a pool are told apart by their words. */
function sameAtAnySeed(option: string): string {
  return option.replaceAll(/\d+(?:\.\d+)?/g, '#');
}
