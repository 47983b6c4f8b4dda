import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Bank } from '../../bank/bank.ts';
import { errorOf, type Failed } from './failure.ts';
import type { PrintTask } from './order.ts';
import { printJobs } from './print-jobs.ts';
import type { Shared } from './shared.ts';

/** A thread takes its time to start, so it must have something to do. */
const JOBS_PER_THREAD = 4;

/**
 * Prints on all processors. This thread works as well, so that a short run does not wait for others to start.
 *
 * @throws what the first failing thread threw, after the others have finished what they had begun
 */
export async function printInThreads(task: PrintTask, bank: Bank, shared: Shared): Promise<void> {
  const { jobs } = task.order;
  const threads = Math.min(availableParallelism(), Math.ceil(jobs.length / JOBS_PER_THREAD)) - 1;
  const helping = Array.from({ length: threads }, () => helped(task, shared));
  const here = printJobs(task.order, bank, shared);
  const results = await Promise.allSettled([here, ...helping].map(work => stoppingOnFailure(work, shared)));
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
}

function helped(task: PrintTask, shared: Shared): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(task.worker, { workerData: { ...task, shared: shared.buffer } });
    thread.on('message', (failed: Failed) => reject(errorOf(failed)));
    thread.on('error', reject);
    thread.on('exit', code => (code === 0 ? resolve() : reject(new Error(`a thread that prints ended with ${code}`))));
  });
}

async function stoppingOnFailure(work: Promise<void>, shared: Shared): Promise<void> {
  try {
    await work;
  } catch (error) {
    shared.stop();
    throw error;
  }
}
