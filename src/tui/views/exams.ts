import type { ExamsScreen } from '../../app/exams/state.ts';
import type { Room, View } from '../view.ts';

export function examsView(_screen: ExamsScreen, _room: Room): View {
  return { place: 'Exams', corner: '', body: [], panel: [], focus: [] };
}
