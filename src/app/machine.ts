import type { Next } from './session.ts';
import type { Effect, Event, Moment, State } from './state.ts';
import { update } from './update.ts';

/** Turns the pure update into something alive: events in, states out, effects carried out in between. */
export interface Machine {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Surroundings {
  /** Carries out one effect; what it throws is for `onError` to explain. */
  readonly run: (effect: Effect) => readonly Event[];
  readonly moment: () => Moment;
  /** A sentence for the student, or null where the program cannot go on. */
  readonly explain: (error: unknown) => string | null;
}

export function createMachine([initial, effects]: Next, { run, moment, explain }: Surroundings): Machine {
  let state = initial;
  const listeners = new Set<() => void>();

  const carryOut = (todo: readonly Effect[]): void => {
    for (const effect of todo) {
      for (const event of attempt(effect)) step(event);
    }
  };

  /** What fails leaves the state as it was, so that nothing typed is lost, and says why. */
  const attempt = (effect: Effect): readonly Event[] => {
    try {
      return run(effect);
    } catch (error) {
      const text = explain(error);
      if (text === null) throw error;
      return [{ type: 'notice', text }];
    }
  };

  const step = (event: Event): void => {
    const [next, todo] = update(state, event, moment());
    state = next;
    carryOut(todo);
  };

  carryOut(effects);
  return {
    state: () => state,
    dispatch: event => {
      step(event);
      for (const listener of listeners) listener();
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
