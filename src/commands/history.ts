import { isSelfMarked, mistakesIn } from '../app/logged-mark.ts';
import type { EffectiveReview } from '../schedule/review.ts';
import type { Context } from './context.ts';
import { wholeNumber } from './environment.ts';
import { percent } from './mark.ts';
import { columns, localTime, printJson, printLines } from './output.ts';

interface HistoryOptions {
  readonly json?: boolean;
  readonly limit?: string;
  readonly question?: string;
}

const MOST = 1_000_000;

/** `tutor history`: newest first. */
export function history({ environment, store }: Context, { json, limit, question }: HistoryOptions): void {
  const reviews = store().reviews({
    ...(limit === undefined ? {} : { limit: wholeNumber(limit, '--limit', MOST) }),
    ...(question === undefined ? {} : { question }),
  });
  if (json) printJson(environment, { reviews: reviews.map(data) });
  else if (reviews.length === 0) printLines(environment, ['No answers yet. "tutor study" begins.']);
  else printLines(environment, columns(reviews.map(line)));
}

function data(review: EffectiveReview): Record<string, unknown> {
  const { id, question, hash, seed, vars, reply, credit, rating, guess, mode, at, ms, undone } = review;
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
  };
}

function line({ at, zone, question, credit, mark, rating, mode, undone, id }: EffectiveReview): string[] {
  const what = undone ? 'taken back' : (rating ?? mode);
  const by = isSelfMarked(mark) ? 'self-marked' : '';
  return [localTime(at, zone), percent(credit).padStart(5), by, what, question, id];
}
