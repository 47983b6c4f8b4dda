import { keyData } from '../answers/answers.ts';
import { isSingleSlip, type Mark } from '../answers/parts.ts';
import type { Variant } from '../bank/variant.ts';
import { isFirstAttempt, retrievability } from '../schedule/memory.ts';
import { ratingFor } from '../schedule/rating.ts';
import type { Card, Mode, NewReview, Rating } from '../schedule/review.ts';

/** From a mark to a row of the log. */

/** What is known of an answer beside the reply itself. */
export interface Circumstances {
  readonly lane: 'study' | 'drill';
  readonly card: Card | null;
  /** Times of this question's earlier right answers. */
  readonly earlierMs: readonly number[];
  readonly hint: boolean;
  /** The student declared a guess. */
  readonly guess: boolean;
  readonly ms: number | null;
  readonly at: Date;
  readonly zone: string;
  /** The student's own rating; null to take it from the mark. */
  readonly rating: Rating | null;
}

/** The row of the log for an answer. Only the first attempt of a study day, and never a drill, carries a rating. */
export function reviewOf(variant: Variant, replies: readonly string[], mark: Mark, about: Circumstances): NewReview {
  const { template, seed, vars, parts } = variant;
  const { lane, card, hint, guess, ms, at, zone } = about;
  const mode: Mode = lane === 'drill' ? 'drill' : isFirstAttempt(card, at, zone) ? 'study' : 'practice';
  return {
    question: template.id,
    hash: template.hash,
    seed,
    vars,
    key: Object.fromEntries(parts.map(({ name, key }) => [name, keyData(key).key])),
    reply: replies,
    credit: mark.credit,
    mark,
    rating: mode === 'study' ? (about.rating ?? suggestedRating(variant, mark, about)) : null,
    ms,
    mode,
    hint,
    guess,
    at,
    zone,
    recall: card && retrievability(card, at, zone),
  };
}

export function suggestedRating({ template }: Variant, mark: Mark, about: Circumstances): Rating {
  const { hint, guess, ms, earlierMs } = about;
  const expectedMs = template.minutes === null ? null : template.minutes * 60_000;
  return ratingFor({
    credit: mark.credit,
    singleSlip: isSingleSlip(mark),
    hint,
    guess,
    ms,
    earlierMs: [...earlierMs],
    expectedMs,
  });
}
