import { isEmpty } from './entry.ts';
import type { State } from './state.ts';

/** What a key can depend on. */
export type Situation =
  | 'help'
  | 'home'
  | 'question'
  | 'mark'
  | 'summary'
  /** There are topics to choose from. */
  | 'topics'
  /** The part in focus is answered by text … */
  | 'text'
  /** … and some of it stands there already, so that letters are text. */
  | 'typing'
  /** The part in focus is answered by ticking boxes … */
  | 'boxes'
  /** … of which any number may be right. */
  | 'many'
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
  const entry = screen.entries[screen.focus];
  const part = screen.presented.variant.parts[screen.focus];
  if (entry?.kind === 'text') found.add('text');
  if (entry?.kind === 'text' && !isEmpty(entry)) found.add('typing');
  if (entry?.kind === 'boxes') found.add('boxes');
  if (part?.key.kind === 'choice' && part.key.many) found.add('many');
  if (screen.entries.length > 1) found.add('parts');
  if (screen.presented.variant.hint !== null && !screen.hint) found.add('hint');
  return found;
}
