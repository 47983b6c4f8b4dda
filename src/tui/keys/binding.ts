import type { Edit } from '../../app/entries/entry.ts';
import type { Action } from '../../app/events.ts';
import type { Situation } from '../../app/situation.ts';

/** A row of the key table. */

export type ScrollBy = 'line-up' | 'line-down' | 'page-up' | 'page-down' | 'top' | 'bottom';

/** Stops the program as the shell has it, which is no business of the screen. */
export type Suspending = { readonly suspend: true };

/** Scrolls as long as there is more to see; then it does something else, if told. */
export interface Scrolling<A> {
  readonly scroll: ScrollBy;
  readonly atEnd?: A;
}

type Deed = { readonly action: Action } | { readonly edit: Edit } | Scrolling<Action> | Suspending;

export interface Binding {
  readonly keys: readonly string[];
  readonly does: Deed;
  /** All of them must hold … */
  readonly when: readonly Situation[];
  /** … and none of these. */
  readonly unless?: readonly Situation[];
  readonly help: string;
  /** Shown in the footer in so few words; left out, it stands in the help alone. */
  readonly footer?: string;
}

export const act = (action: Action): Deed => ({ action });
export const editing = (edit: Edit): Deed => ({ edit });
export const scrolling = (scroll: ScrollBy, atEnd?: Action): Deed =>
  atEnd === undefined ? { scroll } : { scroll, atEnd };
