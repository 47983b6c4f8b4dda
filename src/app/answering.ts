import { readReply } from '../answers/answers.ts';
import type { VariantPart } from '../bank/variant.ts';
import { after, type Edits, ERASING, NO_EDITS, paused, type Run, redone, typing, undone } from './entries/edits.ts';
import {
  actOn,
  type Entry,
  editEntry,
  entrySituations,
  goTo,
  replyText,
  strayIn,
  typeInto,
} from './entries/entries.ts';
import type { Edit, EntryAction } from './entries/entry.ts';
import { cleanPage, isPageCut, LONGEST_PAGE, pageOf, pageText } from './entries/page.ts';
import { recalled, type TypedReply } from './entries/recall.ts';
import { isLineCut, LONGEST_LINE } from './entries/text.ts';
import type { Action } from './events.ts';

/** The replies to a question while they are being made: what keys do to them, in a session and in an exam alike. */

export interface Sheet {
  /** One a part. */
  readonly entries: readonly Entry[];
  /** The part being answered. */
  readonly focus: number;
  /** What can be undone, one a part; left out before anything was done. It is not kept beyond the program. */
  readonly edits?: readonly Edits[];
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

function editsAt({ edits }: Sheet, at: number): Edits {
  return edits?.[at] ?? NO_EDITS;
}

/** The sheet with another reply to a part, and what can be undone of it. */
function withReply(sheet: Sheet, at: number, entry: Entry, edits: Edits): Sheet {
  const { entries } = sheet;
  return {
    ...sheet,
    entries: entries.with(at, entry),
    edits: entries.map((_, i) => (i === at ? edits : editsAt(sheet, i))),
  };
}

/** After a step in the part in focus. */
function stepped(sheet: Sheet, entry: Entry, run: Run | null = null): Sheet {
  const { focus, entries } = sheet;
  const before = entries[focus] as Entry;
  return entry === before ? sheet : withReply(sheet, focus, entry, after(editsAt(sheet, focus), before, entry, run));
}

/** The focus on the next part or the one before, around the ends; its cursor stands at the near end. */
function onPart(sheet: Sheet, parts: readonly VariantPart[], by: 1 | -1): Sheet {
  const { entries } = sheet;
  const focus = (sheet.focus + by + entries.length) % entries.length;
  const { part, entry } = focusedPart({ entries, focus }, parts);
  const near = goTo(entry, by === 1 ? 'first' : 'last', part);
  return { ...withReply(sheet, focus, near, paused(editsAt(sheet, focus))), focus };
}

/** After typing or erasing; `complaint`: why a paste or a letter came to nothing. */
export function written(
  sheet: Sheet,
  parts: readonly VariantPart[],
  input: Typed,
): { readonly sheet: Sheet; readonly complaint: string | null } {
  const { part, entry } = focusedPart(sheet, parts);
  if (input.type === 'edit') {
    return { sheet: stepped(sheet, editEntry(entry, input.edit, part), ERASING.get(input.edit)), complaint: null };
  }
  const pasted = input.pasted ?? false;
  const changed = typeInto(entry, input.text, part, pasted);
  // Each tick is a step, and so is each paste; letters are not.
  const isText = !pasted && entrySituations(entry, part).includes('text');
  return {
    sheet: stepped(sheet, changed, isText ? typing(input.text) : null),
    complaint: pasted ? refusal(input.text, entry, changed, part) : strayIn(entry, input.text, part),
  };
}

/** What was done is undone or done again, and what was typed before comes back; null where there is nothing of the kind. */
type Turn = (
  edits: Edits,
  entry: Entry,
  part: VariantPart,
  typed: () => readonly TypedReply[],
) => { readonly entry: Entry; readonly edits: Edits } | null;

const TURNS: ReadonlyMap<Action, Turn> = new Map<Action, Turn>([
  ['undo-edit', undone],
  ['redo-edit', redone],
  ['earlier-reply', (edits, entry, part, typed) => recalled(edits, entry, part, typed(), -1)],
  ['later-reply', (edits, entry, part, typed) => recalled(edits, entry, part, typed(), 1)],
]);

/**
 * After an action that is about the replies; otherwise the action that it amounts to for the question.
 *
 * @param typed what was typed before, the newest last
 */
export function acted(
  sheet: Sheet,
  parts: readonly VariantPart[],
  action: Action,
  typed: () => readonly TypedReply[],
): Sheet | Action {
  const { part, entry } = focusedPart(sheet, parts);
  const turned = TURNS.get(action)?.(editsAt(sheet, sheet.focus), entry, part, typed);
  if (turned) return withReply(sheet, sheet.focus, turned.entry, turned.edits);
  if (OF_ENTRIES.has(action)) {
    const changed = actOn(entry, action as EntryAction, part);
    if (changed) return stepped(sheet, changed);
  }
  const meant = beyond(action, sheet);
  if (meant === 'next-part') return onPart(sheet, parts, 1);
  return meant === 'previous-part' ? onPart(sheet, parts, -1) : meant;
}

/** Where only certain signs mean anything, a whole paste can come to nothing. */
const TAKE_SIGNS: ReadonlySet<Entry['kind']> = new Set(['boxes', 'lines', 'pairs']);

const isFull = (most: number): string => `More than ${most} characters do not fit: the end of the paste was left out.`;

/** Why a paste changed nothing of the reply, or came in only in part; null where it did, or repeats what is there. */
function refusal(text: string, before: Entry, after: Entry, part: VariantPart): string | null {
  if (before.kind === 'text' && after.kind === 'text' && isLineCut(text, before, after)) return isFull(LONGEST_LINE);
  if (before.kind === 'page' && after.kind === 'page' && isPageCut(text, before, after)) return isFull(LONGEST_PAGE);
  if (!TAKE_SIGNS.has(before.kind) || replyText(before, part) !== replyText(after, part)) return null;
  const reading = readReply(text, part.key);
  return reading.status === 'unreadable' ? `Nothing was taken from this paste: ${reading.reason}` : null;
}

const NOT_WAITED =
  'Nothing was changed. An editor with a window of its own must be told to wait, such as EDITOR="code --wait".';

/** What comes back from the student's own editor takes the place of the page; null where there is no page. */
export function withPage(
  sheet: Sheet,
  { part, text }: { readonly part: number; readonly text: string },
): { readonly sheet: Sheet; readonly notice: string | null } | null {
  const before = sheet.entries[part];
  if (before?.kind !== 'page') return null;
  // Editors end the last line too.
  const clean = cleanPage(text).replace(/\n$/, '');
  if (clean === pageText(before)) return { sheet, notice: NOT_WAITED };
  const notice = clean.length > LONGEST_PAGE ? `Only the first ${LONGEST_PAGE} characters are kept.` : null;
  const page = pageOf(clean);
  return { sheet: withReply(sheet, part, page, after(editsAt(sheet, part), before, page, null)), notice };
}
