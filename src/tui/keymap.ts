import { situationsOf } from '../app/situation.ts';
import type { State } from '../app/state.ts';
import type { Binding } from './keys/binding.ts';
import { bindingsIn } from './keys/table.ts';

/** The bindings that would fire now; where two share a key, the first does. */
export function activeBindings(state: State): readonly Binding[] {
  return bindingsIn(situationsOf(state));
}

export function bindingFor(key: string, state: State): Binding | null {
  return activeBindings(state).find(binding => binding.keys.includes(key)) ?? null;
}
