import type { Action } from './events.ts';
import { backToHistory } from './history/update.ts';
import { backToPicker } from './picker/update.ts';
import { isUntouched } from './presented.ts';
import type { QuestionScreen } from './screens.ts';
import type { Next } from './session.ts';
import type { Lane, State } from './state.ts';
import { tally } from './tally.ts';

/** Ways out of a session, and what is said before something would be lost. */

const LOST = 'Your reply is not handed in and would be lost.';
const WARNINGS: Partial<Readonly<Record<Action, string>>> = {
  back: `${LOST} The same key again leaves without it.`,
  skip: `${LOST} The same key again passes over.`,
};

/** What was typed is lost by leaving the program and by passing over: that takes the same key twice. */
export function warned(state: State, screen: QuestionScreen, action: Action): Next | null {
  const { fromHome, lane } = state;
  const isLosing = (action === 'back' && !fromHome) || (action === 'skip' && lane.kind !== 'study');
  const complaint = WARNINGS[action] ?? null;
  if (!isLosing || screen.complaint === complaint || isUntouched(screen)) return null;
  return [{ ...state, screen: { ...screen, complaint, asked: null }, scroll: null, notice: null }, []];
}

/** At home, leaving loses a reply that was left open. */
export function warnedAtHome(state: State, action: Action): Next | null {
  const { open } = state;
  if (action !== 'back' || open === null || isUntouched(open.screen)) return null;
  const { title } = open.screen.presented.variant.template;
  const notice = `Your reply to “${title}” is not handed in and would be lost. The same key again leaves without it.`;
  return state.notice === notice ? null : [{ ...state, notice }, []];
}

const KEPT = 'Your reply is kept: it is there when the question is asked again.';

/**
 * What was answered is said in a line, on the home screen or where the program ends.
 *
 * @param isKept a reply was begun, and the program goes on
 */
export function leaveSession(state: State, isKept = false): Next {
  const [left, effects] = leaveSummary(state);
  const told = [...(state.answered.length > 0 ? [tally(state.answered)] : []), ...(isKept ? [KEPT] : [])];
  return [{ ...left, notice: told.length > 0 ? told.join('. ') : null }, effects];
}

export function leaveSummary(state: State): Next {
  if (state.lane.kind === 'replay' && state.lane.back) return backToHistory(state, state.lane.back);
  if (state.lane.kind === 'drill' && state.lane.back) return backToList(state, state.lane.back);
  if (!state.fromHome) return [{ ...state, over: 'left' }, [{ type: 'leave' }]];
  return [{ ...state, notice: null }, [{ type: 'load-home', summary: false }]];
}

type ListOfChoice = NonNullable<Extract<Lane, { kind: 'drill' }>['back']>;

/** From a drill back to where it was chosen. */
function backToList(state: State, screen: ListOfChoice): Next {
  const left: State = { ...state, lane: { kind: 'study' }, notice: null };
  switch (screen.name) {
    case 'picker':
      return backToPicker(state, screen);
    case 'aside':
      return [{ ...left, screen }, [{ type: 'load-asides' }]];
    case 'browser':
      return [left, [{ type: 'browse', wish: { kind: 'refresh', screen } }]];
  }
}
