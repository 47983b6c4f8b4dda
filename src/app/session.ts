import type { Effect, Lane, State } from './state.ts';

/** How a session begins. */

export type Next = readonly [State, readonly Effect[]];

const FRESH: State = {
  screen: null,
  lane: { kind: 'study' },
  answered: [],
  skipped: 0,
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
  const present: Effect = { type: 'present', lane, skipped: 0, current: null, first: null };
  return [{ ...state, lane, answered: [], skipped: 0, notice: null }, [present]];
}
