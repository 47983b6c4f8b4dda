import { didYouMean } from '../../../language/suggest.ts';
import type { Bank } from '../../bank.ts';
import type { Template } from '../../template.ts';
import { placeOfKey, type Remark, type Rule } from '../rule.ts';

export const requires: Rule = {
  name: 'requires',
  about: 'What a question requires is another question or a topic of the bank, and nothing requires itself.',
  bank: (template, bank) => {
    const says = (message: string): Remark => ({
      ...placeOfKey(template, 'requires'),
      message: `requires: ${message}`,
    });
    const wrong = template.requires.flatMap((wanted): Remark[] => {
      if (wanted === template.id) return [says('the question requires itself: leave it out')];
      return bank.places.includes(wanted)
        ? []
        : [says(`"${wanted}" is no question and no topic of the bank${didYouMean(wanted, bank.places)}`)];
    });
    const circle = circleFrom(template, bank);
    return circle === null ? wrong : [...wrong, says(`in a circle: ${circle.join(' → ')}: leave one of them out`)];
  },
};

/** The way from a question back to itself, over questions alone; topics are too wide to be taken at their word. */
function circleFrom(start: Template, bank: Bank): readonly string[] | null {
  const seen = new Set<string>();
  const walk = (id: string): readonly string[] | null => {
    for (const next of bank.get(id)?.requires ?? []) {
      if (next === start.id && id !== start.id) return [id, next];
      if (seen.has(next) || !bank.get(next)) continue;
      seen.add(next);
      const rest = walk(next);
      if (rest) return [id, ...rest];
    }
    return null;
  };
  return walk(start.id);
}
