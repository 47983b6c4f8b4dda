import { type Mark, markParts } from '../answers/parts.ts';
import { recomputedKey } from './carry.ts';
import type { Variant } from './variant.ts';

/** @param replies one a part, in order; a missing one counts as no answer */
export function markVariant(variant: Variant, replies: readonly string[]): Mark {
  return markParts(variant.parts, replies, (part, earlier) => recomputedKey(variant, part, earlier));
}
