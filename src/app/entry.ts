import { readReply } from '../answers/answers.ts';
import type { ChoiceKey } from '../answers/choice/choice.ts';
import type { Reading } from '../answers/kind.ts';
import type { VariantPart } from '../bank/variant.ts';

/** A reply while it is being made: a line of text, or boxes ticked. */

export interface TextEntry {
  readonly kind: 'text';
  /** Characters as a reader counts them. */
  readonly characters: readonly string[];
  readonly cursor: number;
}

export interface BoxesEntry {
  readonly kind: 'boxes';
  readonly ticked: readonly string[];
  /** The student says that no option is right. */
  readonly none: boolean;
  /** Row of the option that Space would tick; one more than the options is "none". */
  readonly row: number;
}

export type Entry = TextEntry | BoxesEntry;

const LONGEST = 500;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function emptyEntry({ key }: VariantPart): Entry {
  return key.kind === 'choice'
    ? { kind: 'boxes', ticked: [], none: false, row: 0 }
    : { kind: 'text', characters: [], cursor: 0 };
}

export function isEmpty(entry: Entry): boolean {
  return entry.kind === 'text' ? entry.characters.join('').trim() === '' : entry.ticked.length === 0 && !entry.none;
}

/** The reply in the notation that the kind of answer reads. */
export function replyText(entry: Entry): string {
  if (entry.kind === 'text') return entry.characters.join('');
  return entry.none ? 'none' : entry.ticked.join(',');
}

export function readEntry(entry: Entry, { key }: VariantPart): Reading<unknown> {
  return readReply(replyText(entry), key);
}

/** Typed or pasted text: line breaks become spaces, control characters vanish, an accent joins the letter before it. */
export function insert({ characters, cursor }: TextEntry, text: string): TextEntry {
  const clean = text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/\p{Cc}/gu, '');
  const after = characters.slice(cursor);
  const typed = Array.from(segmenter.segment(characters.slice(0, cursor).join('') + clean), part => part.segment);
  const before = typed.slice(0, Math.max(cursor, LONGEST - after.length));
  return { kind: 'text', characters: [...before, ...after], cursor: before.length };
}

export type Edit = 'erase' | 'erase-next' | 'erase-all' | 'left' | 'right' | 'start' | 'end';

export function edit(entry: TextEntry, change: Edit): TextEntry {
  const { characters, cursor } = entry;
  switch (change) {
    case 'erase':
      return cursor === 0 ? entry : { ...entry, characters: characters.toSpliced(cursor - 1, 1), cursor: cursor - 1 };
    case 'erase-next':
      return { ...entry, characters: characters.toSpliced(cursor, 1) };
    case 'erase-all':
      return { ...entry, characters: [], cursor: 0 };
    case 'left':
      return { ...entry, cursor: Math.max(0, cursor - 1) };
    case 'right':
      return { ...entry, cursor: Math.min(characters.length, cursor + 1) };
    case 'start':
      return { ...entry, cursor: 0 };
    case 'end':
      return { ...entry, cursor: characters.length };
  }
}

/** Rows that can be chosen: the options, and "none" where any number may be right. */
export function rowsOf(key: ChoiceKey): number {
  return key.options.length + Number(key.many);
}

/** Ticks or unticks the option of a row; where one is right, the other ticks vanish. */
export function tick(entry: BoxesEntry, row: number, key: ChoiceKey): BoxesEntry {
  if (row === key.options.length) return { ...entry, ticked: [], none: !entry.none, row };
  const label = key.options[row]?.label;
  if (label === undefined) return entry;
  const without = entry.ticked.filter(other => other !== label);
  const ticked = entry.ticked.includes(label) ? without : key.many ? [...without, label].sort() : [label];
  return { ...entry, ticked, none: false, row };
}

export function moveRow(entry: BoxesEntry, by: number, key: ChoiceKey): BoxesEntry {
  return { ...entry, row: Math.min(rowsOf(key) - 1, Math.max(0, entry.row + by)) };
}
