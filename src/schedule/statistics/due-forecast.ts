import { timesAsked } from '../repeats.ts';
import type { History } from './types.ts';

/** The work that the cards promise, if nothing more were answered: each question is counted once. */
export interface DueForecast {
  /** From today on, a row for each day; what is overdue counts today. */
  readonly days: readonly DueDay[];
  /** Those of today that were due on an earlier day. */
  readonly overdue: number;
  /** Due after the last of the days. */
  readonly later: number;
}

interface DueDay {
  readonly day: number;
  readonly due: number;
  /** Expected time with the repeats of wrong answers on the same day, in milliseconds. */
  readonly ms: number;
}

export const DAYS_AHEAD = 30;

export function dueForecast(history: History, length = DAYS_AHEAD): DueForecast {
  const { questions, cards, aside, today, retrievability, expectedMs } = history;
  const due = Array.from({ length }, () => 0);
  const ms = Array.from({ length }, () => 0);
  let [overdue, later] = [0, 0];
  // What has left the bank, or is set aside, will not be asked.
  for (const { id } of questions) {
    const card = cards.get(id);
    if (!card || aside.has(id)) continue;
    const ahead = Math.max(0, card.dueDay - today);
    if (ahead >= length) later += 1;
    else {
      due[ahead] = (due[ahead] ?? 0) + 1;
      ms[ahead] = (ms[ahead] ?? 0) + expectedMs(id) * timesAsked(retrievability(card, today + ahead));
    }
    if (card.dueDay < today) overdue += 1;
  }
  return { days: due.map((count, i) => ({ day: today + i, due: count, ms: ms[i] ?? 0 })), overdue, later };
}
