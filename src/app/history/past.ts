import type { Mark } from '../../answers/parts.ts';
import type { Template } from '../../bank/template.ts';
import { makeVariant, makeVariantOf, type Variant } from '../../bank/variant.ts';
import type { Correction, EffectiveReview, Review } from '../../schedule/review.ts';
import type { Consequence } from './consequence.ts';
import { loggedKeys, loggedValues } from './logged.ts';
import { sameData } from './same-data.ts';

/** An old answer as it was. */
export interface Past extends Rebuilt {
  readonly title: string;
  /** As it was written. */
  readonly written: EffectiveReview;
  /** With its corrections. */
  readonly now: EffectiveReview;
  /** As it was given. */
  readonly mark: Mark;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  /** What it did to the schedule; null where it moves nothing. */
  readonly consequence: Consequence | null;
}

/** A question of the log, made again. */
export interface Rebuilt {
  /** With the numbers of then; null where the question cannot be made any more. */
  readonly variant: Variant | null;
  /** The program makes the very numbers and keys of then. */
  readonly agrees: boolean;
  /** What to know before one trusts it; null where it agrees. */
  readonly caveat: string | null;
}

/** The solution of then; null where it is not known, or there is none. */
export function solutionOf({ agrees, variant }: Rebuilt): string | null {
  return agrees ? (variant?.solution ?? null) : null;
}

const NOT_KEPT = 'The question as it was is not kept here. Shown is what was stored with the answer.';
const OTHER_NUMBERS =
  'The program draws other numbers from this seed today. Shown are the numbers, the key and the mark that were stored.';
const OTHER_KEY =
  'The program computes another key today. Shown are the key and the mark that were stored; the solution of then is not.';

/**
 * The question of a review, from its template as it was then and its seed. What the program makes of these is held
 * against what was stored, and what was stored counts.
 */
export function rebuild(review: Pick<Review, 'seed' | 'vars' | 'key'>, template: Template | null): Rebuilt {
  if (!template) return { variant: null, agrees: false, caveat: NOT_KEPT };
  const { seed } = review;
  const own = attempted(() => makeVariant(template, seed));
  const vars = loggedValues(review);
  if (typeof own !== 'string' && sameData(own.vars, vars)) {
    const agrees = sameData(loggedKeys(own.parts), review.key);
    return { variant: own, agrees, caveat: agrees ? null : OTHER_KEY };
  }
  const attempt = typeof own === 'string' ? 0 : own.attempt;
  const variant = attempted(() => makeVariantOf(template, { seed, vars, attempt }));
  if (typeof variant !== 'string') return { variant, agrees: false, caveat: OTHER_NUMBERS };
  const caveat = `The program cannot make this question any more (${variant}). Shown is what was stored with the answer.`;
  return { variant: null, agrees: false, caveat };
}

/** A template from an older program may be anything to this one, so whatever goes wrong is only told. */
function attempted(make: () => Variant): Variant | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}
