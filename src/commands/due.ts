import { dueAt } from '../schedule/memory.ts';
import type { QueueItem } from '../schedule/queue.ts';
import type { Context } from './context.ts';
import { minutesOf } from './minutes.ts';
import { columns, printJson, printLines } from './output.ts';
import { queueNow } from './today.ts';

const MINUTE = 60_000;

interface DueOptions {
  readonly json?: boolean;
  readonly minutes?: string;
}

/** `tutor due` */
export function due(context: Context, { json, minutes }: DueOptions): void {
  const { environment, bank } = context;
  const { items, counts, waiting, ms } = queueNow(context, minutes === undefined ? null : minutesOf(minutes) * MINUTE);
  const dueCount = counts.due + counts.ahead + counts.step;
  if (json) {
    printJson(environment, {
      due: dueCount,
      new: counts.new,
      waiting,
      minutes: ms / MINUTE,
      next: items.map(data),
    });
    return;
  }
  const later = waiting > 0 ? `; ${waiting} more are due and wait for another day` : '';
  printLines(environment, [
    `${dueCount} due, ${counts.new} new today, about ${Math.round(ms / MINUTE)} minutes${later}`,
    ...columns(items.map(({ why, question }) => [LABELS[why], question, bank.get(question)?.title ?? ''])),
  ]);
}

const LABELS: Readonly<Record<QueueItem['why'], string>> = { step: 'again', due: 'due', new: 'new', ahead: 'ahead' };

function data({ question, why, card, retrievability, ms }: QueueItem): Record<string, unknown> {
  const due = card && dueAt(card).toISOString();
  return { id: question, why, due, retrievability, minutes: ms / MINUTE };
}
