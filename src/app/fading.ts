import type { Variant } from '../bank/variant.ts';
import { mistakesIn } from './logged-mark.ts';

/** How much of a derivation is hidden: more as the student's memory of it grows, and first what went wrong before. */

export interface Skill {
  /** Days until recall falls to 90 %; null for a question never rated before. */
  readonly stability: number | null;
  /** Names of the lines that went wrong before. */
  readonly weak: ReadonlySet<string>;
}

export const BEGINNER: Skill = { stability: null, weak: new Set() };

/** From so many days of stability on, one more piece is hidden. */
const DAYS_PER_BLANK = [2, 7, 21, 60];

/** Names of the lines with a hidden piece. */
export function hiddenIn({ parts }: Variant): string[] {
  return parts.flatMap(({ key }) =>
    key.kind === 'order' ? key.lines.filter(line => line.blank !== null).map(line => line.name) : [],
  );
}

/** Of variants that differ in what they hide the one that suits the student best; the first of equals. */
export function bestFitting(variants: readonly Variant[], { stability, weak }: Skill): Variant {
  const wanted = DAYS_PER_BLANK.filter(days => stability !== null && stability >= days).length;
  const most = Math.max(...variants.map(variant => hiddenIn(variant).length));
  const distance = (variant: Variant): number => {
    const hidden = hiddenIn(variant);
    const shownWeak = [...weak].filter(name => !hidden.includes(name)).length;
    // The number comes first: what is weak only decides among variants with the same number.
    return Math.abs(hidden.length - Math.min(wanted, most)) * 100 + shownWeak;
  };
  return variants.reduce((best, variant) => (distance(variant) < distance(best) ? variant : best));
}

const LINE_TAG = /^(?:order|blank): (.+)$/;

/** The lines that marks in the log complain of. */
export function weakLines(marks: readonly unknown[]): ReadonlySet<string> {
  return new Set(marks.flatMap(mistakesIn).flatMap(({ tag }) => LINE_TAG.exec(tag)?.[1] ?? []));
}
