import type { Answer, Effect, Event, Moment } from './events.ts';
import type { State } from './state.ts';
import { update } from './update.ts';

/** Turns a pure update into something alive: events in, states out, effects carried out in between. */
export interface Living<S, E> {
  readonly state: () => S;
  readonly dispatch: (event: E) => void;
  /**
   * Does it at once, unless an answer is being waited for: then as soon as all before it is done. What a key means depends
   * on the screen that it meets.
   */
  readonly inTurn: (work: () => void) => void;
  /** What led to the state; null before anything has happened. */
  readonly latest: () => E | null;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

export type Machine = Living<State, Event>;

interface Surroundings<E, F> {
  /** Carries out one effect; what it throws is for `explain`. */
  readonly run: (effect: F) => Answer<E>;
  readonly moment: () => Moment;
  /** A sentence for the student, or null where the program cannot go on. */
  readonly explain: (error: unknown) => string | null;
}

type Step<S, F> = readonly [S, readonly F[]];

/** Work that stops wherever an answer is to be waited for. */
type Work<E, Result = void> = Generator<Promise<readonly E[]>, Result, readonly E[]>;

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
  let latest: E | null = null;
  const listeners = new Set<() => void>();

  /** What fails stops there, as what comes after may rest on it; what was already carried out stands. */
  function* carryOut(todo: readonly F[], ifFailing: S): Work<E> {
    let before = ifFailing;
    for (const effect of todo) {
      const events = yield* attempt(effect);
      if (typeof events === 'string') {
        state = { ...before, notice: events };
        return;
      }
      for (const event of events) yield* report(event);
      before = state;
    }
  }

  /** @returns a sentence for the student where it fails */
  function* attempt(effect: F): Work<E, readonly E[] | string> {
    try {
      return yield* answered(effect);
    } catch (error) {
      const text = explain(error);
      if (text === null) throw error;
      return text;
    }
  }

  function* answered(effect: F): Work<E, readonly E[]> {
    const answer = run(effect);
    return answer instanceof Promise ? yield answer : answer;
  }

  const step = (event: E): readonly F[] => {
    const [next, todo] = update(state, event, moment());
    state = next;
    return todo;
  };

  /** A wish that cannot be carried out leaves the state as it was, so that nothing typed is lost. */
  function* wish(event: E): Work<E> {
    const before = state;
    yield* carryOut(step(event), before);
  }

  /** What the outer world reports has happened, whatever fails after it. */
  function* report(event: E): Work<E> {
    const todo = step(event);
    yield* carryOut(todo, state);
  }

  function* begin(): Work<E> {
    for (const effect of effects) for (const event of yield* answered(effect)) yield* report(event);
  }

  /** What came while an answer is waited for, in its order; null where none is. */
  let held: (() => void)[] | null = null;

  const inTurn = (work: () => void): void => {
    if (held) held.push(work);
    else work();
  };

  /** Does all that can be done at once, and the rest as answers come. @returns whether that was all */
  const goOn = (work: Work<E>, { done, value }: IteratorResult<Promise<readonly E[]>, void>): boolean => {
    if (done) return true;
    held ??= [];
    const then = (result: IteratorResult<Promise<readonly E[]>, void>): void => {
      if (!goOn(work, result)) return;
      const rest = held ?? [];
      held = null;
      for (const listener of listeners) listener();
      for (const one of rest) inTurn(one);
    };
    value.then(
      events => then(work.next(events)),
      (error: unknown) => then(work.throw(error)),
    );
    return false;
  };
  const start = (work: Work<E>): void => {
    goOn(work, work.next());
  };

  // Before the first screen there is nothing to keep and no place to explain, so errors are left to the caller.
  start(begin());
  return {
    state: () => state,
    latest: () => latest,
    inTurn,
    dispatch: event =>
      inTurn(() => {
        latest = event;
        start(wish(event));
        for (const listener of listeners) listener();
      }),
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
