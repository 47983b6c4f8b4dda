import type { Entry } from './entries.ts';

/** What a reply in the making holds, wherever its cursor stands. */

export function isSameReply(one: Entry, other: Entry): boolean {
  return one === other || isSame(contentsOf(one), contentsOf(other));
}

/** Roughly what keeping it costs, in characters. Asked for each step that is kept at each key, so nothing is copied. */
export function sizeOf(entry: Entry): number {
  const perList = entry.kind === 'grid' ? 1 : 0;
  return contentsOf(entry).reduce((sum, list) => sum + list.length + perList, 0);
}

type Contents = readonly (readonly unknown[])[];

/** Lists that are kept as they are where nothing in them changes, so that most comparisons end at once. */
function contentsOf(entry: Entry): Contents {
  switch (entry.kind) {
    case 'text':
    case 'page':
      return [entry.characters];
    case 'boxes':
      return [entry.ticked, [entry.none]];
    case 'grid':
      return entry.cells.flat().map(({ characters }) => characters);
    case 'lines':
      return [entry.chosen, ...entry.fills.map(({ characters }) => characters)];
    case 'pairs':
      return [entry.given];
  }
}

function isSame(one: Contents, other: Contents): boolean {
  return one.length === other.length && one.every((list, i) => isSameList(list, other[i] ?? []));
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || (one.length === other.length && one.every((item, i) => item === other[i]));
}

/** Without what only the last key has left behind. */
export function settled(entry: Entry): Entry {
  switch (entry.kind) {
    case 'grid':
      return { ...entry, note: null };
    case 'lines':
      return { ...entry, typed: null };
    case 'pairs':
      return { ...entry, digits: '' };
    default:
      return entry;
  }
}
