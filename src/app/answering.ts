import { readReply } from '../answers/answers.ts';
import type { VariantPart } from '../bank/variant.ts';
import { actOn, type Entry, editEntry, goTo, replyText, typeInto } from './entries/entries.ts';
import type { Edit, EntryAction } from './entries/entry.ts';
import { cleanPage, LONGEST_PAGE, pageOf, pageText } from './entries/page.ts';
import type { Action } from './events.ts';

/** The replies to a question while they are being made: what keys do to them, in a session and in an exam alike. */

export interface Sheet {
  /** One a part. */
  readonly entries: readonly Entry[];
  /** The part being answered. */
  readonly focus: number;
}

export type Typed =
  | { readonly type: 'text'; readonly text: string; readonly pasted?: boolean }
  | { readonly type: 'edit'; readonly edit: Edit };

/** Actions that belong to the entry in focus before they mean anything to the question. */
const OF_ENTRIES: ReadonlySet<Action> = new Set<EntryAction>([
  'up',
  'down',
  'toggle',
  'none',
  'next-part',
  'previous-part',
  'next-cell',
  'previous-cell',
  'move-up',
  'move-down',
  'fill',
  'newline',
]);

/** What a way through an entry becomes at its end, where there are other parts. */
const BEYOND: Partial<Readonly<Record<Action, Action>>> = {
  up: 'previous-part',
  down: 'next-part',
  'previous-cell': 'previous-part',
  'next-cell': 'next-part',
};

/** A single part is its own neighbour for Tab, which goes around; an arrow stops at the edge. */
function beyond(action: Action, { entries }: Sheet): Action {
  const isArrow = action === 'up' || action === 'down';
  return isArrow && entries.length === 1 ? action : (BEYOND[action] ?? action);
}

export function focusedPart(
  { entries, focus }: Sheet,
  parts: readonly VariantPart[],
): { part: VariantPart; entry: Entry } {
  return { part: parts[focus] as VariantPart, entry: entries[focus] as Entry };
}

/** The focus on the next part or the one before, around the ends; its cursor stands at the near end. */
function onPart(sheet: Sheet, parts: readonly VariantPart[], by: 1 | -1): Sheet {
  const { entries } = sheet;
  const focus = (sheet.focus + by + entries.length) % entries.length;
  const { part, entry } = focusedPart({ entries, focus }, parts);
  return { focus, entries: entries.with(focus, goTo(entry, by === 1 ? 'first' : 'last', part)) };
}

/** After typing or erasing; `complaint`: why a paste came to nothing. */
export function written(
  sheet: Sheet,
  parts: readonly VariantPart[],
  input: Typed,
): { readonly sheet: Sheet; readonly complaint: string | null } {
  const { part, entry } = focusedPart(sheet, parts);
  const enter = (changed: Entry): Sheet => ({ ...sheet, entries: sheet.entries.with(sheet.focus, changed) });
  if (input.type === 'edit') return { sheet: enter(editEntry(entry, input.edit, part)), complaint: null };
  const pasted = input.pasted ?? false;
  const changed = typeInto(entry, input.text, part, pasted);
  return { sheet: enter(changed), complaint: pasted ? refusal(input.text, entry, changed, part) : null };
}

/** After an action that is about the replies; otherwise the action that it amounts to for the question. */
export function acted(sheet: Sheet, parts: readonly VariantPart[], action: Action): Sheet | Action {
  const { part, entry } = focusedPart(sheet, parts);
  if (OF_ENTRIES.has(action)) {
    const changed = actOn(entry, action as EntryAction, part);
    if (changed) return { ...sheet, entries: sheet.entries.with(sheet.focus, changed) };
  }
  const meant = beyond(action, sheet);
  if (meant === 'next-part') return onPart(sheet, parts, 1);
  return meant === 'previous-part' ? onPart(sheet, parts, -1) : meant;
}

/** Where only certain signs mean anything, a whole paste can come to nothing. */
const TAKE_SIGNS: ReadonlySet<Entry['kind']> = new Set(['boxes', 'lines', 'pairs']);

/** Why a paste changed nothing of the reply; null where it did, or repeats what is there. */
function refusal(text: string, before: Entry, after: Entry, part: VariantPart): string | null {
  if (!TAKE_SIGNS.has(before.kind) || replyText(before, part) !== replyText(after, part)) return null;
  const reading = readReply(text, part.key);
  return reading.status === 'unreadable' ? `Nothing was taken from this paste: ${reading.reason}` : null;
}

const NOT_WAITED =
  'Nothing was changed. An editor with a window of its own must be told to wait, such as EDITOR="code --wait".';

/** What comes back from the student's own editor takes the place of the page; null where there is no page. */
export function withPage(
  { entries }: Pick<Sheet, 'entries'>,
  { part, text }: { readonly part: number; readonly text: string },
): { readonly entries: readonly Entry[]; readonly notice: string | null } | null {
  const before = entries[part];
  if (before?.kind !== 'page') return null;
  // Editors end the last line too.
  const clean = cleanPage(text).replace(/\n$/, '');
  if (clean === pageText(before)) return { entries, notice: NOT_WAITED };
  const notice = clean.length > LONGEST_PAGE ? `Only the first ${LONGEST_PAGE} characters are kept.` : null;
  return { entries: entries.with(part, pageOf(clean)), notice };
}
