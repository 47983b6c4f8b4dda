import type { Event } from '../events.ts';
import type { Next } from '../session.ts';
import type { State } from '../state.ts';
import type { SettingsScreen } from './state.ts';

type Input = Extract<Event, { type: 'text' | 'edit' | 'action' }>;

export function updateSettings(state: State, _screen: SettingsScreen, input: Input): Next {
  if (input.type === 'action' && input.action === 'back') return [state, [{ type: 'load-home', summary: false }]];
  return [state, []];
}
