import { type Standing, standingOf } from '../../app/standing.ts';
import { asideOf } from '../../schedule/aside.ts';
import type { Context } from '../context.ts';
import { momentOf } from './today.ts';

/** How every question stands at this moment. */
export function standingsNow(context: Context): (question: { readonly id: string }) => Standing {
  const store = context.store();
  const cards = store.cards();
  const aside = asideOf(store.settings(), cards);
  const recallOf = store.scheduler().retrievability;
  const { day: today } = momentOf(context);
  return ({ id }) => standingOf({ card: cards.get(id) ?? null, aside: aside.has(id), today, recallOf });
}
