import type { Step } from '../compute/trace.ts';

/** Worked steps to be read: each a formula, with its reason before it. */
export function stepsMarkdown(steps: readonly Step[]): string {
  return steps.map(({ tex, why }) => `${why === null ? '' : `${sentence(why)}\n\n`}$$${tex}$$`).join('\n\n');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?:]$/.test(text) ? '' : ':'}`;
}
