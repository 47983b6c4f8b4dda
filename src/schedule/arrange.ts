/** In which order the chosen questions are asked. */

import type { Asked, TimeOf } from './choice.ts';
import type { Done, QueueInput, QueueItem } from './queue-input.ts';
import type { Card } from './review.ts';

/** New questions evenly among the reviews, going by how much of either is done today. */
export function mixed(
  due: readonly Card[],
  fresh: readonly Asked[],
  done: Done,
  input: QueueInput,
  timeOf: TimeOf,
): QueueItem[] {
  const [reviews, news] = [done.reviews + due.length, done.fresh + fresh.length];
  const items: QueueItem[] = [];
  let [d, f] = [0, 0];
  while (d < due.length || f < fresh.length) {
    // Compared as whole numbers: the share of the reviews done, and that of the new questions.
    const isReview = d < due.length && (f >= fresh.length || (done.reviews + d) * news <= (done.fresh + f) * reviews);
    if (isReview) {
      const { question, dueDay } = due[d++] as Card;
      items.push(item(question, dueDay <= input.today ? 'due' : 'ahead', input, timeOf));
    } else items.push(item((fresh[f++] as Asked).question, 'new', input, timeOf));
  }
  return items;
}

/** So many questions lie between two that are related, where there are others to ask. */
const BETWEEN = 3;

/**
 * The same items, related ones apart from each other and from what was asked last. No new question passes one that it
 * requires.
 */
export function apart(items: readonly QueueItem[], { syllabus, answered }: QueueInput): QueueItem[] {
  const last = answered.slice(-BETWEEN).map(({ question }) => question);
  const left = [...items];
  const order: QueueItem[] = [];
  const isOpen = ({ question, why }: QueueItem): boolean => {
    const required = why === 'new' ? syllabus.requires(question) : [];
    return !left.some(other => other.why === 'new' && required.includes(other.question));
  };
  const isApart = ({ question }: QueueItem): boolean => !last.some(other => syllabus.related(question, other));
  while (left.length > 0) {
    const fits = left.findIndex(each => isApart(each) && isOpen(each));
    // Circles of requirements leave none that is open.
    const at = fits >= 0 ? fits : Math.max(0, left.findIndex(isOpen));
    const [next] = left.splice(at, 1) as [QueueItem];
    order.push(next);
    last.push(next.question);
    if (last.length > BETWEEN) last.shift();
  }
  return order;
}

/** A question as it stands in the queue. */
export function item(question: string, why: QueueItem['why'], input: QueueInput, timeOf: TimeOf): QueueItem {
  const { cards, today, scheduler } = input;
  const card = cards.get(question) ?? null;
  return {
    question,
    why,
    card,
    retrievability: card && scheduler.retrievability(card, today),
    ms: timeOf(question),
  };
}
