import type { Mark } from '../answers/parts.ts';

/** Whether any credit of a mark, as the log keeps it, was granted by the student. */
export function isSelfMarked(mark: unknown): boolean {
  return ((mark as Partial<Mark> | null)?.parts ?? []).some(part => part.self);
}
