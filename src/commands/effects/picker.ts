import { EMPTY_TEXT, insert } from '../../app/entries/text.ts';
import type { Effect, Event } from '../../app/events.ts';
import { catalogueOf } from '../../app/picker/catalogue.ts';
import { findings } from '../../app/picker/found.ts';
import type { Context } from '../context.ts';
import { standingsNow } from '../schedule/standings.ts';

/** What the picker asks of the bank: the list that a query gives, with the cursor on its first row or on what is named. */
export function find(context: Context, { query, cursor, at = null }: Extract<Effect, { type: 'find' }>): Event {
  const store = context.store();
  const catalogue = catalogueOf(context.bank.templates);
  const last = (question: string): number | null => {
    const review = store.lastShown(question);
    return review && !review.undone ? review.credit : null;
  };
  const results = findings({ catalogue, standing: standingsNow(context), last }, query);
  const typed = insert(EMPTY_TEXT, query);
  const row = results.found.findIndex(({ place }) => place === at);
  return {
    type: 'opened',
    screen: {
      name: 'picker',
      entry: { ...typed, cursor: cursor ?? typed.cursor },
      ...results,
      row: Math.max(0, row),
    },
  };
}
