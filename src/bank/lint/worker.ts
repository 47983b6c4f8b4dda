import { parentPort } from 'node:worker_threads';
import type { Template } from '../template.ts';
import { type Linted, lintQuestion } from './lint-question.ts';

/** A thread that lints one question after another, as they are sent to it. */

export interface Task {
  readonly template: Template;
  readonly seeds: number;
}

export type Report = { readonly variants: number } | { readonly linted: Linted };

/** The bar moves often enough so. */
const REPORTED = 50;

const port = parentPort;
port?.on('message', ({ template, seeds }: Task) => {
  let drawn = 0;
  const linted = lintQuestion(template, seeds, () => {
    drawn++;
    if (drawn < REPORTED) return;
    port.postMessage({ variants: drawn } satisfies Report);
    drawn = 0;
  });
  port.postMessage({ variants: drawn } satisfies Report);
  port.postMessage({ linted } satisfies Report);
});
