import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Bank } from '../../bank/bank.ts';
import { errorOf } from './failure.ts';
import type { Job } from './jobs.ts';
import type { PrintTask } from './order.ts';
import type { Said } from './process.ts';
import type { Shared } from './shared.ts';
import { printInThreads } from './threads.ts';

/** Prints a run of any length in bounded memory. */

/**
 * The typesetting library keeps up to a megabyte of every paper that it has set, for as long as its process lives: so
 * large runs are shared out among processes, one after another.
 */
const FILES_PER_PROCESS = 40;
/** Milliseconds between two looks at whether the run was broken off. */
const LOOKED_EVERY = 50;

/** @throws what went wrong first, after the threads have finished what they had begun */
export async function print(task: PrintTask, bank: Bank, shared: Shared): Promise<void> {
  const parts = inParts(task.order.jobs);
  if (parts.length === 1) return printInThreads(task, bank, shared);
  for (const jobs of parts) {
    if (shared.stopped) return;
    await printElsewhere({ ...task, order: { ...task.order, jobs } }, shared);
  }
}

/** In order, each with as many files as a process may make, or a single job that has more. */
function inParts(jobs: readonly Job[]): readonly (readonly Job[])[] {
  const parts: Job[][] = [[]];
  let files = 0;
  for (const job of jobs) {
    files += job.length;
    if (files > FILES_PER_PROCESS && parts.at(-1)?.length !== 0) {
      parts.push([]);
      files = job.length;
    }
    parts.at(-1)?.push(job);
  }
  return parts;
}

async function printElsewhere(task: PrintTask, shared: Shared): Promise<void> {
  const child = fork(task.process, { serialization: 'advanced' });
  let done = 0;
  let failed: Error | null = null;
  child.on('message', (said: Said) => {
    if ('failed' in said) {
      failed = errorOf(said.failed);
      return;
    }
    shared.add(said.done - done);
    done = said.done;
  });
  const timer = setInterval(() => {
    // It may have come to its end meanwhile, and then need not be told.
    if (shared.stopped && child.connected) child.send('stop', () => {});
  }, LOOKED_EVERY);
  try {
    child.send(task);
    // What it said last may arrive after its end.
    const [[code, signal]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
    if (failed === null && code !== 0) throw new Error(`a process that prints ended with ${signal ?? code}`);
  } finally {
    clearInterval(timer);
  }
  if (failed !== null) throw failed;
}
