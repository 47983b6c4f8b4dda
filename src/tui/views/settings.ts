import type { SettingsScreen } from '../../app/settings/state.ts';
import type { Room, View } from '../view.ts';

export function settingsView(_screen: SettingsScreen, _room: Room): View {
  return { place: 'Settings', corner: '', body: [], panel: [], focus: [] };
}
