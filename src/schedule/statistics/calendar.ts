import type { AnswerRow } from './types.ts';

/** How many answers there were on each study day of the last weeks. */
export interface Calendar {
  /** A Monday. */
  readonly firstDay: number;
  /** By day, from `firstDay` to today. */
  readonly answers: readonly number[];
}

const WEEKS = 26;

/** The week that today is in, and as many before it as there are to be. */
export function calendarOf(answers: readonly AnswerRow[], today: number, weeks = WEEKS): Calendar {
  const firstDay = mondayOf(today) - 7 * (weeks - 1);
  const counts = Array.from({ length: today - firstDay + 1 }, () => 0);
  for (const { day } of answers) {
    const count = counts[day - firstDay];
    if (count !== undefined) counts[day - firstDay] = count + 1;
  }
  return { firstDay, answers: counts };
}

/** 1970-01-01 was a Thursday: three days after a Monday. */
function mondayOf(day: number): number {
  return 7 * Math.floor((day + 3) / 7) - 3;
}
