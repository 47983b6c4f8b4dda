import { parentPort, workerData } from 'node:worker_threads';
import { bankFrom } from './bank-source.ts';
import { failedBy } from './failure.ts';
import type { PrintTask } from './order.ts';
import { printJobs } from './print-jobs.ts';
import { Shared } from './shared.ts';

/** A thread that takes its share of a print run. */

const { order, source, shared } = workerData as PrintTask & { readonly shared: SharedArrayBuffer };
try {
  await printJobs(order, bankFrom(source), new Shared(shared));
} catch (error) {
  parentPort?.postMessage(failedBy(error));
}
