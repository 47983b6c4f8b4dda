import type { Event } from '../app/events.ts';
import type { SettingsWish } from '../app/settings/state.ts';
import type { Context } from './context.ts';

/** What the settings screen asks for. */
export function settingsEffect(_context: Context, _wish: SettingsWish): Event {
  return { type: 'opened', screen: { name: 'settings', rows: [], row: 0 } };
}
