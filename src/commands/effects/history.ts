import type { Event } from '../../app/events.ts';
import { historyRow } from '../../app/history/rows.ts';
import type { Given, HistoryNews, HistoryWish } from '../../app/history/state.ts';
import { turnText } from '../../app/history/turn-text.ts';
import type { Lane } from '../../app/state.ts';
import type { EffectiveReview } from '../../schedule/review.ts';
import { StoreError } from '../../store/errors.ts';
import type { Context } from '../context.ts';
import { givenThen, pastOf, titles } from '../history/past.ts';
import { earlierAnswers, presentedWith } from './presenting.ts';

/** What the history screens ask for, carried out. */

export const CANNOT_BE_MADE =
  'It cannot be tried again: the question as it was cannot be made any more. Its record is all that is left of it.';

export function historyEffect(context: Context, wish: HistoryWish): Event {
  switch (wish.type) {
    case 'list':
      return news(list(context, wish));
    case 'look':
      return news({ type: 'looked', given: givenIn(context, wish.review) });
    case 'open':
      return news({ type: 'opened', past: pastOf(context, existing(context, wish.review)) });
    case 'turn':
      return news(turn(context, existing(context, wish.review)));
    case 'retry': {
      const { variant } = pastOf(context, existing(context, wish.review));
      return variant ? news({ type: 'ready', review: wish.review }) : { type: 'notice', text: CANNOT_BE_MADE };
    }
  }
}

const news = (report: HistoryNews): Event => ({ type: 'history', news: report });

/** @throws StoreError */
function existing({ store }: Context, id: string): EffectiveReview {
  const review = store().reviewById(id);
  if (!review) throw new StoreError(`There is no review ${id} in the history any more.`);
  return review;
}

/** Answers looked at last, as a cursor goes back and forth; an answer as it was given never changes. */
const looked = new WeakMap<ReturnType<Context['store']>, Map<string, Given>>();
const MOST_LOOKED = 60;

function givenIn(context: Context, id: string): Given {
  const store = context.store();
  const known = looked.get(store) ?? new Map<string, Given>();
  looked.set(store, known);
  const found = known.get(id);
  if (found !== undefined) return found;
  if (known.size >= MOST_LOOKED) known.clear();
  const given = givenThen(context, existing(context, id));
  known.set(id, given);
  return given;
}

/** One more than asked for tells whether there are more. */
function list(context: Context, { query, before, count, select }: Extract<HistoryWish, { type: 'list' }>): HistoryNews {
  const reviews = context.store().reviews({
    limit: count + 1,
    ...(before === null ? {} : { before }),
    ...(query === '' ? {} : { containing: query }),
  });
  const title = titles(context);
  const rows = reviews.slice(0, count).map(review => historyRow(review, title(review)));
  return { type: 'listed', query, before, rows, more: reviews.length > count, select };
}

function turn(context: Context, review: EffectiveReview): HistoryNews {
  const store = context.store();
  const { id, question, undone } = review;
  const before = store.card(question);
  store.correct(id, { kind: undone ? 'restore' : 'undo' });
  const title = titles(context)(review);
  const now = existing(context, id);
  return {
    type: 'turned',
    row: historyRow(now, title),
    past: pastOf(context, now),
    text: turnText(!undone, title, before, store.card(question)),
  };
}

/** The question of an old answer, as it was and with its numbers. */
export function presentAgain(context: Context, lane: Extract<Lane, { kind: 'replay' }>): readonly Event[] {
  const { variant, caveat } = pastOf(context, existing(context, lane.review));
  if (!variant) throw new StoreError(CANNOT_BE_MADE);
  const presented = presentedWith(context, lane, {
    variant,
    why: 'practice',
    left: null,
    earlier: earlierAnswers(context, variant.template.id),
  });
  return caveat === null ? [presented] : [presented, { type: 'notice', text: caveat }];
}
