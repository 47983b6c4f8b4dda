import { bankFrom } from './bank-source.ts';
import { failedBy } from './failure.ts';
import type { PrintTask } from './order.ts';
import { Shared } from './shared.ts';
import { printInThreads } from './threads.ts';

/** A process that prints a part of a large run and ends, which gives back whatever memory the typesetting took. */

/** What it says: how many files are done, or what went wrong. */
export type Said = { readonly done: number } | { readonly failed: ReturnType<typeof failedBy> };

const TOLD_EVERY = 100;

const shared = new Shared();
// Ctrl-C and the end of a terminal reach this process too, but the one that started it decides what becomes of it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => shared.stop());
process.on('message', (message: PrintTask | 'stop') => {
  if (message === 'stop') shared.stop();
  else void work(message);
});

async function work(task: PrintTask): Promise<void> {
  const timer = setInterval(() => say({ done: shared.done }), TOLD_EVERY);
  try {
    await printInThreads(task, bankFrom(task.source), shared);
    say({ done: shared.done });
  } catch (error) {
    say({ failed: failedBy(error) });
  } finally {
    clearInterval(timer);
    if (process.connected) process.disconnect();
  }
}

function say(said: Said): void {
  // Whoever started it may be gone and not be missed yet; that stops it, and needs no message.
  if (process.connected) process.send?.(said, undefined, undefined, () => {});
}
