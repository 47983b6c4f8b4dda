import { readFileSync } from 'node:fs';
import { threadId, workerData } from 'node:worker_threads';
import { Bank } from '../../bank/bank.ts';
import type { Template } from '../../bank/template.ts';
import type { BankSource, PrintOrder } from './order.ts';
import { printJobs } from './print-jobs.ts';
import { Shared } from './shared.ts';

/** A thread that takes its share of a print run. */

export interface PrintTask {
  readonly order: PrintOrder;
  readonly bank: BankSource;
  readonly shared: SharedArrayBuffer;
}

const { order, bank, shared } = workerData as PrintTask;
// Written by the build, so its shape is known.
const compiled = JSON.parse(readFileSync(bank.file, 'utf8')) as Template[];
await printJobs(order, new Bank([...compiled, ...bank.extra]), new Shared(shared), String(threadId));
