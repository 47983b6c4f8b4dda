import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Template } from '../template.ts';
import type { Linted } from './lint-question.ts';
import type { Report, Task } from './worker.ts';

/**
 * Lints questions on all processors.
 *
 * @param worker the file of the worker
 * @param onVariants is told how many more variants were drawn
 * @returns in the order of the templates
 */
export async function lintAll(
  templates: readonly Template[],
  seeds: number,
  worker: URL | string,
  onVariants: (count: number) => void,
): Promise<readonly Linted[]> {
  const results: Linted[] = [];
  let next = 0;
  const run = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const thread = new Worker(worker);
      let at = -1;
      const begin = (): void => {
        at = next++;
        const template = templates[at];
        if (template) thread.postMessage({ template, seeds } satisfies Task);
        else void thread.terminate().then(() => resolve());
      };
      thread.on('error', reject);
      thread.on('message', (report: Report) => {
        if ('variants' in report) return onVariants(report.variants);
        results[at] = report.linted;
        begin();
      });
      begin();
    });
  const threads = Math.min(availableParallelism(), templates.length);
  await Promise.all(Array.from({ length: threads }, run));
  return results;
}
