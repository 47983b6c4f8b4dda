import { keyData } from '../../answers/answers.ts';
import type { PartMark } from '../../answers/kind.ts';
import type { Mark } from '../../answers/parts.ts';
import type { Drawn } from '../../bank/draw.ts';
import type { VariantPart } from '../../bank/variant.ts';
import type { Review } from '../../schedule/review.ts';

/** What the log keeps as plain data, in the shapes of the program. */

const NOTHING: Omit<PartMark, 'name'> = {
  credit: 0,
  readAs: null,
  error: null,
  mistake: null,
  carried: false,
  self: false,
  comment: null,
};

/** A mark as it was given; what older programs did not write is as if there had been nothing to say. */
export function loggedMark({ credit, mark }: Pick<Review, 'credit' | 'mark'>): Mark {
  const parts = (mark as { readonly parts?: readonly (Partial<PartMark> & { readonly name: string })[] } | null)?.parts;
  return { credit, parts: (parts ?? []).map(part => ({ ...NOTHING, ...part })) };
}

/** The values that were drawn: numbers, lists of them, and words. */
export function loggedValues({ vars }: Pick<Review, 'vars'>): Drawn {
  return vars as Drawn;
}

/** The keys as the log keeps them. */
export function loggedKeys(parts: readonly VariantPart[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(parts.map(({ name, key }) => [name, keyData(key).key]));
}
