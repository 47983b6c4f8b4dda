import { readReply } from '../../answers/answers.ts';
import { rubricReply } from '../../answers/rubric/reply.ts';
import type { RubricKey } from '../../answers/rubric/rubric.ts';
import type { Edit, EntryKind } from './entry.ts';
import { endOf, lineAt, PAGE_WIDTH, type PageLine, pageLines } from './page-lines.ts';
import { withoutUnseen } from './unseen.ts';

/** A page of text. */
export interface PageEntry {
  readonly kind: 'page';
  /** Characters as a reader counts them, line breaks among them. */
  readonly characters: readonly string[];
  readonly cursor: number;
}

/** Of its text, in UTF-16 code units: what a reply may hold. */
export const LONGEST_PAGE = 20_000;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export const EMPTY_PAGE: PageEntry = { kind: 'page', characters: [], cursor: 0 };

export function pageText({ characters }: Pick<PageEntry, 'characters'>): string {
  return characters.join('');
}

/** Of the text, which is not made for it: this is asked at each key. */
function lengthOf(characters: readonly string[]): number {
  let sum = 0;
  for (const { length } of characters) sum += length;
  return sum;
}

/** Line breaks of every sort become one, a tab four spaces; other control characters vanish. */
export function cleanPage(text: string): string {
  return withoutUnseen(text)
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[^\P{Cc}\n]/gu, '');
}

/** Typed or pasted text; an accent joins the letter before it. What is beyond the end of the page is left out. */
function insert({ characters, cursor }: PageEntry, text: string): PageEntry {
  const kept = characters.slice(0, Math.max(0, cursor - 1));
  const after = characters.slice(cursor);
  const joined = (characters[cursor - 1] ?? '') + cleanPage(text);
  let room = LONGEST_PAGE - lengthOf(kept) - lengthOf(after);
  for (const { segment } of segmenter.segment(joined)) {
    room -= segment.length;
    if (room < 0) break;
    kept.push(segment);
  }
  return { kind: 'page', characters: [...kept, ...after], cursor: kept.length };
}

/** Whether there was no room for the end of what was pasted. */
export function isPageCut(pasted: string, before: PageEntry, after: PageEntry): boolean {
  return cleanPage(pasted).length > lengthOf(after.characters) - lengthOf(before.characters);
}

/** A page that holds a text, with the cursor behind it. */
export function pageOf(text: string): PageEntry {
  return insert(EMPTY_PAGE, text);
}

/** What the keys mean by a line is what stands in one where there is room for the whole width of a page. */
function linesOf({ characters }: PageEntry): readonly PageLine[] {
  return pageLines(characters, PAGE_WIDTH);
}

function currentLine(entry: PageEntry): PageLine {
  const lines = linesOf(entry);
  return lines[lineAt(lines, entry.cursor)] as PageLine;
}

/** @returns null above the first line and below the last */
function move(entry: PageEntry, by: number): PageEntry | null {
  const lines = linesOf(entry);
  const at = lineAt(lines, entry.cursor);
  const target = lines[at + by];
  if (!target) return null;
  const column = entry.cursor - (lines[at] as PageLine).from;
  return { ...entry, cursor: Math.min(target.from + column, endOf(target)) };
}

function without(entry: PageEntry, from: number, to: number): PageEntry {
  return { ...entry, characters: entry.characters.toSpliced(from, to - from), cursor: Math.min(entry.cursor, from) };
}

/** The line under the cursor; of an empty one the line break, before it or after it. */
function eraseLine(entry: PageEntry): PageEntry {
  const { from, to } = currentLine(entry);
  if (from < to) return without(entry, from, to);
  return to < entry.characters.length ? without(entry, to, to + 1) : without(entry, Math.max(0, from - 1), from);
}

function edit(entry: PageEntry, change: Edit): PageEntry {
  const { characters, cursor } = entry;
  switch (change) {
    case 'erase':
      return cursor === 0 ? entry : without(entry, cursor - 1, cursor);
    case 'erase-next':
      return cursor === characters.length ? entry : without(entry, cursor, cursor + 1);
    case 'erase-all':
      return eraseLine(entry);
    case 'left':
      return { ...entry, cursor: Math.max(0, cursor - 1) };
    case 'right':
      return { ...entry, cursor: Math.min(characters.length, cursor + 1) };
    case 'start':
      return { ...entry, cursor: currentLine(entry).from };
    case 'end':
      return { ...entry, cursor: endOf(currentLine(entry)) };
  }
}

const isBlank = (entry: PageEntry): boolean => pageText(entry).trim() === '';

/** Before the points are judged, none is granted. */
const reply = (entry: PageEntry): string => (isBlank(entry) ? '' : rubricReply([], pageText(entry)));

export const pageEntries: EntryKind<PageEntry, RubricKey> = {
  empty: () => EMPTY_PAGE,
  isEmpty: isBlank,
  reply,
  read: (entry, key) => readReply(reply(entry), key),
  insert,
  edit,
  act: (entry, action) => {
    switch (action) {
      case 'up':
        return move(entry, -1);
      case 'down':
        return move(entry, 1);
      case 'newline':
        return insert(entry, '\n');
      default:
        return null;
    }
  },
  situations: () => ['page', 'text', 'typing'],
  howTo: () => 'Write an answer; you will mark it yourself.',
};
