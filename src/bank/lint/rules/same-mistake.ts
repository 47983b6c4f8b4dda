import { keyMistakes } from '../../../answers/answers.ts';
import { startOf } from '../../../language/located.ts';
import type { Mistake } from '../../template.ts';
import { mistakeFinder } from '../misconceptions.ts';
import type { Remark, Rule } from '../rule.ts';

/** Two mistakes of one part, as long as no seed has told them apart. */
interface Pair {
  readonly part: string;
  readonly first: Mistake;
  readonly second: Mistake;
}

export const sameMistake: Rule = {
  name: 'same-mistake',
  about: 'No two mistakes of a part lead to the same at every seed: only the first would be told.',
  watch: template => {
    const { behind } = mistakeFinder(template);
    let pairs: readonly Pair[] | null = null;
    return {
      see: ({ variant: { parts }, kind }) => {
        // Once all are told apart there is nothing to look for. Of the given variant some may be missing.
        if (kind === 'given' || pairs?.length === 0) return [];
        const together = parts.flatMap(({ name, key }): Pair[] => {
          const known = keyMistakes(key).map(one => ({ ...one, value: JSON.stringify(one.value) }));
          const written = behind(known, name);
          return known.flatMap(({ value }, j) =>
            known.slice(0, j).flatMap((other, i): Pair[] => {
              const first = written[i];
              const second = written[j];
              return first && second && first !== second && other.value === value
                ? [{ part: name, first, second }]
                : [];
            }),
          );
        });
        const before = pairs;
        pairs = before === null ? together : before.filter(pair => together.some(other => isSame(pair, other)));
        return [];
      },
      end: () =>
        (pairs ?? []).map(({ part, first, second }): Remark => {
          const message = `part ${part}: this mistake leads to the same as the one of line ${first.line} at every seed, so only that one is told: join the two`;
          return { ...startOf(second), message };
        }),
    };
  },
};

function isSame(one: Pair, other: Pair): boolean {
  return one.part === other.part && one.first === other.first && one.second === other.second;
}
