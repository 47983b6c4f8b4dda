import { spokenKey } from './words.ts';

/** What keys do, as it is said. */

interface KeyInTable {
  readonly keys: readonly string[];
  readonly does: object;
  readonly footer?: string;
}

/** What the eye sees without a word about it: a cursor in a list, numbers before ratings, and the clock. */
const UNSEEN: Readonly<Record<string, (key: string) => string>> = {
  down: () => 'Up or Down move',
  'rate-again': () => '1 to 4 rate otherwise',
  time: key => `${key} time left`,
};

/** The keys of the footer, the most useful first, and those that it can do without. */
export function heardKeys(active: readonly KeyInTable[]): readonly string[] {
  const [first, ...others] = active.flatMap(({ keys: [key = ''], footer }) =>
    footer === undefined ? [] : [`${spokenKey(key)} ${footer}`],
  );
  const unseen = Object.entries(UNSEEN).flatMap(([action, words]) => {
    const one = active.find(({ does, footer }) => footer === undefined && 'action' in does && does.action === action);
    return one ? [words(spokenKey(one.keys[0] ?? ''))] : [];
  });
  return [...(first === undefined ? [] : [first]), ...unseen, ...others];
}
