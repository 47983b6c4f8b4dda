import { consequenceOf } from '../../app/history/consequence.ts';
import { loggedMark } from '../../app/history/logged.ts';
import { type Past, rebuild } from '../../app/history/past.ts';
import type { Template } from '../../bank/template.ts';
import type { EffectiveReview, Review } from '../../schedule/review.ts';
import type { Context } from '../context.ts';

/** Old answers, with all that the history and the bank know of them. */

/** The question as it was; null where that is not kept. */
export function templateThen(
  { bank, store }: Pick<Context, 'bank' | 'store'>,
  { question, hash }: Pick<Review, 'question' | 'hash'>,
): Template | null {
  const kept = store().version(question, hash);
  if (isTemplate(kept)) return kept;
  // Answers from before questions were kept may be to the very version in the bank.
  const today = bank.get(question);
  return today?.hash === hash ? today : null;
}

/** What came from elsewhere may be anything. What goes wrong when it is made is told, but its title is shown before that. */
function isTemplate(kept: unknown): kept is Template {
  return typeof kept === 'object' && kept !== null && 'title' in kept && typeof kept.title === 'string';
}

/** The part of it that no other answer matters to. */
export function givenThen(context: Pick<Context, 'bank' | 'store'>, now: EffectiveReview): GivenThen {
  const written = context.store().recorded(now.id) ?? now;
  const template = templateThen(context, written);
  return {
    ...rebuild(written, template),
    title: template?.title ?? context.bank.get(now.question)?.title ?? now.question,
    written,
    mark: loggedMark(written),
  };
}

type GivenThen = Omit<Past, 'now' | 'corrections' | 'consequence'>;

export function pastOf(context: Pick<Context, 'bank' | 'store'>, now: EffectiveReview): Past {
  const store = context.store();
  return {
    ...givenThen(context, now),
    now,
    corrections: store.correctionsOf(now.id),
    consequence: consequenceOf(now, store.reviews({ question: now.question }), store.scheduler()),
  };
}

/** Titles of today, and for questions that are gone those of then; each is looked up once. */
export function titles(context: Pick<Context, 'bank' | 'store'>): (review: EffectiveReview) => string {
  const known = new Map<string, string>();
  return review => {
    const { question } = review;
    const title =
      known.get(question) ?? context.bank.get(question)?.title ?? templateThen(context, review)?.title ?? question;
    known.set(question, title);
    return title;
  };
}
