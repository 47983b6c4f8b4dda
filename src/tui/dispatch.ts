import type { Event } from '../app/events.ts';
import type { State } from '../app/state.ts';
import { asKey, asText, type Press } from './input.ts';
import { bindingFor } from './keymap.ts';
import type { Frame } from './layout.ts';
import { scrolledBy } from './scroll.ts';

/** Where characters that are no keys are taken as text. */
const TAKES_TEXT: ReadonlySet<string | undefined> = new Set([
  'question',
  'judge',
  'history',
  'picker',
  'browser',
  'settings',
]);

/** What a key press means in this state; null where it means nothing. The frame is drawn only for keys that scroll. */
export function eventFor(press: Press, state: State, drawn: () => Frame): Event | null {
  const binding = bindingFor(asKey(press), state);
  if (binding) {
    const { does } = binding;
    if ('action' in does) return { type: 'action', action: does.action };
    if ('edit' in does) return { type: 'edit', edit: does.edit };
    const frame = drawn();
    return { type: 'scroll', to: scrolledBy(does.scroll, frame), furthest: frame.furthest };
  }
  const text = asText(press);
  return text === null || !TAKES_TEXT.has(state.screen?.name) ? null : { type: 'text', text };
}
