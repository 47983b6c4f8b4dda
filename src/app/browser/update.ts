import type { Event } from '../events.ts';
import type { Next } from '../session.ts';
import type { State } from '../state.ts';
import type { BrowserScreen } from './state.ts';

type Input = Extract<Event, { type: 'text' | 'edit' | 'action' }>;

export function updateBrowser(state: State, _screen: BrowserScreen, input: Input): Next {
  if (input.type === 'action' && input.action === 'back') return [state, [{ type: 'load-home', summary: false }]];
  return [state, []];
}
