import type { BrowserScreen } from '../../app/browser/state.ts';
import type { Room, View } from '../view.ts';

export function browserView(_screen: BrowserScreen, _room: Room): View {
  return { place: 'Bank', corner: '', body: [], panel: [], focus: [] };
}
