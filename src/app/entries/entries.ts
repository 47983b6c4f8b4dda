import type { AnswerKey, KindName } from '../../answers/answers.ts';
import type { Reading } from '../../answers/kind.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { type BoxesEntry, boxesEntries } from './boxes.ts';
import type { Edit, EntryAction, EntryKind, EntrySituation, Landmark } from './entry.ts';
import { gridEntries } from './grid.ts';
import type { GridEntry } from './grid-cells.ts';
import type { LinesEntry } from './lines.ts';
import { linesEntries } from './lines-keys.ts';
import { type PageEntry, pageEntries } from './page.ts';
import { type PairsEntry, pairsEntries } from './pairs.ts';
import { type TextEntry, textEntries } from './text.ts';

/** A reply while it is being made, whatever its kind. */
export type Entry = TextEntry | BoxesEntry | GridEntry | LinesEntry | PageEntry | PairsEntry;

/** How replies of each kind of answer are made; a new kind is one row. */
const kinds: Readonly<Record<KindName, EntryKind<Entry, AnswerKey>>> = {
  choice: anyEntry(boxesEntries),
  number: anyEntry(textEntries('Type a number, such as 784, 3/8 or 1e-3.')),
  tensor: anyEntry(gridEntries),
  table: anyEntry(gridEntries),
  shape: anyEntry(textEntries('Type the sides, such as (N, 3, 28, 28).')),
  expression: anyEntry(textEntries('Type a formula, such as sqrt(2/n) or (1 - b)x.')),
  words: anyEntry(textEntries('Type the term.')),
  order: anyEntry(linesEntries),
  match: anyEntry(pairsEntries),
  rubric: anyEntry(pageEntries),
};

/** Entries and keys of different kinds meet only in this table, where the key picks the row that they belong to. */
function anyEntry<E extends Entry, Key extends AnswerKey>(kind: EntryKind<E, Key>): EntryKind<Entry, AnswerKey> {
  return kind as unknown as EntryKind<Entry, AnswerKey>;
}

const kindOf = ({ key }: VariantPart): EntryKind<Entry, AnswerKey> => kinds[key.kind];

export function emptyEntry(part: VariantPart): Entry {
  return kindOf(part).empty(part.key);
}

export function isEmpty(entry: Entry, part: VariantPart): boolean {
  return kindOf(part).isEmpty(entry);
}

/** The reply in the notation that the kind of answer reads. */
export function replyText(entry: Entry, part: VariantPart): string {
  return kindOf(part).reply(entry, part.key);
}

export function readEntry(entry: Entry, part: VariantPart): Reading<unknown> {
  return kindOf(part).read(entry, part.key);
}

export function typeInto(entry: Entry, text: string, part: VariantPart, pasted: boolean): Entry {
  return kindOf(part).insert(entry, text, part.key, pasted);
}

export function editEntry(entry: Entry, edit: Edit, part: VariantPart): Entry {
  return kindOf(part).edit(entry, edit, part.key);
}

/** null where the action means nothing to this entry. */
export function actOn(entry: Entry, action: EntryAction, part: VariantPart): Entry | null {
  return kindOf(part).act(entry, action, part.key);
}

export function entrySituations(entry: Entry, part: VariantPart): readonly EntrySituation[] {
  return kindOf(part).situations(entry, part.key);
}

export function howToAnswer(part: VariantPart): string {
  return kindOf(part).howTo(part.key);
}

/** What is left out of a reply that can be read; null for nothing. */
export function gapIn(entry: Entry, part: VariantPart): string | null {
  return kindOf(part).gap?.(entry, part.key) ?? null;
}

/** What to say about a sign that means nothing to this entry; null for nothing. */
export function strayIn(entry: Entry, sign: string, part: VariantPart): string | null {
  return kindOf(part).stray?.(entry, sign, part.key) ?? null;
}

/** The same reply with its cursor elsewhere, where the kind has more than one place for it. */
export function goTo(entry: Entry, where: Landmark, part: VariantPart): Entry {
  return kindOf(part).goTo?.(entry, where, part.key) ?? entry;
}
