import { localTime } from '../app/local-time.ts';
import { type Circumstances, reviewOf } from '../app/marking.ts';
import { markVariant } from '../bank/marking.ts';
import { dueAt } from '../schedule/memory.ts';
import { RATINGS, type Rating } from '../schedule/review.ts';
import { type Context, questionOf } from './context.ts';
import { UsageError } from './errors.ts';
import { type MarkOptions, partData, partLines, percent } from './mark.ts';
import { printJson, printLines, widthOf } from './output.ts';
import { momentOf, speedNow } from './schedule/today.ts';
import { chosenVariant, repliesFor } from './variant-options.ts';

/** `tutor review ID`: marks and records, as a study session does. */
export function review(
  context: Context,
  id: string,
  options: MarkOptions & { readonly rating?: string; readonly guess?: boolean },
): void {
  const { environment } = context;
  const variant = chosenVariant(questionOf(context, id), options);
  const replies = repliesFor(variant, options.reply);
  const own = ratingOption(options.rating);
  const mark = markVariant(variant, replies);
  const parts = mark.parts.map(partData);
  const question = variant.template.id;
  const store = context.store();
  const before = store.card(question);
  const usual = speedNow(context).usual(question);
  // As in a session: a reply that cannot be read costs nothing, so it is not recorded either.
  const readable = mark.parts.every(part => part.error === null);
  const when = momentOf(context);
  const about: Circumstances = {
    ...CIRCUMSTANCES,
    card: before,
    usual,
    guess: options.guess ?? false,
    at: when.at,
    zone: when.zone,
    rating: own,
  };
  const recall = before && store.scheduler().retrievability(before, when.day);
  const recorded = readable
    ? store.record({ ...reviewOf(variant, replies, mark, about).row, recall }, variant.template)
    : null;
  const card = store.card(question);
  const due = card && dueAt(card);
  const { id: reviewId = null, rating = null } = recorded ?? {};
  if (options.json) {
    printJson(environment, {
      review: reviewId,
      mode: recorded?.mode ?? null,
      credit: mark.credit,
      parts,
      rating,
      due: due?.toISOString() ?? null,
      stability: card?.stability ?? null,
    });
    return;
  }
  const until = due ? `; due ${localTime(due, environment.zone)}` : '';
  const outcome = recorded
    ? `credit: ${percent(mark.credit)}, ${consequence(rating)}${until}`
    : 'Nothing was recorded.';
  printLines(environment, [...partLines(parts, widthOf(environment)), outcome]);
}

/** Nobody watched: a reply from a script has neither a time nor a hint. */
const CIRCUMSTANCES = { lane: 'study', hint: false, reread: false, ms: null } as const;

function consequence(rating: Rating | null): string {
  return rating === null ? 'practice: answered before in this study day, the schedule stays' : `rated ${rating}`;
}

function ratingOption(text: string | undefined): Rating | null {
  if (text === undefined) return null;
  const rating = RATINGS.find(name => name === text);
  if (!rating) throw new UsageError(`--rating must be one of ${RATINGS.join(', ')}, not "${text.slice(0, 40)}"`);
  return rating;
}
