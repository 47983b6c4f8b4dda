import type { Reading } from '../../answers/kind.ts';

/** What every way of making a reply has in common: a field, boxes, a grid … Plain data, and pure steps from one to the next. */

export type Edit = 'erase' | 'erase-next' | 'erase-all' | 'left' | 'right' | 'start' | 'end';

/** What keys can do to a reply beside typing and erasing. */
export type EntryAction =
  | 'up'
  | 'down'
  | 'toggle'
  | 'none'
  | 'next-part'
  | 'previous-part'
  | 'next-cell'
  | 'previous-cell'
  | 'move-up'
  | 'move-down'
  | 'fill'
  | 'newline';

/** What keys can depend on. */
export type EntrySituation =
  /** There is a line of text to edit … */
  | 'text'
  /** … and letters are text now, not commands. */
  | 'typing'
  /** Options are ticked … */
  | 'boxes'
  /** … of which any number may be right. */
  | 'many'
  /** There are cells to move among. */
  | 'grid'
  /** There are lines to put in order … */
  | 'lines'
  /** … the one under the cursor has its place … */
  | 'placed'
  /** … below another, or above another … */
  | 'can-rise'
  | 'can-sink'
  /** … or has a blank … */
  | 'blank'
  /** … which is being filled in. */
  | 'filling'
  /** There are blanks to give options to. */
  | 'pairs'
  /** There is a page of text. */
  | 'page';

/** Where one comes in from the part before or the part behind, and where an answer cannot be read or is left out. */
export type Landmark = 'first' | 'last' | 'unfinished';

export interface EntryKind<Entry, Key> {
  readonly empty: (key: Key) => Entry;
  readonly isEmpty: (entry: Entry) => boolean;
  /** The reply in the notation that the kind of answer reads. */
  readonly reply: (entry: Entry, key: Key) => string;
  readonly read: (entry: Entry, key: Key) => Reading<unknown>;
  /** @param pasted the text came at once, from elsewhere */
  readonly insert: (entry: Entry, text: string, key: Key, pasted: boolean) => Entry;
  readonly edit: (entry: Entry, edit: Edit, key: Key) => Entry;
  /** null where the action means nothing here, so that what lies around may take it. */
  readonly act: (entry: Entry, action: EntryAction, key: Key) => Entry | null;
  readonly situations: (entry: Entry, key: Key) => readonly EntrySituation[];
  /** What to do about an empty part: a sentence. */
  readonly howTo: (key: Key) => string;
  /** What is left out of a reply that can be read, to be said once before it is marked: a sentence; null for nothing. */
  readonly gap?: (entry: Entry, key: Key) => string | null;
  /** What to say about a single sign that means nothing here: a sentence; null for nothing. */
  readonly stray?: (entry: Entry, sign: string, key: Key) => string | null;
  /** The same reply with its cursor elsewhere. */
  readonly goTo?: (entry: Entry, where: Landmark, key: Key) => Entry;
}
