import { type Situation, situationsOf } from '../app/situation.ts';
import type { State } from '../app/state.ts';
import { asideKeys } from './keys/aside.ts';
import type { Binding } from './keys/binding.ts';
import { browserKeys } from './keys/browser.ts';
import { everywhereKeys } from './keys/everywhere.ts';
import { examsKeys } from './keys/exams.ts';
import { fieldKeys } from './keys/field.ts';
import { historyKeys } from './keys/history.ts';
import { homeKeys } from './keys/home.ts';
import { judgeKeys } from './keys/judge.ts';
import { readingKeys } from './keys/mark.ts';
import { pageKeys } from './keys/pages.ts';
import { pickerKeys } from './keys/picker.ts';
import { questionKeys } from './keys/question.ts';
import { replyKeys } from './keys/replies.ts';
import { scratchKeys } from './keys/scratch.ts';
import { settingsKeys } from './keys/settings.ts';
import { stepKeys } from './keys/steps.ts';

/** Every key of the program, once: the dispatcher, the footer and the help all come from this table, in this order. */
export const bindings: readonly Binding[] = [
  ...homeKeys,
  ...asideKeys,
  ...pageKeys,
  ...historyKeys,
  ...pickerKeys,
  ...browserKeys,
  ...examsKeys,
  ...settingsKeys,
  ...scratchKeys,
  ...replyKeys,
  ...questionKeys,
  ...fieldKeys,
  ...judgeKeys,
  ...stepKeys,
  ...readingKeys,
  ...everywhereKeys,
];

function isActive({ when, unless = [] }: Binding, situations: ReadonlySet<Situation>): boolean {
  return when.every(needed => situations.has(needed)) && !unless.some(forbidden => situations.has(forbidden));
}

/** The bindings that would fire now; where two share a key, the first does. */
export function activeBindings(state: State): Binding[] {
  const situations = situationsOf(state);
  return bindings.filter(binding => isActive(binding, situations));
}

export function bindingFor(key: string, state: State): Binding | null {
  return activeBindings(state).find(binding => binding.keys.includes(key)) ?? null;
}
