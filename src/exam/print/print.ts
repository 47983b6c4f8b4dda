import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Bank } from '../../bank/bank.ts';
import type { BankSource, PrintOrder } from './order.ts';
import { printJobs } from './print-jobs.ts';
import type { Shared } from './shared.ts';
import type { PrintTask } from './worker.ts';

/** Prints on all processors. */

export interface PrintRun {
  readonly order: PrintOrder;
  readonly bank: Bank;
  /** For the other threads, which read it themselves. */
  readonly source: BankSource;
  /** The file of their program. */
  readonly worker: string;
  readonly shared: Shared;
}

/** A thread takes its time to start, so it must have something to do. */
const JOBS_PER_THREAD = 4;

/**
 * This thread works as well, so that a short run does not wait for others to start.
 *
 * @throws what the first failing thread threw, after the others have finished what they had begun
 */
export async function print({ order, bank, source, worker, shared }: PrintRun): Promise<void> {
  const threads = Math.min(availableParallelism(), Math.ceil(order.jobs.length / JOBS_PER_THREAD)) - 1;
  const task: PrintTask = { order, bank: source, shared: shared.buffer };
  const helping = Array.from({ length: threads }, () => helped(worker, task));
  const here = printJobs(order, bank, shared, 'main');
  const results = await Promise.allSettled([here, ...helping].map(work => stoppingOnFailure(work, shared)));
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
}

function helped(worker: string, workerData: PrintTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData });
    thread.on('error', reject);
    thread.on('exit', () => resolve());
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
