import { edit, insert, type TextEntry, textOf } from '../entries/text.ts';
import type { Action, Effect, Event } from '../events.ts';
import { beginSession, type Next } from '../session.ts';
import type { State } from '../state.ts';
import type { PickerScreen } from './state.ts';

type Input = Extract<Event, { type: 'text' | 'edit' | 'action' }>;

/** Rows of a large step. */
const LARGE_STEP = 10;

const STEPS: Partial<Readonly<Record<Action, number>>> = {
  up: -1,
  down: 1,
  'rows-up': -LARGE_STEP,
  'rows-down': LARGE_STEP,
};

export function updatePicker(state: State, screen: PickerScreen, input: Input): Next {
  switch (input.type) {
    case 'text':
      return typed(state, screen, insert(screen.entry, input.text));
    case 'edit':
      return typed(state, screen, edit(screen.entry, input.edit));
    case 'action':
      return act(state, screen, input.action);
  }
}

/** The list follows what is typed; moving about in it changes nothing. */
function typed(state: State, screen: PickerScreen, entry: TextEntry): Next {
  const next: State = { ...state, screen: { ...screen, entry }, notice: null };
  return [next, textOf(entry) === textOf(screen.entry) ? [] : [finding({ ...screen, entry }, null)]];
}

function finding({ entry }: PickerScreen, at: string | null): Effect {
  return { type: 'find', query: textOf(entry), cursor: entry.cursor, at };
}

function act(state: State, screen: PickerScreen, action: Action): Next {
  const { found, row } = screen;
  const step = STEPS[action];
  if (step !== undefined) {
    const to = Math.max(0, Math.min(row + step, found.length - 1));
    return [{ ...state, screen: { ...screen, row: to }, scroll: null, notice: null }, []];
  }
  if (action === 'back') return [{ ...state, notice: null }, [{ type: 'load-home', summary: false }]];
  const place = found[row]?.place;
  if (place === undefined) return [state, []];
  if (action === 'drill') return beginSession(state, { kind: 'drill', topic: place, back: screen });
  if (action === 'browse') {
    return [{ ...state, notice: null }, [{ type: 'browse', wish: { kind: 'open', at: place, back: screen } }]];
  }
  return [state, []];
}

/** As it was left, with what has become of the questions since. */
export function backToPicker(state: State, screen: PickerScreen): Next {
  const place = screen.found[screen.row]?.place ?? null;
  return [{ ...state, lane: { kind: 'study' }, notice: null }, [finding(screen, place)]];
}
