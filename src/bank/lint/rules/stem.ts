import { startOf } from '../../../language/located.ts';
import type { Template } from '../../template.ts';
import { placeOfKey, type Remark, type Rule } from '../rule.ts';

export const stem: Rule = {
  name: 'stem',
  about: 'A question has a text, and no two have the same title or text.',
  template: template =>
    template.stem.text === ''
      ? [{ ...startOf(template.stem), message: 'the question has no text: write it below the front matter' }]
      : [],
  bank: (template, bank) =>
    bank.all().flatMap((other): Remark[] => {
      if (other.id === template.id) return [];
      if (same(titleOf(other), titleOf(template)))
        return [
          {
            ...placeOfKey(template, 'title'),
            message: `${other.id} has the same title: say in each what sets it apart`,
          },
        ];
      if (template.stem.text !== '' && same(textOf(other), textOf(template)))
        return [{ ...startOf(template.stem), message: `${other.id} asks the same: drop one of the two` }];
      return [];
    }),
};

const titleOf = ({ title }: Template): string => title;
const textOf = ({ stem: own, parts }: Template): string => [own.text, ...parts.map(({ ask }) => ask.text)].join(' ');

function same(one: string, other: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return plain(one) === plain(other);
}
