import type { TemplateFacts } from '../../bank/facts.ts';
import type { Drawn } from './draw.ts';

/** How much harder to finish one form is than another. */

/** Without an author's word a credit takes a minute. */
export function minutesOf({ minutes, credits }: TemplateFacts): number {
  return minutes ?? credits;
}

/** The expected minutes by which the problems differ, and by which the forms differ as a whole. */
export function minutesApart(form: Drawn, other: Drawn): number {
  const differences = form.map((templates, problem) => total(templates) - total(other[problem] ?? []));
  return sum(differences.map(Math.abs)) + Math.abs(sum(differences));
}

function total(templates: readonly TemplateFacts[]): number {
  return sum(templates.map(minutesOf));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
