import type { PreviewEvent, PreviewState } from './state.ts';
import { updatePreview } from './update.ts';

/** A preview that is alive: keys and saved files in, states out. */
export interface Preview {
  readonly state: () => PreviewState;
  readonly dispatch: (event: PreviewEvent) => void;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createPreview(start: PreviewState): Preview {
  let state = start;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: event => {
      const next = updatePreview(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
