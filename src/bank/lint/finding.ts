import type { Place } from '../../language/located.ts';
import type { Problem } from '../problem.ts';

/** A rule that a question file breaks, and where. */
export interface Finding extends Problem {
  readonly rule: string;
  /** The first drawn variant that shows it; null where none had to be drawn. */
  readonly seed: number | null;
}

/** `cnn/q.md:7:3: what is wrong [rule] (seed 7)` */
export function findingText({ file, line, column, message, rule, seed }: Finding): string {
  const place = [file, line, ...(column === undefined ? [] : [column])].join(':');
  return `${place}: ${message} [${rule}]${seed === null ? '' : ` (seed ${seed})`}`;
}

/** By file, then from top to bottom. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => compare(a.file, b.file) || byPlace(a, b) || compare(a.rule, b.rule) || (a.seed ?? -1) - (b.seed ?? -1),
  );
}

function byPlace(a: Place, b: Place): number {
  return a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
