import type { Action } from '../events.ts';
import type { Next } from '../session.ts';
import type { State } from '../state.ts';
import type { ExamsScreen } from './state.ts';

export function updateExams(state: State, _screen: ExamsScreen, action: Action): Next {
  return action === 'back' ? [state, [{ type: 'load-home', summary: false }]] : [state, []];
}
