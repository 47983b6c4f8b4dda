import { keyMistakes } from '../../../answers/answers.ts';
import { startOf } from '../../../language/located.ts';
import type { Mistake } from '../../template.ts';
import { mistakeFinder } from '../misconceptions.ts';
import type { Rule } from '../rule.ts';

export const idleMistake: Rule = {
  name: 'idle-mistake',
  about: 'Every mistake shows at some seed.',
  watch: template => {
    const { candidates } = mistakeFinder(template);
    const seen = new Set<Mistake>();
    let variants = 0;
    return {
      see: ({ variant: { parts } }) => {
        variants++;
        for (const { name, key } of seen.size === template.mistakes.length ? [] : parts) {
          for (const known of keyMistakes(key)) for (const mistake of candidates(known, name)) seen.add(mistake);
        }
        return [];
      },
      end: () =>
        template.mistakes
          .filter(mistake => variants > 0 && !seen.has(mistake))
          .map(mistake => ({
            ...startOf(mistake),
            message:
              'this mistake shows at no seed: its value is that of the key, it changes no answer, or mistakes before it take its place',
          })),
    };
  },
};
