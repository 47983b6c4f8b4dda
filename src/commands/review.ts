import { markVariant, reviewOf } from '../app/marking.ts';
import { RATINGS, type Rating } from '../schedule/review.ts';
import { type Context, questionOf } from './context.ts';
import { Failure, UsageError } from './errors.ts';
import { type MarkOptions, partData, partLine, percent } from './mark.ts';
import { printJson, printLines } from './output.ts';
import { chosenVariant, repliesFor } from './variant-options.ts';

/** `tutor review ID`: marks and records, as a study session does. */
export function review(context: Context, id: string, options: MarkOptions & { readonly rating?: string }): void {
  const { environment } = context;
  const variant = chosenVariant(questionOf(context.bank, id), options);
  const replies = repliesFor(variant, options.reply);
  const own = ratingOption(options.rating);
  const mark = markVariant(variant, replies);
  const unread = mark.parts.find(part => part.error !== null);
  // As in a session: what cannot be read costs nothing, so it is not recorded either.
  if (unread) throw new Failure(`Nothing was recorded: part ${unread.name} cannot be read: ${unread.error}`);
  const store = context.store();
  const question = variant.template.id;
  const row = reviewOf(variant, replies, mark, {
    lane: 'study',
    card: store.card(question),
    earlierMs: [],
    hint: false,
    ms: null,
    at: environment.now(),
    zone: environment.zone,
    rating: own,
  });
  const recorded = store.record(row);
  const card = store.card(question);
  const { rating } = recorded;
  const due = card?.due.toISOString() ?? null;
  const parts = mark.parts.map(partData);
  if (options.json) {
    printJson(environment, {
      review: recorded.id,
      credit: mark.credit,
      parts,
      rating,
      due,
      stability: card?.stability ?? null,
    });
    return;
  }
  const moved = rating === null ? 'practice: answered before in this study day, the schedule stays' : `rated ${rating}`;
  printLines(environment, [...parts.map(partLine), `credit: ${percent(mark.credit)}, ${moved}; due ${due}`]);
}

function ratingOption(text: string | undefined): Rating | null {
  if (text === undefined) return null;
  const rating = RATINGS.find(name => name === text);
  if (!rating) throw new UsageError(`--rating must be one of ${RATINGS.join(', ')}, not "${text.slice(0, 40)}"`);
  return rating;
}
