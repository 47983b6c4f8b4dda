import { type Computed, calculated } from '../../answers/calculator.ts';
import { after, type Edits, ERASING, NO_EDITS, type Run, redone, typing, undone } from '../entries/edits.ts';
import type { Edit } from '../entries/entry.ts';
import { EMPTY_TEXT, edit, insert, isLineCut, LONGEST_LINE, type TextEntry, textOf } from '../entries/text.ts';

/**
 * The scratch pad of a question, as plain data: what is worked out on it is kept with the reply. Exams have none: they
 * are written without a calculator, as on paper.
 */

export interface Pad {
  /** The keys go to it. */
  readonly active: boolean;
  /** Oldest first. */
  readonly lines: readonly PadLine[];
  /** The line being typed. */
  readonly field: TextEntry;
  /** What was done to that line. */
  readonly edits: Edits;
  readonly problem: PadProblem | null;
  /** An earlier line that is looked at again, and what stood in the field before. */
  readonly walk: { readonly at: number; readonly draft: TextEntry } | null;
}

export interface PadLine {
  readonly text: string;
  /** null for a note. */
  readonly computed: Computed | null;
}

/** Why a line came to nothing, and the 0-based offset into it. */
interface PadProblem {
  readonly reason: string;
  readonly position: number;
}

const MOST_LINES = 200;
const FULL = `more than ${LONGEST_LINE} characters do not fit, and the rest was left out`;

const EMPTY_PAD: Pad = { active: true, lines: [], field: EMPTY_TEXT, edits: NO_EDITS, problem: null, walk: null };

export function openedPad(pad: Pad | undefined): Pad {
  return { ...(pad ?? EMPTY_PAD), active: true };
}

type Typed =
  | { readonly type: 'text'; readonly text: string; readonly pasted?: boolean }
  | { readonly type: 'edit'; readonly edit: Edit };

export function written(pad: Pad, input: Typed): Pad {
  if (input.type === 'edit') {
    return { ...stepped(pad, edit(pad.field, input.edit), ERASING.get(input.edit) ?? null), walk: null };
  }
  const field = insert(pad.field, input.text);
  const problem = isLineCut(input.text, pad.field, field) ? { reason: FULL, position: LONGEST_LINE } : null;
  return { ...stepped(pad, field, input.pasted ? null : typing(input.text)), problem, walk: null };
}

/** With another line in the making, which can be undone. */
function stepped(pad: Pad, field: TextEntry, run: Run | null = null): Pad {
  return { ...pad, field, edits: after(pad.edits, pad.field, field, run), problem: null };
}

/** What was done last to the line is undone, or done again; null where there is nothing of the kind. */
export function turned(pad: Pad, by: 'undo-edit' | 'redo-edit'): Pad | null {
  const found = (by === 'undo-edit' ? undone : redone)(pad.edits, pad.field);
  if (found?.entry.kind !== 'text') return null;
  return { ...pad, field: found.entry, edits: found.edits, problem: null, walk: null };
}

/** The line is worked out and kept; what comes to nothing stays in the field, to be put right. */
export function entered(pad: Pad): Pad {
  if (isBlank(pad)) return pad;
  const text = textOf(pad.field).trim();
  const found = calculated(textOf(pad.field), values(pad));
  if (found.status === 'refused') return { ...pad, problem: { reason: found.reason, position: found.position } };
  const line: PadLine = { text, computed: found.status === 'computed' ? found.computed : null };
  return {
    ...pad,
    lines: [...pad.lines, line].slice(-MOST_LINES),
    field: EMPTY_TEXT,
    edits: NO_EDITS,
    problem: null,
    walk: null,
  };
}

export function isBlank({ field }: Pad): boolean {
  return textOf(field).trim() === '';
}

/** An earlier line into the field, or a later one, and at the end what was being typed. */
export function walked(pad: Pad, by: 1 | -1): Pad {
  const { lines, walk, field } = pad;
  const at = (walk?.at ?? lines.length) + by;
  if (walk && at === lines.length) return { ...stepped(pad, walk.draft), walk: null };
  const line = lines[at];
  if (!line) return pad;
  const draft = walk?.draft ?? field;
  return { ...stepped(pad, insert(EMPTY_TEXT, line.text)), walk: { at, draft } };
}

/** What the line in the making comes to so far; null where it says nothing, or no more than what is typed. */
export function resultSoFar(pad: Pad): string | null {
  const typed = textOf(pad.field);
  const found = isBlank(pad) ? null : calculated(typed, values(pad));
  if (found?.status !== 'computed') return null;
  const { text } = found.computed;
  return typed.replace(/^[^=]*=/, '').trim() === text ? null : text;
}

/** The value worked out last; null where there is none. */
export function lastValue(pad: Pad): string | null {
  return values(pad).at(-1)?.text ?? null;
}

/** What is kept with the reply, a text a line; null for an untouched pad. */
export function padTexts(pad: Pad | undefined): readonly string[] | null {
  if (!pad || pad.lines.length === 0) return null;
  return pad.lines.map(({ text, computed }) => (computed ? `${text} = ${computed.text}` : text));
}

function values({ lines }: Pad): readonly Computed[] {
  return lines.flatMap(({ computed }) => (computed ? [computed] : []));
}
