import type { Edit } from '../app/entries/entry.ts';
import type { Event } from '../app/events.ts';
import type { State } from '../app/state.ts';
import { asKey, asText, type Press } from './input.ts';
import { activeBindings } from './keymap.ts';
import type { Scrolling, Suspending } from './keys/binding.ts';
import type { Frame } from './layout.ts';
import { scrolledBy } from './scroll.ts';

/** A key of any screen, with actions of its own. */
export interface Keyed<Action> {
  readonly keys: readonly string[];
  readonly does: { readonly action: Action } | { readonly edit: Edit } | Scrolling<Action> | Suspending;
}

type Meant<Action> =
  | { readonly type: 'action'; readonly action: Action }
  | { readonly type: 'edit'; readonly edit: Edit }
  | { readonly type: 'scroll'; readonly to: number; readonly furthest: number }
  | { readonly type: 'text'; readonly text: string };

/**
 * What a key press means to a screen; null where it means nothing.
 *
 * @param active the keys that work now; where two are the same, the first counts
 * @param drawn the frame, which is made only for keys that scroll
 * @param takesText whether characters that are no keys are text
 */
export function meant<Action>(
  press: Press,
  active: readonly Keyed<Action>[],
  drawn: () => Frame,
  takesText: boolean,
): Meant<Action> | null {
  const does = deedOf(press, active);
  if (does) {
    if ('action' in does) return { type: 'action', action: does.action };
    if ('edit' in does) return { type: 'edit', edit: does.edit };
    if ('suspend' in does) return null;
    const frame = drawn();
    if (does.atEnd !== undefined && frame.scroll >= frame.furthest) return { type: 'action', action: does.atEnd };
    return { type: 'scroll', to: scrolledBy(does.scroll, frame), furthest: frame.furthest };
  }
  const text = takesText ? asText(press) : null;
  return text === null ? null : { type: 'text', text };
}

/** Whether a key press is no business of the screen: it stops the program, as the shell has it. */
export function suspends(press: Press, active: readonly Keyed<unknown>[]): boolean {
  const does = deedOf(press, active);
  return does !== undefined && 'suspend' in does;
}

function deedOf<Action>(press: Press, active: readonly Keyed<Action>[]): Keyed<Action>['does'] | undefined {
  const key = asKey(press);
  return active.find(({ keys }) => keys.includes(key))?.does;
}

/** Where characters that are no keys are taken as text. */
const TAKES_TEXT: ReadonlySet<string | undefined> = new Set([
  'question',
  'judge',
  'history',
  'picker',
  'browser',
  'settings',
]);

/** What a key press means in a session. */
export function eventFor(press: Press, state: State, drawn: () => Frame): Event | null {
  return meant(press, activeBindings(state), drawn, TAKES_TEXT.has(state.screen?.name));
}
