import type { PartMark } from '../answers/kind.ts';

/** What a mark says, as the log keeps it. It may come from an older program or from another one: what it lacks is not there. */

export function partsOf(mark: unknown): readonly PartMark[] {
  const parts = typeof mark === 'object' && mark !== null && 'parts' in mark ? mark.parts : null;
  return Array.isArray(parts) ? parts.flatMap(partIn) : [];
}

/** None where it has no name. */
function partIn(part: unknown): PartMark[] {
  if (typeof part !== 'object' || part === null) return [];
  const { name, credit, readAs, error, mistake, carried, self, comment, cells } = part as Readonly<
    Record<string, unknown>
  >;
  if (typeof name !== 'string') return [];
  return [
    {
      name,
      credit: typeof credit === 'number' ? credit : 0,
      readAs: textIn(readAs),
      error: textIn(error),
      mistake: textIn(mistake),
      carried: carried === true,
      self: self === true,
      comment: textIn(comment),
      ...(areCells(cells) ? { cells } : {}),
    },
  ];
}

function areCells(value: unknown): value is readonly boolean[] {
  return Array.isArray(value) && value.every(cell => typeof cell === 'boolean');
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Whether any of the credit was granted by the student. */
export function isSelfMarked(mark: unknown): boolean {
  return partsOf(mark).some(part => part.self);
}

/** The misconceptions that were recognised, by their tags. */
export function mistakesIn(mark: unknown): readonly { readonly part: string; readonly tag: string }[] {
  return partsOf(mark).flatMap(({ name, mistake }) => (mistake === null ? [] : [{ part: name, tag: mistake }]));
}
