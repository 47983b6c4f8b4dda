import type { PartMark } from '../../answers/kind.ts';
import { isSingleSlip, type Mark } from '../../answers/parts.ts';
import { markVariant } from '../../bank/marking.ts';
import type { Template } from '../../bank/template.ts';
import { ratingFor } from '../../schedule/rating.ts';
import type { Correction, Rating, Remark, Review } from '../../schedule/review.ts';
import { loggedMark } from './logged.ts';
import { sameData, sameNumber } from './same-data.ts';
import { variantNow } from './variant-now.ts';

/** Marking an old reply again, by its question as it is now and with the numbers of then. */

export type Remarked =
  /** The question is the one that the reply was marked by last. */
  | { readonly type: 'current' }
  /** Another version of the question, and the same mark. */
  | { readonly type: 'same' }
  | { readonly type: 'changed'; readonly before: Pick<Remark, 'credit' | 'rating'>; readonly remark: Remark }
  /** The reply cannot be held against the question as it is now. */
  | { readonly type: 'left'; readonly reason: string };

/** A question at two times. */
export interface Versions {
  /** As it was when it was answered; null where that is not kept. */
  readonly was: Template | null;
  /** null where it is not in the bank any more. */
  readonly now: Template | null;
}

/**
 * @param review as it was written
 * @param corrections its own, oldest first
 */
export function remarkOf(review: Review, corrections: readonly Correction[], { was, now }: Versions): Remarked {
  if (!now) return { type: 'left', reason: 'the question is not in the bank any more' };
  const before: Remark = corrections.findLast(({ remark }) => remark !== null)?.remark ?? review;
  if (now.hash === before.hash) return { type: 'current' };
  const variant = variantNow(review, was, now);
  if (typeof variant === 'string') return { type: 'left', reason: variant };
  const mark = markVariant(variant, review.reply);
  if (mark.parts.some(({ error }) => error !== null)) {
    return { type: 'left', reason: 'the reply cannot be read as an answer to it as it is now' };
  }
  if (sameMark(mark, loggedMark(before))) return { type: 'same' };
  const { credit, rating } = before;
  const remark = { hash: now.hash, credit: mark.credit, mark, rating: ratingNow(review, before, mark) };
  return { type: 'changed', before: { credit, rating }, remark };
}

/** Wording apart, which says nothing of what the reply is worth. */
function sameMark(one: Mark, logged: Mark): boolean {
  return sameNumber(one.credit, logged.credit) && sameData(one.parts.map(substance), logged.parts.map(substance));
}

const substance = ({ name, credit, mistake, carried, cells }: PartMark): unknown => {
  return { name, credit, mistake, carried, cells: cells ?? null };
};

/** How long the answer took was judged when it was given. */
const UNTIMED = { reread: false, ms: null, usual: { from: 'author', ms: 0 } } as const;

/** The rating follows the credit, and stays where that does. What was hard is no easier for being right after all. */
function ratingNow({ hint, guess }: Review, before: Remark, mark: Mark): Rating | null {
  if (before.rating === null || sameNumber(mark.credit, before.credit)) return before.rating;
  const { rating } = ratingFor({ credit: mark.credit, singleSlip: isSingleSlip(mark), hint, guess, ...UNTIMED });
  return rating === 'good' && before.rating === 'hard' ? 'hard' : rating;
}
