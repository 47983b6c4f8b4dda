import type { PickerScreen } from '../../app/picker/state.ts';
import type { Room, View } from '../view.ts';

export function pickerView(_screen: PickerScreen, _room: Room): View {
  return { place: 'Find', corner: '', body: [], panel: [], focus: [] };
}
