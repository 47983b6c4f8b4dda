/** Which of the remembered questions are to be asked today, and in what order. */

import { gain, impatience } from './gain.ts';
import type { Scheduler } from './memory.ts';
import { timesAsked } from './repeats.ts';
import type { Card } from './review.ts';
import type { Syllabus } from './syllabus.ts';

export interface DueInput {
  readonly syllabus: Syllabus;
  readonly cards: ReadonlyMap<string, Card>;
  /** What the schedule leaves out. */
  readonly aside: { readonly has: (question: string) => boolean };
  readonly today: number;
  readonly scheduler: Scheduler;
  readonly expectedMs: (question: string) => number;
}

/** How long a question will take today that was not asked yet, in milliseconds: with the repeat after a wrong answer. */
export function todaysMs({ cards, scheduler, today, expectedMs }: DueInput, question: string): number {
  const card = cards.get(question);
  return expectedMs(question) * timesAsked(card ? scheduler.retrievability(card, today) : null);
}

/** In a backlog, a question counts by how well it will be known after so many days. */
const HORIZON = 30;

/** The cards that are due, in the order of the bank. A card whose question is not in it is passed over; its history stays. */
export function dueCards({ syllabus, cards, aside, today }: DueInput): Card[] {
  const due: Card[] = [];
  for (const card of cards.values()) {
    if (card.dueDay <= today && syllabus.get(card.question) !== null && !aside.has(card.question)) due.push(card);
  }
  return due;
}

/** What would be lost most by waiting another day comes first. */
export function byLoss(due: readonly Card[], { scheduler, today }: DueInput): Card[] {
  const loss = (card: Card): number =>
    scheduler.retrievability(card, today) - scheduler.retrievability(card, today + 1);
  return ranked(due, loss);
}

/**
 * What gains most in the time that it takes comes first: more is due than can be asked, so the rest has to wait, and for
 * what is nearly lost waiting costs little more. Yet the longer it waits, the more it counts.
 */
export function byGain(due: readonly Card[], input: DueInput): Card[] {
  const { syllabus, scheduler, today } = input;
  const worth = (card: Card): number => {
    const credits = syllabus.get(card.question)?.credits ?? 1;
    const since = Math.max(0, today - card.lastDay);
    const gained = gain(scheduler.model, card, since, HORIZON) * impatience(today - card.dueDay);
    return (gained * credits) / todaysMs(input, card.question);
  };
  return ranked(due, worth);
}

/** Falling, and where equal in the order of days and ids, so that the order is always the same. */
function ranked(cards: readonly Card[], worth: (card: Card) => number): Card[] {
  return cards
    .map(card => ({ card, worth: worth(card) }))
    .sort(
      (a, b) =>
        b.worth - a.worth ||
        a.card.dueDay - b.card.dueDay ||
        (a.card.question < b.card.question ? -1 : a.card.question > b.card.question ? 1 : 0),
    )
    .map(({ card }) => card);
}
