/** Which questions are to be met today for the first time. */

import type { Card } from './review.ts';
import type { Syllabus } from './syllabus.ts';

interface FreshInput {
  readonly syllabus: Syllabus;
  readonly cards: ReadonlyMap<string, Card>;
  readonly aside: { readonly has: (question: string) => boolean };
  readonly today: number;
}

/**
 * So many questions never rated, in the order of the syllabus: spread over the topics, and what is required first. Those
 * that are related to one already chosen, or met today, wait for another day while there are others, and so does what
 * requires one that waits.
 */
export function freshQuestions({ syllabus, cards, aside, today }: FreshInput, room: number): string[] {
  if (room <= 0) return [];
  const met = [...cards.values()].filter(({ firstDay }) => firstDay === today).map(({ question }) => question);
  const chosen: string[] = [];
  const waiting = new Set<string>();
  const order = syllabus.order(id => !(cards.has(id) || aside.has(id)));
  for (const id of order) {
    const isRelated = [...met, ...chosen].some(other => syllabus.related(id, other));
    if (isRelated || syllabus.requires(id).some(before => waiting.has(before))) waiting.add(id);
    else chosen.push(id);
    if (chosen.length === room) return chosen;
  }
  // What is required still comes before what requires it.
  const all = new Set([...chosen, ...[...waiting].slice(0, room - chosen.length)]);
  return order.filter(id => all.has(id));
}
