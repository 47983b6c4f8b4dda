import { keyData } from '../../answers/answers.ts';
import type { Mark } from '../../answers/parts.ts';
import type { Drawn } from '../../bank/draw.ts';
import type { VariantPart } from '../../bank/variant.ts';
import type { Review } from '../../schedule/review.ts';
import { partsOf } from '../logged-mark.ts';

/** What the log keeps as plain data, in the shapes of the program. */

/** A mark as it was given. */
export function loggedMark({ credit, mark }: Pick<Review, 'credit' | 'mark'>): Mark {
  return { credit, parts: partsOf(mark) };
}

/** The values that were drawn: numbers, lists of them, and words. */
export function loggedValues({ vars }: Pick<Review, 'vars'>): Drawn {
  return vars as Drawn;
}

/** The keys as the log keeps them. */
export function loggedKeys(parts: readonly VariantPart[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(parts.map(({ name, key }) => [name, keyData(key).key]));
}
