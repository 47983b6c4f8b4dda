import type { VariantPart } from '../bank/variant.ts';
import type { BrowserScreen } from './browser/state.ts';
import { type Entry, entrySituations } from './entries/entries.ts';
import type { EntrySituation } from './entries/entry.ts';
import { type ExamsSituation, examsSituations } from './exams/situations.ts';
import { solutionOf } from './history/past.ts';
import { type HomeSituation, homeSituations } from './home-situations.ts';
import { type SettingsSituation, settingsSituations } from './settings/situations.ts';
import type { State } from './state.ts';
import { firstStep, type Steps } from './steps.ts';

/** What a key can depend on. */
export type Situation =
  | 'help'
  /** Why this question now. */
  | 'why'
  | HomeSituation
  | 'question'
  | 'judge'
  | 'mark'
  | 'summary'
  /** The list of answers … */
  | 'history'
  /** … in which there are some, something may be found, and a search is typed. */
  | 'answers'
  | 'searchable'
  | 'searching'
  /** An old answer. */
  | 'past'
  | 'aside'
  | 'plan'
  /** It is not there yet. */
  | 'reckoning'
  /** A plan is in force. */
  | 'in-force'
  | 'statistics'
  /** Choosing what to drill. */
  | 'picker'
  /** There is something to choose from, in the picker, the browser and among exams. */
  | 'found'
  | 'browser'
  /** What the browser shows is being narrowed. */
  | 'filtering'
  /** A question of the browser is read by itself. */
  | 'reading'
  | 'exams'
  | ExamsSituation
  | SettingsSituation
  /** The scratch pad is open. */
  | 'scratch'
  /** There is a solution to go through step by step … */
  | 'solved'
  /** … which is being done, and there are steps to come, or to go back to. */
  | 'stepping'
  | 'steps-left'
  | 'steps-back'
  /** Those of the part in focus. */
  | EntrySituation
  /** There is more than one part. */
  | 'parts'
  | 'hint'
  /** A practice lane. */
  | 'drill'
  /** The answer moves the schedule, so its rating can be chosen. */
  | 'rated';

function browserSituations({ search, reading }: BrowserScreen): readonly Situation[] {
  if (search) return ['filtering', 'typing'];
  return reading ? ['browser', 'reading'] : ['browser'];
}

function listSituations(rows: readonly unknown[], others: readonly Situation[]): ReadonlySet<Situation> {
  return new Set<Situation>(rows.length > 0 ? [...others, 'found'] : others);
}

function stepSituations(steps: Steps | null, solution: string | null): readonly Situation[] {
  if (!steps || steps.all) return firstStep(solution) ? ['solved'] : [];
  const { shown, texts } = steps;
  return [
    'stepping',
    ...(shown < texts.length ? (['steps-left'] as const) : []),
    ...(shown > 1 ? (['steps-back'] as const) : []),
  ];
}

export function situationsOf(state: State): ReadonlySet<Situation> {
  if (state.help) return new Set(['help']);
  const { screen, lane } = state;
  if (!screen) return new Set();
  if (state.why) return new Set(['why']);
  if (screen.name === 'question' && screen.pad?.active) return new Set(['scratch', 'typing']);
  if (screen.name === 'history' && screen.search) return new Set(['searching', 'typing']);
  if (screen.name === 'picker') return listSituations(screen.found, ['picker', 'typing']);
  if (screen.name === 'browser') return listSituations(screen.rows, browserSituations(screen));
  if (screen.name === 'settings') return settingsSituations(screen);
  if (screen.name === 'home') return new Set(homeSituations(screen));
  const found = new Set<Situation>([screen.name]);
  if (screen.name === 'history' && screen.rows.length > 0) found.add('answers');
  if (screen.name === 'history' && (screen.rows.length > 0 || screen.query !== '')) found.add('searchable');
  if (screen.name === 'plan' && screen.goal !== null) found.add('in-force');
  if (screen.name === 'plan' && screen.planned.plan === null) found.add('reckoning');
  if (lane.kind !== 'study' && lane.kind !== 'replay') found.add('drill');
  if (screen.name === 'summary' && screen.home.met > 0) found.add('practicable');
  if (screen.name === 'aside' && screen.rows.length > 0) found.add('asides');
  if (screen.name === 'mark' && screen.rating !== null) found.add('rated');
  if (screen.name === 'exams') for (const situation of examsSituations(screen)) found.add(situation);
  if (screen.name === 'mark' || screen.name === 'past') {
    const solution = screen.name === 'mark' ? screen.presented.variant.solution : solutionOf(screen.past);
    for (const situation of stepSituations(screen.steps, solution)) found.add(situation);
  }
  if (screen.name !== 'question') return found;
  const { variant } = screen.presented;
  const entry = screen.entries[screen.focus] as Entry;
  const part = variant.parts[screen.focus] as VariantPart;
  for (const situation of entrySituations(entry, part)) found.add(situation);
  if (screen.entries.length > 1) found.add('parts');
  if (variant.hint !== null && !screen.hint) found.add('hint');
  return found;
}
