import type { AnswerRow } from './types.ts';

/** Study days in a row with at least one answer. */
export interface Streak {
  /** Up to today, or up to yesterday while nothing was answered today. */
  readonly current: number;
  readonly longest: number;
  /** Study days with an answer, in a row or not. */
  readonly days: number;
}

export function streakOf(answers: readonly AnswerRow[], today: number): Streak {
  const days = new Set(answers.map(({ day }) => day).filter(day => day <= today));
  let longest = 0;
  for (const day of days) if (!days.has(day - 1)) longest = Math.max(longest, runFrom(days, day, 1));
  return { current: runFrom(days, days.has(today) ? today : today - 1, -1), longest, days: days.size };
}

/** How many days of the set follow one another from `day` on, later ones for a step of 1 and earlier ones for −1. */
function runFrom(days: ReadonlySet<number>, day: number, step: 1 | -1): number {
  let length = 0;
  while (days.has(day + step * length)) length += 1;
  return length;
}
