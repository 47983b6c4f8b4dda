import { isSameReply, settled, sizeOf } from './contents.ts';
import type { Entry } from './entries.ts';
import type { Edit } from './entry.ts';

/** What was done to one reply in the making, so that it can be undone and redone: the same for every way of making one. */

export interface Edits {
  /** The reply before each step, the oldest first. */
  readonly past: readonly Entry[];
  /** What was undone; the one to be redone first stands last. */
  readonly future: readonly Entry[];
  /** What the last step was, where the next key may still belong to it. */
  readonly run: Run | null;
}

export type Run =
  /** `blank`: what was typed last is a space, so that the next letter begins a word, and with it a step. */
  | { readonly kind: 'typing'; readonly blank: boolean }
  | { readonly kind: 'erasing' }
  /** Walking through what was typed before: which of these is shown, and what stood there first. */
  | { readonly kind: 'recalling'; readonly at: number; readonly draft: Entry };

export const NO_EDITS: Edits = { past: [], future: [], run: null };

const MOST_STEPS = 200;
/** Kept in all steps together; the last step is kept whatever it holds. */
const MOST_CHARACTERS = 400_000;

/** @param run what this step is, where the next one may go on with it */
export function after(edits: Edits, before: Entry, now: Entry, run: Run | null): Edits {
  if (isSameReply(before, now)) return paused(edits);
  const past = continues(edits.run, run) ? edits.past : bounded([...edits.past, before]);
  return { past, future: [], run };
}

/** The cursor was moved: what is typed next is another step. */
export function paused(edits: Edits): Edits {
  return edits.run === null || edits.run.kind === 'recalling' ? edits : { ...edits, run: null };
}

/** Character by character, which is one step. */
export const ERASING: ReadonlyMap<Edit, Run> = new Map([
  ['erase', { kind: 'erasing' }],
  ['erase-next', { kind: 'erasing' }],
]);

/** What is typed belongs to one step up to the next word. */
export function typing(text: string): Run {
  return { kind: 'typing', blank: /\s$/.test(text) };
}

function continues(before: Run | null, now: Run | null): boolean {
  if (before?.kind !== now?.kind || !before || !now) return false;
  return !(before.kind === 'typing' && now.kind === 'typing' && before.blank && !now.blank);
}

function bounded(past: readonly Entry[]): readonly Entry[] {
  let room = MOST_CHARACTERS;
  const first = past.findLastIndex((entry, i) => {
    room -= sizeOf(entry);
    return room < 0 && i < past.length - 1;
  });
  return past.slice(Math.max(first + 1, past.length - MOST_STEPS));
}

interface Turned {
  readonly entry: Entry;
  readonly edits: Edits;
}

/** @returns null where there is nothing to undo */
export function undone({ past, future }: Edits, entry: Entry): Turned | null {
  const before = past.at(-1);
  if (!before) return null;
  return { entry: settled(before), edits: { past: past.slice(0, -1), future: [...future, entry], run: null } };
}

/** @returns null where there is nothing to redo */
export function redone({ past, future }: Edits, entry: Entry): Turned | null {
  const next = future.at(-1);
  if (!next) return null;
  return { entry: settled(next), edits: { past: [...past, entry], future: future.slice(0, -1), run: null } };
}

/** On a walk through what was typed before, which is one step however far it goes. */
export function walkedTo({ past, run }: Edits, entry: Entry, at: number): Edits {
  const isOn = run?.kind === 'recalling';
  return {
    past: isOn ? past : bounded([...past, entry]),
    future: [],
    run: { kind: 'recalling', at, draft: isOn ? run.draft : entry },
  };
}

/** The walk is over and the draft is back, as if there had been none. */
export function walkedBack({ past, future }: Edits, draft: Entry): Turned {
  return { entry: draft, edits: { past: past.slice(0, -1), future, run: null } };
}
