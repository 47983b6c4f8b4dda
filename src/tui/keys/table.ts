import type { Situation } from '../../app/situation.ts';
import { asideKeys } from './aside.ts';
import type { Binding } from './binding.ts';
import { browserKeys } from './browser.ts';
import { everywhereKeys } from './everywhere.ts';
import { examsKeys } from './exams.ts';
import { fieldKeys } from './field.ts';
import { historyKeys } from './history.ts';
import { homeKeys } from './home.ts';
import { judgeKeys } from './judge.ts';
import { readingKeys } from './mark.ts';
import { pageKeys } from './pages.ts';
import { pickerKeys } from './picker.ts';
import { questionKeys } from './question.ts';
import { replyKeys } from './replies.ts';
import { scratchKeys } from './scratch.ts';
import { settingsKeys } from './settings.ts';
import { stepKeys } from './steps.ts';

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

/** Those that fire in such situations, in the order of the table. */
export function bindingsIn(situations: ReadonlySet<Situation>): readonly Binding[] {
  return bindings.filter(binding => isActive(binding, situations));
}
