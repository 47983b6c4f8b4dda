import { startOf } from '../../../language/located.ts';
import type { Rejected } from '../../rejected.ts';
import type { Rule } from '../rule.ts';

/** More attempts than these make questions slow to open, and say that draws and conditions do not fit together. */
const MOST_ATTEMPTS = 10;
/** Of fewer variants the mean says little. */
const ENOUGH = 100;

interface Reason {
  readonly first: Rejected;
  count: number;
}

export const rejection: Rule = {
  name: 'rejection',
  about: `A variant takes at most ${MOST_ATTEMPTS} attempts on average: the draws fit the conditions.`,
  watch: () => {
    const reasons = new Map<string, Reason>();
    let variants = 0;
    let total = 0;
    return {
      see: ({ kind, rejected }) => {
        if (kind !== 'given') variants++;
        total += rejected.length;
        for (const reason of rejected) {
          const known = reasons.get(keyOf(reason));
          if (known) known.count++;
          else reasons.set(keyOf(reason), { first: reason, count: 1 });
        }
        return [];
      },
      end: () => {
        const mean = total / variants + 1;
        const most = [...reasons.values()].toSorted((a, b) => b.count - a.count)[0];
        if (!most || variants < ENOUGH || mean <= MOST_ATTEMPTS) return [];
        const share = Math.round((100 * most.count) / total);
        const message = `a variant takes ${mean.toFixed(1)} attempts on average, at most ${MOST_ATTEMPTS} should do; ${share} % of the draws fail because ${most.first.message}: draw from what fits, or relax the condition`;
        return [{ ...startOf(most.first.place), message }];
      },
    };
  },
};

/** The same thing is said of other numbers at other seeds. */
function keyOf({ message, place }: Rejected): string {
  return `${place.line}:${place.column} ${message.replaceAll(/\d+(?:\.\d+)?/g, '#')}`;
}
