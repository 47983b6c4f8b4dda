import type { VariantPart } from '../../bank/variant.ts';
import type { Sheet } from '../answering.ts';
import { type Entry, emptyEntry } from '../entries/entries.ts';
import { pageOf, pageText } from '../entries/page.ts';
import { EMPTY_TEXT, insert, type TextEntry, textOf } from '../entries/text.ts';

/** Replies in the making as they are saved: plain data, small where it is written anew at every key. */

type Data = Readonly<Record<string, unknown>>;

interface SheetDraft {
  readonly focus: number;
  readonly entries: readonly Data[];
}

export function sheetDraft({ entries, focus }: Sheet): SheetDraft {
  return { focus, entries: entries.map(draftOf) };
}

/** The sheet that was saved; a part whose draft does not fit it (the question was changed) is empty. */
export function sheetOf(draft: unknown, parts: readonly VariantPart[]): Sheet {
  const { focus = 0, entries = [] } = (draft ?? {}) as Partial<SheetDraft>;
  return {
    focus: Math.max(0, Math.min(parts.length - 1, focus)),
    entries: parts.map((part, i) => entryOf(entries[i], part)),
  };
}

function draftOf(entry: Entry): Data {
  switch (entry.kind) {
    case 'text':
      return { kind: entry.kind, text: textOf(entry) };
    case 'page':
      return { kind: entry.kind, text: pageText(entry) };
    case 'boxes':
      return { kind: entry.kind, ticked: entry.ticked, none: entry.none };
    case 'grid':
      return { kind: entry.kind, cells: entry.cells.map(row => row.map(textOf)), at: [entry.row, entry.column] };
    case 'lines':
      return { kind: entry.kind, chosen: entry.chosen, fills: entry.fills.map(textOf) };
    case 'pairs':
      return { kind: entry.kind, given: entry.given };
  }
}

function entryOf(draft: Data | undefined, part: VariantPart): Entry {
  const empty = emptyEntry(part);
  if (draft?.kind !== empty.kind) return empty;
  switch (empty.kind) {
    case 'text':
      return written(draft.text);
    case 'page':
      return pageOf(String(draft.text));
    case 'boxes': {
      const labels = part.key.kind === 'choice' ? part.key.options.map(({ label }) => label) : [];
      const ticked = strings(draft.ticked).filter(label => labels.includes(label));
      return { ...empty, ticked, none: draft.none === true && ticked.length === 0 };
    }
    case 'grid': {
      const cells = Array.isArray(draft.cells) ? draft.cells.map(strings) : [];
      const fits =
        cells.length === empty.cells.length && cells.every((row, i) => row.length === empty.cells[i]?.length);
      const [row = 0, column = 0] = Array.isArray(draft.at) ? (draft.at as number[]) : [];
      const isThere = empty.cells[row]?.[column] !== undefined;
      return fits && isThere ? { ...empty, cells: cells.map(texts => texts.map(written)), row, column } : empty;
    }
    case 'lines': {
      if (part.key.kind !== 'order') return empty;
      const fills = strings(draft.fills);
      if (fills.length !== empty.fills.length) return empty;
      const labels = part.key.lines.map(({ label }) => label);
      const chosen = strings(draft.chosen).filter(label => labels.includes(label));
      return { ...empty, chosen, fills: fills.map(written) };
    }
    case 'pairs': {
      const labels = part.key.kind === 'match' ? part.key.options.map(({ label }) => label) : [];
      const given = Array.isArray(draft.given) ? draft.given : [];
      return { ...empty, given: empty.given.map((_, i) => (labels.includes(given[i]) ? String(given[i]) : null)) };
    }
  }
}

/** A field that holds a text, with the cursor behind it. */
function written(text: unknown): TextEntry {
  return insert(EMPTY_TEXT, String(text));
}

function strings(data: unknown): readonly string[] {
  return Array.isArray(data) ? data.map(String) : [];
}
