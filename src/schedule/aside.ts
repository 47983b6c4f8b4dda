/** Questions that the schedule leaves out: by the student's wish, or as leeches that cost more than they give. */

import type { Card } from './review.ts';

/** Forgotten so often, a question is set aside … */
const LEECH_LAPSES = 8;
/** … and once brought back, again after so many further times. */
const LEECH_AGAIN = 4;

/** Name of the setting of a question. */
export const asideSetting = (question: string): string => `${ASIDE}${question}`;
const ASIDE = 'aside/';

/** Value of such a setting: set aside by the student, or brought back after so many lapses. */
export type AsideSetting = { readonly aside: true } | { readonly back: number };

export interface Aside {
  readonly question: string;
  readonly because: 'wish' | 'leech';
}

/**
 * What is set aside, in the order of ids. It follows from the log alone, so machines that share one agree.
 * @param cards every question that is remembered
 */
export function asideOf(settings: ReadonlyMap<string, unknown>, cards: ReadonlyMap<string, Card>): Map<string, Aside> {
  const found: Aside[] = [];
  for (const [name, value] of settings) {
    if (name.startsWith(ASIDE) && isAside(value)) found.push({ question: name.slice(ASIDE.length), because: 'wish' });
  }
  const wished = new Set(found.map(({ question }) => question));
  for (const [question, { lapses }] of cards) {
    if (lapses < LEECH_LAPSES || wished.has(question)) continue;
    const back = backSince(settings.get(asideSetting(question)));
    if (back === null || lapses >= back + LEECH_AGAIN) found.push({ question, because: 'leech' });
  }
  if (!isSorted(found)) found.sort((a, b) => (a.question < b.question ? -1 : 1));
  return new Map(found.map(aside => [aside.question, aside]));
}

/** Cards mostly come in the order of ids, and there may be thousands of leeches at every start. */
function isSorted(found: readonly Aside[]): boolean {
  return found.every(({ question }, i) => i === 0 || (found[i - 1] as Aside).question < question);
}

function isAside(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'aside' in value && value.aside === true;
}

function backSince(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'back' in value && typeof value.back === 'number'
    ? value.back
    : null;
}
