import { startOf } from '../../../language/located.ts';
import { fences } from '../fences.ts';
import type { Remark, Rule } from '../rule.ts';

/** ① for 1, and so on to ⑳. */
const signOf = (blank: string): string => String.fromCodePoint(0x245f + Number(blank));

export const blanks: Rule = {
  name: 'blanks',
  about: 'The number of each blank stands once in a figure of the text, as ① to ⑳.',
  template: ({ stem, parts }) =>
    parts.flatMap(({ answer }): Remark[] => {
      if (answer.kind !== 'match') return [];
      const drawn = fences(stem.text).flatMap(({ lines }) => [...lines.join('')]);
      return answer.pairs.flatMap(({ blank, is }): Remark[] => {
        const times = blank === null ? 1 : drawn.filter(sign => sign === signOf(blank)).length;
        if (times === 1 || blank === null) return [];
        const where = times === 0 ? 'in no figure' : `${times} times`;
        return [{ ...startOf(is), message: `blank ${blank}: ${signOf(blank)} stands ${where}: draw it once` }];
      });
    }),
};
