import type { MoodleNumber } from './numbers.ts';

/**
 * Answers within a text ("Cloze"): `{WEIGHT:TYPE:=right~wrong}`. Moodle takes every backslash out of what stands there,
 * so that options with formulas stand in the text and are chosen by their letters.
 */
export interface Cloze {
  /** `TYPE:=right~wrong` */
  readonly holes: readonly string[];
  /** HTML, with the holes where they belong. */
  readonly html: (holes: readonly string[]) => string;
}

export function numerical({ value, tolerance }: MoodleNumber): string {
  return `NUMERICAL:=${value}:${tolerance}`;
}

/** To be chosen from a list that folds out. */
export function selection(all: readonly string[], right: string): string {
  return `MULTICHOICE:${all.map(one => (one === right ? `=${one}` : one)).join('~')}`;
}

/** What looks like an answer in a text, and is none. */
const LOOKALIKE = /\{(?=\s*(?:\d*\s*:|#))/g;

export function withoutHoles(html: string): string {
  return html.replaceAll(LOOKALIKE, '&#123;');
}
