/** The bank as a plan sees it, with what is remembered of it. */

import type { PlanQuestion } from './plan/types.ts';
import type { Card } from './review.ts';
import { type Syllabus, topicOf } from './syllabus.ts';

interface Remembered {
  readonly syllabus: Syllabus;
  readonly cards: ReadonlyMap<string, Card>;
  readonly aside: { readonly has: (question: string) => boolean };
  readonly expectedMs: (question: string) => number;
}

/** In the order of the bank. */
export function planQuestions({ syllabus, cards, aside, expectedMs }: Remembered): PlanQuestion[] {
  return syllabus.questions.map((question): PlanQuestion => {
    const { id, credits } = question;
    const card = cards.get(id) ?? null;
    return {
      id,
      topic: topicOf(question),
      credits,
      ms: expectedMs(id),
      requires: syllabus.requires(id),
      state: card,
      lastDay: card?.lastDay ?? null,
      dueDay: card?.dueDay ?? null,
      aside: aside.has(id),
    };
  });
}
