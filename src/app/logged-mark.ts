import type { PartMark } from '../answers/kind.ts';
import type { Mark } from '../answers/parts.ts';

/** What a mark says, as the log keeps it. */

function partsOf(mark: unknown): readonly PartMark[] {
  return (mark as Partial<Mark> | null)?.parts ?? [];
}

/** Whether any of the credit was granted by the student. */
export function isSelfMarked(mark: unknown): boolean {
  return partsOf(mark).some(part => part.self);
}

/** The misconceptions that were recognised, by their tags. */
export function mistakesIn(mark: unknown): readonly { readonly part: string; readonly tag: string }[] {
  return partsOf(mark).flatMap(({ name, mistake }) => (mistake === null ? [] : [{ part: name, tag: mistake }]));
}
