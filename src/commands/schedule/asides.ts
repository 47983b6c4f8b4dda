import { type AsideRow, asideRow } from '../../app/aside/advice.ts';
import { type AsideSetting, asideOf, asideSetting } from '../../schedule/aside.ts';
import type { Card } from '../../schedule/review.ts';
import type { Context } from '../context.ts';
import { momentOf } from './today.ts';

/** What of the bank is set aside, with reasons; and setting aside and bringing back. */

export function asideRows(context: Context): AsideRow[] {
  const { bank, syllabus } = context;
  const store = context.store();
  const cards = store.cards();
  const scheduler = store.scheduler();
  const { day } = momentOf(context);
  const asides = [...asideOf(store.settings(), cards).values()];
  const mistakes = asides.length > 0 ? store.mistakes() : [];
  return asides.flatMap(aside => {
    const template = bank.get(aside.question);
    if (!template) return [];
    const retrievability = (card: Card): number => scheduler.retrievability(card, day);
    return [asideRow({ aside, title: template.title, syllabus: syllabus(), cards, retrievability, mistakes })];
  });
}

export function setAside({ store }: Context, question: string): void {
  const value: AsideSetting = { aside: true };
  store().set(asideSetting(question), value);
}

export function bringBack({ store }: Context, question: string): void {
  const value: AsideSetting = { back: store().card(question)?.lapses ?? 0 };
  store().set(asideSetting(question), value);
}
