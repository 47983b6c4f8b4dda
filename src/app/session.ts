import type { Effect } from './events.ts';
import type { HomeScreen } from './screens.ts';
import type { Lane, State } from './state.ts';

/** How a session begins. */

export type Next = readonly [State, readonly Effect[]];

const FRESH: State = {
  screen: null,
  lane: { kind: 'study' },
  answered: [],
  shown: [],
  typed: [],
  open: null,
  help: false,
  why: false,
  scroll: null,
  notice: null,
  fromHome: true,
  errand: null,
  over: null,
};

/** At the home screen. */
export function startHome(): Next {
  return [FRESH, [{ type: 'load-home', summary: false }]];
}

/** There, with what it shows already known. */
export function startAt(screen: HomeScreen): Next {
  return [{ ...FRESH, screen }, []];
}

/** Straight into a session; leaving it leaves the program. */
export function startSession(lane: Lane): Next {
  return beginSession({ ...FRESH, fromHome: false }, lane);
}

export function beginSession(state: State, lane: Lane): Next {
  const present: Effect = { type: 'present', lane, shown: [], first: null, spent: 0 };
  return [{ ...state, lane, answered: [], shown: [], notice: null, why: false }, [present]];
}

/** The question after this one; `first` goes before all others. */
export function presentNext({ lane, shown, answered }: State, first: string | null = null): Effect {
  return { type: 'present', lane, shown, first, spent: answered.reduce((sum, { ms }) => sum + ms, 0) };
}
