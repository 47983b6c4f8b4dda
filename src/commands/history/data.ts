import { keyData } from '../../answers/answers.ts';
import type { Past } from '../../app/history/past.ts';
import { isSelfMarked, mistakesIn } from '../../app/logged-mark.ts';
import type { Variant } from '../../bank/variant.ts';
import type { Correction, EffectiveReview } from '../../schedule/review.ts';
import { dayDate } from '../../schedule/study-day.ts';
import { partData } from '../mark.ts';

/** Answers of the history for scripts. */

export function reviewData(review: EffectiveReview): Record<string, unknown> {
  const { id, question, hash, seed, vars, reply, credit, rating, guess, mode, at, ms, undone } = review;
  const { key, hint, zone, day, device, recall, remarked, exam, scratch = [] } = review;
  return {
    review: id,
    id: question,
    hash,
    seed,
    vars,
    reply,
    credit,
    self: isSelfMarked(review.mark),
    mistakes: mistakesIn(review.mark),
    rating,
    guess,
    mode,
    at: at.toISOString(),
    ms,
    undone,
    key,
    hint,
    zone,
    day: dayDate(day),
    device,
    recall,
    remarked,
    exam,
    scratch,
  };
}

/** One answer in full: as it stands now, as it was given, its question, and what became of it. */
export function pastData({ now, written, title, mark, variant, agrees, caveat, corrections, consequence }: Past) {
  return {
    ...reviewData(now),
    title,
    given: { credit: written.credit, rating: written.rating, parts: mark.parts.map(partData) },
    question: variant && questionData(variant),
    agrees,
    caveat,
    due: consequence && dayDate(consequence.dueDay),
    stability: consequence?.stability ?? null,
    corrections: corrections.map(correctionData),
  };
}

function questionData({ stem, parts, hint, solution }: Variant): Record<string, unknown> {
  return {
    stem,
    parts: parts.map(({ name, ask, credits, key }) => ({ name, kind: key.kind, ask, credits, ...keyData(key) })),
    hint,
    solution,
  };
}

function correctionData({ id, kind, rating, remark, at, device }: Correction): Record<string, unknown> {
  const { hash = null, credit = null } = remark ?? {};
  return { correction: id, kind, rating, credit, hash, at: at.toISOString(), device };
}
