import type { Answer, Effect, Event, HistoryEffect } from './events.ts';
import type { WantedExam } from './exams/state.ts';
import type { HomeScreen } from './screens.ts';
import type { Lane, State } from './state.ts';

/** How a session begins. */

export type Next = readonly [State, readonly Effect[]];

/** With what carries its effects out. */
export interface Beginning {
  readonly start: Next;
  readonly run: (effect: HistoryEffect) => Answer<Event>;
}

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

/** At the list of exams, where one comes back to from an exam; home is behind it. */
export function startAtExams(at: WantedExam): Next {
  return [FRESH, [{ type: 'load-exams', at }]];
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
