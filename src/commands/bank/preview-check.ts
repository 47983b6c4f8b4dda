import { Worker } from 'node:worker_threads';
import type { Preview } from '../../app/preview/machine.ts';
import type { Warning } from '../../app/preview/state.ts';
import { Bank } from '../../bank/bank.ts';
import { withoutAllowed } from '../../bank/lint/allow.ts';
import { inReadingOrder } from '../../bank/lint/finding.ts';
import { lintAmong } from '../../bank/lint/lint-bank.ts';
import type { Linted } from '../../bank/lint/lint-question.ts';
import type { Report, Task } from '../../bank/lint/worker.ts';
import type { Template } from '../../bank/template.ts';
import type { Context } from '../context.ts';
import { selectFiles } from './lint-files.ts';

/** What the linter says of a question while it is written. It may take seconds, so it works in a thread of its own. */

/** Lints a question and reports what it finds. @returns a function that breaks it off */
export type Check = (template: Template, report: (warnings: readonly Warning[]) => void) => () => void;

/** Enough to see most of what a thousand would show. */
const SEEDS = 50;
/** Whoever saves again within this time has not finished. In milliseconds. */
const SETTLED_AFTER = 300;

/** @returns a function that ends it */
export function checkWhenRead({ state, subscribe, dispatch }: Preview, check: Check): () => void {
  let begun: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let breakOff = (): void => {};
  const look = (): void => {
    const { template, trouble, warnings } = state();
    if (!template || trouble || warnings !== null || template.hash === begun) return;
    const { hash } = template;
    begun = hash;
    breakOff();
    clearTimeout(timer);
    timer = setTimeout(() => {
      breakOff = check(template, found => dispatch({ type: 'checked', hash, warnings: found }));
    }, SETTLED_AFTER);
  };
  const unsubscribe = subscribe(look);
  look();
  return () => {
    unsubscribe();
    clearTimeout(timer);
    breakOff();
  };
}

/** @param path of the question file, whose neighbours are read once */
export function linter(path: string, banks: readonly string[], { bank, environment }: Context): Check {
  const worker = environment.shipped.lintWorker;
  const builtIn = environment.shipped.questions;
  let neighbours: Bank | null = null;
  const findingsOf = (template: Template, { findings }: Linted): readonly Warning[] => {
    neighbours ??= new Bank(selectFiles([path], { builtIn, others: banks }).around, [bank]);
    return inReadingOrder(withoutAllowed(template, [...findings, ...lintAmong(template, neighbours)]));
  };
  return (template, report) => {
    const thread = new Worker(worker);
    const end = (): void => void thread.terminate();
    thread.on('message', (message: Report) => {
      if (!('linted' in message)) return;
      end();
      report(findingsOf(template, message.linted));
    });
    thread.on('error', error => {
      const message = `the linter itself fails at this question, please report it: ${error instanceof Error ? error.message : error}`;
      report([{ line: 1, rule: 'lint', message, seed: null }]);
    });
    thread.postMessage({ template, seeds: SEEDS } satisfies Task);
    return end;
  };
}
