import type { Effect, Event, Moment } from './events.ts';
import type { State } from './state.ts';
import { update } from './update.ts';

/** Turns a pure update into something alive: events in, states out, effects carried out in between. */
export interface Living<S, E> {
  readonly state: () => S;
  readonly dispatch: (event: E) => void;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

export type Machine = Living<State, Event>;

interface Surroundings<E, F> {
  /** Carries out one effect; what it throws is for `explain`. */
  readonly run: (effect: F) => readonly E[];
  readonly moment: () => Moment;
  /** A sentence for the student, or null where the program cannot go on. */
  readonly explain: (error: unknown) => string | null;
}

type Step<S, F> = readonly [S, readonly F[]];

/** A session. */
export function createMachine(start: Step<State, Effect>, surroundings: Surroundings<Event, Effect>): Machine {
  return bringToLife(start, update, surroundings);
}

/** Anything that has a line for what just happened. */
export function bringToLife<S extends { readonly notice: string | null }, E, F>(
  [initial, effects]: Step<S, F>,
  update: (state: S, event: E, moment: Moment) => Step<S, F>,
  { run, moment, explain }: Surroundings<E, F>,
): Living<S, E> {
  let state = initial;
  const listeners = new Set<() => void>();

  /** What fails stops there, as what comes after may rest on it; what was already carried out stands. */
  const carryOut = (todo: readonly F[], ifFailing: S): void => {
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
  const attempt = (effect: F): readonly E[] | string => {
    try {
      return run(effect);
    } catch (error) {
      const text = explain(error);
      if (text === null) throw error;
      return text;
    }
  };

  const step = (event: E): readonly F[] => {
    const [next, todo] = update(state, event, moment());
    state = next;
    return todo;
  };

  /** A wish that cannot be carried out leaves the state as it was, so that nothing typed is lost. */
  const wish = (event: E): void => {
    const before = state;
    carryOut(step(event), before);
  };

  /** What the outer world reports has happened, whatever fails after it. */
  const report = (event: E): void => {
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
