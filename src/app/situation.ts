import type { VariantPart } from '../bank/variant.ts';
import { type Entry, entrySituations } from './entries/entries.ts';
import type { EntrySituation } from './entries/entry.ts';
import type { State } from './state.ts';

/** What a key can depend on. */
export type Situation =
  | 'help'
  | 'home'
  | 'question'
  | 'judge'
  | 'mark'
  | 'summary'
  /** There are topics to choose from. */
  | 'topics'
  /** Those of the part in focus. */
  | EntrySituation
  /** There is more than one part. */
  | 'parts'
  | 'hint'
  | 'drill'
  /** The answer moves the schedule, so its rating can be chosen. */
  | 'rated';

export function situationsOf(state: State): ReadonlySet<Situation> {
  if (state.help) return new Set(['help']);
  const { screen, lane } = state;
  if (!screen) return new Set();
  const found = new Set<Situation>([screen.name]);
  if (lane.kind === 'drill' && screen.name !== 'home') found.add('drill');
  if (screen.name === 'home' && screen.home.topics.length > 0) found.add('topics');
  if (screen.name === 'mark' && screen.rating !== null) found.add('rated');
  if (screen.name !== 'question') return found;
  const { variant } = screen.presented;
  const entry = screen.entries[screen.focus] as Entry;
  const part = variant.parts[screen.focus] as VariantPart;
  for (const situation of entrySituations(entry, part)) found.add(situation);
  if (screen.entries.length > 1) found.add('parts');
  if (variant.hint !== null && !screen.hint) found.add('hint');
  return found;
}
