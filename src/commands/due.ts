import type { QueueItem } from '../schedule/queue.ts';
import { type Context, queueOf } from './context.ts';
import { columns, printJson, printLines } from './output.ts';

/** `tutor due` */
export function due(context: Context, { json }: { json?: boolean }): void {
  const { environment, bank } = context;
  const queue = queueOf(context);
  const next = [...queue.due, ...queue.fresh];
  if (json) {
    printJson(environment, { due: queue.due.length, new: queue.fresh.length, next: next.map(data) });
    return;
  }
  printLines(environment, [
    `${queue.due.length} due, ${queue.fresh.length} new today`,
    ...columns(next.map(item => [item.due ? 'due' : 'new', item.question, bank.get(item.question)?.title ?? ''])),
  ]);
}

function data({ question, due, retrievability }: QueueItem): Record<string, unknown> {
  return { id: question, due: due?.toISOString() ?? null, retrievability };
}
