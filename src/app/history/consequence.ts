import type { Scheduler } from '../../schedule/memory.ts';
import type { EffectiveReview, Memory } from '../../schedule/review.ts';

/** What an answer did to the memory of its question, by the schedule in force. */
export interface Consequence {
  /** Study days until the question was due again. */
  readonly days: number;
  /** The study day that it was due on. */
  readonly dueDay: number;
  /** Days until recall falls to 90 %. */
  readonly stability: number;
}

/**
 * @param rows all of the question, in any order
 * @returns null where it does not count: practice, taken back, or not the first of its study day
 */
export function consequenceOf(
  { id, question }: EffectiveReview,
  rows: readonly EffectiveReview[],
  { counted, replay }: Pick<Scheduler, 'counted' | 'replay'>,
): Consequence | null {
  const counting = counted(rows);
  const at = counting.findIndex(row => row.id === id);
  const memory = at < 0 ? null : replay(question, counting.slice(0, at + 1));
  return memory && asConsequence(memory);
}

function asConsequence({ dueDay, lastDay, stability }: Memory): Consequence {
  return { days: dueDay - lastDay, dueDay, stability };
}
