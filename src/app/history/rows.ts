import type { EffectiveReview } from '../../schedule/review.ts';
import { isSelfMarked } from '../logged-mark.ts';

/** An answer as a list shows it: long lists keep nothing else of it. */
export interface HistoryRow
  extends Pick<EffectiveReview, 'question' | 'at' | 'zone' | 'credit' | 'rating' | 'mode' | 'undone' | 'remarked'> {
  readonly review: string;
  readonly title: string;
  readonly self: boolean;
}

export function historyRow(review: EffectiveReview, title: string): HistoryRow {
  const { id, question, at, zone, credit, rating, mode, undone, remarked } = review;
  const self = isSelfMarked(review.mark);
  return { review: id, question, title, at, zone, credit, self, rating, mode, undone, remarked };
}

/** What became of it, in a word or two. */
export function outcomeOf({ undone, rating, mode }: Pick<HistoryRow, 'undone' | 'rating' | 'mode'>): string {
  return undone ? 'taken back' : (rating ?? mode);
}
