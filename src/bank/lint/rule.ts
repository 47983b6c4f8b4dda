import type { Place } from '../../language/located.ts';
import type { Bank } from '../bank.ts';
import type { Rejected } from '../rejected.ts';
import type { Template } from '../template.ts';
import type { Variant } from '../variant.ts';

/** What a rule of the linter looks at. */

/** What a rule objects to: what is wrong, where, and what to do. */
export interface Remark extends Place {
  readonly message: string;
}

/** One variant of a question, and how it came about. */
export interface Sample {
  readonly variant: Variant;
  /** The source's own numbers, fresh ones, or fresh ones with pieces hidden. */
  readonly kind: 'given' | 'drawn' | 'faded';
  readonly rejected: readonly Rejected[];
}

/** Follows the variants of one question. Only what it keeps stays in memory. */
interface Watch {
  /** What is wrong with this one. */
  readonly see?: (sample: Sample) => readonly Remark[];
  /** No variant: what was thrown in its place. */
  readonly fail?: (error: unknown) => readonly Remark[];
  /** What only shows in many. */
  readonly end?: () => readonly Remark[];
}

export interface Rule {
  readonly name: string;
  /** One sentence for authors. */
  readonly about: string;
  /** What is wrong at any seed. */
  readonly template?: (template: Template) => readonly Remark[];
  /** So many seeds are enough for it; else it sees them all. */
  readonly most?: number;
  readonly watch?: (template: Template) => Watch;
  /** What is wrong among the other questions; they may include this one. */
  readonly bank?: (template: Template, bank: Bank) => readonly Remark[];
}

/** Of a key of the front matter; of one that is not there, where it could stand. */
export function placeOfKey({ keys }: Template, key: string): Place {
  return keys[key] ?? { line: 2 };
}

/** Share of seeds from which on a coincidence is none. */
export const MOSTLY = 0.5;
