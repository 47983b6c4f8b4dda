import { keyData, markReply } from '../answers/answers.ts';
import type { PartMark } from '../answers/kind.ts';
import type { Variant, VariantPart } from '../bank/variant.ts';
import { isFirstAttempt, retrievability } from '../schedule/memory.ts';
import { ratingFor } from '../schedule/rating.ts';
import type { Card, Mode, NewReview, Rating } from '../schedule/review.ts';

/** From replies to a mark, and from a mark to a row of the log. */

export interface Mark {
  /** 0 … 1: the share of the question's credits. */
  readonly credit: number;
  readonly parts: readonly PartMark[];
}

/** @param replies one a part, in order; a missing one counts as no answer */
export function markVariant({ parts }: Variant, replies: readonly string[]): Mark {
  const marks = parts.map((part, i) => markReply(part.name, replies[i] ?? '', part.key));
  const total = parts.reduce((sum, part) => sum + part.credits, 0);
  const earned = marks.reduce((sum, mark, i) => sum + mark.credit * (parts[i] as VariantPart).credits, 0);
  return { credit: marks.every(mark => mark.credit === 1) ? 1 : earned / total, parts: marks };
}

/** What is known of an answer beside the reply itself. */
export interface Circumstances {
  readonly lane: 'study' | 'drill';
  readonly card: Card | null;
  /** Times of this question's earlier right answers. */
  readonly earlierMs: readonly number[];
  readonly hint: boolean;
  readonly ms: number | null;
  readonly at: Date;
  readonly zone: string;
  /** The student's own rating; null to take it from the mark. */
  readonly rating: Rating | null;
}

/** The row of the log for an answer. Only the first attempt of a study day, and never a drill, carries a rating. */
export function reviewOf(variant: Variant, replies: readonly string[], mark: Mark, about: Circumstances): NewReview {
  const { template, seed, vars, parts } = variant;
  const { lane, card, hint, ms, at, zone } = about;
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
    at,
    zone,
    recall: card && retrievability(card, at, zone),
  };
}

export function suggestedRating({ template }: Variant, mark: Mark, about: Circumstances): Rating {
  const { hint, ms, earlierMs } = about;
  const expectedMs = template.minutes === null ? null : template.minutes * 60_000;
  return ratingFor({ credit: mark.credit, hint, guess: false, ms, earlierMs: [...earlierMs], expectedMs });
}
