import { keyData } from '../answers/answers.ts';
import { isSingleSlip, type Mark } from '../answers/parts.ts';
import type { Variant } from '../bank/variant.ts';
import { isFirstAttempt } from '../schedule/memory.ts';
import { type RatingReason, ratingFor } from '../schedule/rating.ts';
import type { Attempted, Card, Mode, Rating } from '../schedule/review.ts';
import type { Usual } from '../schedule/speed.ts';
import { studyDayNumber } from '../schedule/study-day.ts';

/** From a mark to a row of the log. */

/** What is known of an answer beside the reply itself. */
export interface Circumstances {
  readonly lane: 'study' | 'drill';
  readonly card: Card | null;
  /** How long a right answer usually takes this student. */
  readonly usual: Usual;
  readonly hint: boolean;
  /** The student declared a guess. */
  readonly guess: boolean;
  /** The question was left and read a second time. */
  readonly reread: boolean;
  readonly ms: number | null;
  readonly at: Date;
  readonly zone: string;
  /** The student's own rating; null to take it from the mark. */
  readonly rating: Rating | null;
}

/** An answer as the log takes it, and why it was rated so. */
export interface Judged {
  readonly row: Attempted;
  readonly because: RatingReason | null;
}

/** Only the first attempt of a study day, and never a drill, carries a rating. */
export function reviewOf(variant: Variant, replies: readonly string[], mark: Mark, about: Circumstances): Judged {
  const { template, seed, vars, parts } = variant;
  const { lane, card, hint, guess, ms, at, zone } = about;
  const isFirst = isFirstAttempt(card, studyDayNumber(at, zone));
  const mode: Mode = lane === 'drill' ? 'drill' : isFirst ? 'study' : 'practice';
  const judged = suggestedRating(mark, about);
  const isRated = mode === 'study';
  const row: Attempted = {
    question: template.id,
    hash: template.hash,
    seed,
    vars,
    key: Object.fromEntries(parts.map(({ name, key }) => [name, keyData(key).key])),
    reply: replies,
    credit: mark.credit,
    mark,
    rating: isRated ? (about.rating ?? judged.rating) : null,
    ms,
    mode,
    hint,
    guess,
    at,
    zone,
    exam: null,
  };
  return { row, because: isRated && about.rating === null ? judged.because : null };
}

export function suggestedRating(
  mark: Mark,
  { hint, guess, reread, ms, usual }: Pick<Circumstances, 'hint' | 'guess' | 'reread' | 'ms' | 'usual'>,
): ReturnType<typeof ratingFor> {
  return ratingFor({ credit: mark.credit, singleSlip: isSingleSlip(mark), hint, guess, reread, ms, usual });
}
