import type { Card } from '../schedule/review.ts';
import { KNOWN_RECALL, KNOWN_STABILITY } from '../schedule/statistics/coverage.ts';

/** How a question stands with the student on a study day. */
export interface Standing {
  /** It was rated at least once. */
  readonly met: boolean;
  /** The schedule leaves it out. */
  readonly aside: boolean;
  /** It is to be asked again, today or since days. */
  readonly due: boolean;
  /** It would be recalled today, and will be for weeks. */
  readonly known: boolean;
  /** Days until it is due, negative once it is; null where it was never rated. */
  readonly days: number | null;
  /** The chance (0 … 1) that it is recalled now; null where it was never rated. */
  readonly recall: number | null;
  /** Days until recall falls to 90 %. */
  readonly stability: number | null;
}

interface StandingInput {
  readonly card: Card | null;
  readonly aside: boolean;
  readonly today: number;
  readonly recallOf: (card: Card, day: number) => number;
}

export function standingOf({ card, aside, today, recallOf }: StandingInput): Standing {
  if (!card) return { met: false, aside, due: false, known: false, days: null, recall: null, stability: null };
  const recall = recallOf(card, today);
  const { stability, dueDay } = card;
  return {
    met: true,
    aside,
    due: !aside && dueDay <= today,
    known: recall >= KNOWN_RECALL && stability >= KNOWN_STABILITY,
    days: dueDay - today,
    recall,
    stability,
  };
}

/** `new`, `due`, `3 days`, `aside`: what the schedule makes of it. */
export function standingText({ met, aside, due, days }: Standing): string {
  if (aside) return 'aside';
  if (!met || days === null) return 'new';
  if (due) return 'due';
  return days === 1 ? '1 day' : `${days} days`;
}
