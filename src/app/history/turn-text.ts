import type { Card } from '../../schedule/review.ts';
import { dayDate } from '../../schedule/study-day.ts';

/** What taking an answer back, or putting it in force again, did to the schedule. */
export function turnText(isUndone: boolean, title: string, before: Card | null, after: Card | null): string {
  return `${isUndone ? 'Taken back' : 'In force again'}: ${title}. ${effectText(before, after)}`;
}

export function effectText(before: Card | null, after: Card | null): string {
  if (!after) return before ? 'It counts as new again.' : 'The schedule stays as it is.';
  const due = dayDate(after.dueDay);
  if (!before) return `It is due on ${due}.`;
  if (before.dueDay !== after.dueDay) return `It is due on ${due} now, and not on ${dayDate(before.dueDay)}.`;
  return `It is due on ${due} as before.`;
}
