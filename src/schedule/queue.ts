/** What to ask today: first what is due, then a measured number of new questions. */

import { retrievability } from './memory.ts';
import type { Card } from './review.ts';
import { studyDay } from './study-day.ts';

interface QueueQuestion {
  readonly id: string;
  readonly topics: readonly string[];
}

export interface QueueItem {
  readonly question: string;
  /** null for a question never rated. */
  readonly due: Date | null;
  readonly retrievability: number | null;
}

export interface QueueInput {
  /** The bank, in its own order. A card whose question is not in it is passed over; its history stays. */
  readonly questions: readonly QueueQuestion[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly at: Date;
  readonly zone: string;
  readonly newPerDay: number;
  /** New questions already met in this study day. */
  readonly introducedToday: number;
}

export interface Queue {
  /** What is most nearly forgotten comes first. */
  readonly due: readonly QueueItem[];
  /** Spread over the topics. */
  readonly fresh: readonly QueueItem[];
}

/** The same input always gives the same queue. */
export function buildQueue(input: QueueInput): Queue {
  return { due: dueItems(input), fresh: freshItems(input) };
}

type DueItem = QueueItem & { readonly due: Date; readonly retrievability: number };

function dueItems({ questions, cards, at, zone }: QueueInput): DueItem[] {
  const today = studyDay(at, zone);
  const items: DueItem[] = [];
  for (const { id } of questions) {
    const card = cards.get(id);
    // The due day is read in the zone it was made in: 04:00 there may be yesterday where the student is now.
    if (!card || studyDay(card.due, card.lastZone) > today) continue;
    items.push({ question: id, due: card.due, retrievability: retrievability(card, at, zone) });
  }
  return items.sort(
    (a, b) =>
      a.retrievability - b.retrievability ||
      a.due.getTime() - b.due.getTime() ||
      (a.question < b.question ? -1 : a.question > b.question ? 1 : 0),
  );
}

/**
 * Deals the whole bank out round-robin, one question of each topic after the other, and only then leaves out what has been
 * rated. So the order does not start over with the first topic after every answer, and a topic left behind catches up.
 */
function freshItems({ questions, cards, newPerDay, introducedToday }: QueueInput): QueueItem[] {
  const topics = new Map<string, string[]>();
  for (const { id, topics: all } of questions) {
    const topic = (all[0] ?? id).split('/', 1)[0] ?? '';
    const members = topics.get(topic);
    if (members) members.push(id);
    else topics.set(topic, [id]);
  }
  const room = Math.max(0, newPerDay - introducedToday);
  return roundRobin([...topics.values()])
    .filter(id => !cards.has(id))
    .slice(0, room)
    .map(question => ({ question, due: null, retrievability: null }));
}

function roundRobin(groups: readonly (readonly string[])[]): string[] {
  const rounds = groups.reduce((most, group) => Math.max(most, group.length), 0);
  return Array.from({ length: rounds }, (_, round) => groups.flatMap(group => group.slice(round, round + 1))).flat();
}
