import type { Want } from './candidates.ts';

/** Words for what a slot asks for. */

/** `9 questions of 2 credits each on rnn or lstm (choice, marked all-or-nothing)` */
export function wanted({ slot, count }: Want): string {
  const { ids, topics, kinds, rule, each, worth } = slot;
  const amount = count === null ? `${worth} ${worth === 1 ? 'credit' : 'credits'}` : plural(count, 'question');
  const sizes = each === null ? '' : ` of ${each} credits${count === 1 ? '' : ' each'}`;
  const on = ids ? ` of the ${ids.length} that are named` : topics.length === 0 ? '' : ` on ${listed(topics, 'or')}`;
  const terms = [...(kinds.length === 0 ? [] : [listed(kinds, 'or')]), ...(rule === null ? [] : [`marked ${rule}`])];
  return `${amount}${sizes}${on}${terms.length === 0 ? '' : ` (${terms.join(', ')})`}`;
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `a, b and c` */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
