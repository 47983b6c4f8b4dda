import { type AnswerKey, readReply } from '../../answers/answers.ts';
import type { Edit, EntryKind } from './entry.ts';
import { withoutUnseen } from './unseen.ts';

/** A line of text: numbers, shapes, formulas, terms. */
export interface TextEntry {
  readonly kind: 'text';
  /** Characters as a reader counts them. */
  readonly characters: readonly string[];
  readonly cursor: number;
}

export const LONGEST_LINE = 500;
/** Of a longer paste nothing would be kept anyhow; a character is hardly ever made of more than eight. */
const LONGEST_READ = 8 * LONGEST_LINE;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export const EMPTY_TEXT: TextEntry = { kind: 'text', characters: [], cursor: 0 };

export function textOf({ characters }: Pick<TextEntry, 'characters'>): string {
  return characters.join('');
}

/** Typed or pasted text: line breaks become spaces, control characters vanish, an accent joins the letter before it. */
export function insert({ characters, cursor }: TextEntry, text: string): TextEntry {
  const clean = cleanLine(text.slice(0, LONGEST_READ));
  const after = characters.slice(cursor);
  const typed = Array.from(segmenter.segment(characters.slice(0, cursor).join('') + clean), part => part.segment);
  const before = typed.slice(0, Math.max(cursor, LONGEST_LINE - after.length));
  return { kind: 'text', characters: [...before, ...after], cursor: before.length };
}

function cleanLine(text: string): string {
  return withoutUnseen(text)
    .replaceAll(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '');
}

/** Whether there was no room for the end of what was pasted. */
export function isLineCut(pasted: string, before: TextEntry, after: TextEntry): boolean {
  return cleanLine(pasted).length > textOf(after).length - textOf(before).length;
}

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

/** Where a reply never begins with a letter, letters are commands until it has begun. */
const WITHOUT_LETTERS: ReadonlySet<AnswerKey['kind']> = new Set(['number']);

const isBlank = (entry: TextEntry): boolean => textOf(entry).trim() === '';

/** @param howTo what to type, by example */
export function textEntries<Key extends AnswerKey>(howTo: string): EntryKind<TextEntry, Key> {
  return {
    empty: () => EMPTY_TEXT,
    isEmpty: isBlank,
    reply: textOf,
    read: (entry, key) => readReply(textOf(entry), key),
    insert,
    edit,
    act: () => null,
    situations: (entry, { kind }) => (WITHOUT_LETTERS.has(kind) && isBlank(entry) ? ['text'] : ['text', 'typing']),
    howTo: () => howTo,
  };
}
