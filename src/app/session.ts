import type { Effect, Lane, State } from './state.ts';

/** How a session begins. */

export type Next = readonly [State, readonly Effect[]];

const FRESH: State = {
  screen: null,
  lane: { kind: 'study' },
  answered: [],
  shown: [],
  open: null,
  help: false,
  scroll: null,
  notice: null,
  fromHome: true,
  over: null,
};

/** At the home screen. */
export function startHome(): Next {
  return [FRESH, [{ type: 'load-home', summary: false }]];
}

/** Straight into a session; leaving it leaves the program. */
export function startSession(lane: Lane): Next {
  return beginSession({ ...FRESH, fromHome: false }, lane);
}

export function beginSession(state: State, lane: Lane): Next {
  const present: Effect = { type: 'present', lane, shown: [], first: null };
  return [{ ...state, lane, answered: [], shown: [], notice: null }, [present]];
}
