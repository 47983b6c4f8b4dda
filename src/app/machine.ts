import type { Effect, Event, Moment } from './events.ts';
import type { Next } from './session.ts';
import type { State } from './state.ts';
import { update } from './update.ts';

/** Turns the pure update into something alive: events in, states out, effects carried out in between. */
export interface Machine {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Surroundings {
  /** Carries out one effect; what it throws is for `explain`. */
  readonly run: (effect: Effect) => readonly Event[];
  readonly moment: () => Moment;
  /** A sentence for the student, or null where the program cannot go on. */
  readonly explain: (error: unknown) => string | null;
}

export function createMachine([initial, effects]: Next, { run, moment, explain }: Surroundings): Machine {
  let state = initial;
  const listeners = new Set<() => void>();

  /** What fails stops there, as what comes after may rest on it; what was already carried out stands. */
  const carryOut = (todo: readonly Effect[], ifFailing: State): void => {
    let before = ifFailing;
    for (const effect of todo) {
      const events = attempt(effect);
      if (typeof events === 'string') {
        state = { ...before, notice: events };
        return;
      }
      for (const event of events) report(event);
      before = state;
    }
  };

  /** @returns a sentence for the student where it fails */
  const attempt = (effect: Effect): readonly Event[] | string => {
    try {
      return run(effect);
    } catch (error) {
      const text = explain(error);
      if (text === null) throw error;
      return text;
    }
  };

  const step = (event: Event): readonly Effect[] => {
    const [next, todo] = update(state, event, moment());
    state = next;
    return todo;
  };

  /** A wish that cannot be carried out leaves the state as it was, so that nothing typed is lost. */
  const wish = (event: Event): void => {
    const before = state;
    carryOut(step(event), before);
  };

  /** What the outer world reports has happened, whatever fails after it. */
  const report = (event: Event): void => {
    const todo = step(event);
    carryOut(todo, state);
  };

  // Before the first screen there is nothing to keep and no place to explain, so errors are left to the caller.
  for (const effect of effects) for (const event of run(effect)) report(event);
  return {
    state: () => state,
    dispatch: event => {
      wish(event);
      for (const listener of listeners) listener();
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
