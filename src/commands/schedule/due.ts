import { goalOf } from '../../schedule/goal.ts';
import { dueAt } from '../../schedule/memory.ts';
import type { Queue, QueueItem } from '../../schedule/queue.ts';
import type { Context } from '../context.ts';
import { columns, printJson, printLines } from '../output.ts';
import { minutesOf } from './minutes.ts';
import { momentOf, queueNow } from './today.ts';

const MINUTE = 60_000;

interface DueOptions {
  readonly json?: boolean;
  readonly minutes?: string;
  /** One line for a prompt, and none where nothing is left for today. */
  readonly short?: boolean;
}

/** `tutor due` */
export function due(context: Context, { json, minutes, short }: DueOptions): void {
  const { environment, bank } = context;
  const queue = queueNow(context, minutes === undefined ? null : minutesOf(minutes) * MINUTE);
  const { items, counts, waiting, ms } = queue;
  const dueCount = dueIn(queue);
  if (json) {
    const sums = { due: dueCount, new: counts.new, waiting, minutes: ms / MINUTE };
    printJson(environment, short ? { ...sums, examInDays: daysToExam(context) } : { ...sums, next: items.map(data) });
    return;
  }
  if (short) {
    printLines(environment, items.length === 0 ? [] : [shortLine(queue, daysToExam(context))]);
    return;
  }
  const later = waiting > 0 ? `; ${waiting} more are due and wait for another day` : '';
  printLines(environment, [
    `${dueCount} due, ${counts.new} new today, ${time(ms)}${later}`,
    ...columns(items.map(({ why, question }) => [LABELS[why], question, bank.facts(question)?.title ?? ''])),
  ]);
}

const LABELS: Readonly<Record<QueueItem['why'], string>> = { step: 'again', due: 'due', new: 'new', ahead: 'ahead' };

function data({ question, why, card, retrievability, ms }: QueueItem): Record<string, unknown> {
  const due = card && dueAt(card).toISOString();
  return { id: question, why, due, retrievability, minutes: ms / MINUTE };
}

/** `about 18 minutes`, `under a minute` */
function time(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes === 0 && ms > 0) return 'under a minute';
  return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

function dueIn({ counts }: Pick<Queue, 'counts'>): number {
  return counts.due + counts.ahead + counts.step;
}

/** `12 due, 3 new, 18 min; exam in 12 days` */
function shortLine(queue: Queue, days: number | null): string {
  const { counts, ms } = queue;
  const told = [
    ...(dueIn(queue) > 0 ? [`${dueIn(queue)} due`] : []),
    ...(counts.new > 0 ? [`${counts.new} new`] : []),
    `${Math.max(1, Math.round(ms / MINUTE))} min`,
  ];
  return `${told.join(', ')}${days === null ? '' : `; exam ${examIn(days)}`}`;
}

function examIn(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** null where no plan is in force. */
function daysToExam(context: Context): number | null {
  const { day } = momentOf(context);
  const goal = goalOf(context.store().settings(), day);
  return goal && goal.exam - day;
}
