import type { Scheduler } from '../../schedule/memory.ts';
import type { Correction, EffectiveReview, Memory, Remark } from '../../schedule/review.ts';
import { sameData } from './same-data.ts';

/** Whether new marks move a card. */

/** A question's memory, were these marks in force. */
export function memoryWith(
  question: string,
  rows: readonly EffectiveReview[],
  remarks: ReadonlyMap<string, Remark>,
  /** Whether the student rated a review, which stands above its marks. */
  isOwn: (review: string) => boolean,
  { replay }: Pick<Scheduler, 'replay'>,
): Memory | null {
  const changed = rows.map(row => {
    const remark = remarks.get(row.id);
    return remark && !isOwn(row.id) ? { ...row, rating: remark.rating } : row;
  });
  return replay(question, changed);
}

export function isOwnRating(corrections: readonly Correction[]): boolean {
  return corrections.some(({ kind }) => kind === 'rating');
}

export function isMoved(before: Memory | null, after: Memory | null): boolean {
  const schedule = (memory: Memory | null): unknown =>
    memory && [memory.dueDay, memory.stability, memory.difficulty, memory.reps, memory.lapses];
  return !sameData(schedule(before), schedule(after));
}
