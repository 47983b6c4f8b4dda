import type { Effect, Event } from '../../src/app/events.ts';
import type { Machine } from '../../src/app/machine.ts';
import type { State } from '../../src/app/state.ts';
import { update } from '../../src/app/update.ts';
import { eventFor } from '../../src/tui/dispatch.ts';
import { frame } from '../../src/tui/frame.ts';
import { type Session, ZONE } from '../app/support.ts';
import { open, stateOf } from './gallery.ts';

/** Keys pressed in the states of the gallery. */

const SMALL = { columns: 80, rows: 12 };

/** What a key means in a state, as the program has it. */
export function meaningOf(key: string, state: State): Event | null {
  const press = key.length > 1 ? { key } : { text: key };
  return eventFor(press, state, () => frame(state, SMALL, ZONE));
}

/** Presses keys as the program does, until the session is over. */
export function press(machine: Machine, ...keys: readonly string[]): void {
  for (const key of keys) {
    const event = machine.state().over ? null : meaningOf(key, machine.state());
    if (event) machine.dispatch(event);
  }
}

/** What leaves the history as it was. */
const READING: ReadonlySet<Effect['type']> = new Set([
  'load-home',
  'present',
  'load-asides',
  'load-statistics',
  'find',
  'load-exams',
  'try-plan',
  'edit-page',
  'leave',
]);

export interface Bench {
  readonly state: State;
  /** What becomes of it, or of another state of the same session, by one key. */
  readonly after: (key: string, from?: State) => State;
  /** A session in that state. */
  readonly alive: () => Machine;
}

/**
 * A state of the gallery to try keys in, each as if it were the first. What a key asks for is carried out, over a history
 * that is opened anew only after something was written to it: to open one takes longer than everything else.
 */
export function benchFor(name: string): Bench {
  const state = stateOf(name);
  let walk: Session | null = null;
  const over = (from: State): Machine => {
    walk ??= open(name);
    return walk.from(from);
  };
  return {
    state,
    after: (key, from = state) => {
      const event = meaningOf(key, from);
      if (!event) return from;
      const [next, effects] = update(from, event, { at: new Date('2026-11-20T18:30:00Z'), zone: ZONE, monotonic: 9e6 });
      if (effects.length === 0) return next;
      const machine = over(from);
      machine.dispatch(event);
      if (!effects.every(({ type }) => READING.has(type))) walk = null;
      return machine.state();
    },
    alive: () => over(state),
  };
}
