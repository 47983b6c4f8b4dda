import { type Entry, entrySituations } from '../entries/entries.ts';
import type { Situation } from '../situation.ts';
import { leftMs } from './clock.ts';
import { overviewRows } from './standing.ts';
import type { ExamScreen, ExamState } from './state.ts';

/** What a key can depend on in an exam; those of replies are as in a session. */
export type ExamSituation =
  | Situation
  | ExamScreen['name']
  /** Letters are commands here … */
  | 'commands'
  /** … or may become part of the reply. */
  | 'letters'
  /** In a row of pages there is one before this … */
  | 'earlier'
  /** … or one after it. */
  | 'later'
  /** Somebody watches the clock. */
  | 'timed'
  /** The problem has a story, which is not told in full by itself. */
  | 'story';

export function examSituations(state: ExamState): ReadonlySet<ExamSituation> {
  const { screen, help, watch, clock, questions, sheets, at } = state;
  if (help) return new Set(['help']);
  const found = new Set<ExamSituation>([screen.name]);
  if (watch ? leftMs(watch) !== null : clock !== 'none') found.add('timed');
  if (screen.name === 'judge' || screen.name === 'mark') {
    if (screen.which > 0) found.add('earlier');
    if (screen.name === 'mark' && screen.which < questions.length - 1) found.add('later');
  }
  if (screen.name === 'overview' && overviewRows(state, screen.open).length > 0) found.add('found');
  if (screen.name !== 'question') return found;
  const posed = questions[at];
  const sheet = sheets[at];
  if (!posed || !sheet) return found;
  const part = posed.question.parts[sheet.focus];
  if (part) for (const situation of entrySituations(sheet.entries[sheet.focus] as Entry, part)) found.add(situation);
  if (sheet.entries.length > 1) found.add('parts');
  if (hasStoryApart(state)) found.add('story');
  found.add(found.has('text') || found.has('typing') ? 'letters' : 'commands');
  return found;
}

/** The story stands in full above the first question of its problem; above the others it waits for a key. */
function hasStoryApart({ questions, at }: Pick<ExamState, 'questions' | 'at'>): boolean {
  const posed = questions[at];
  return (
    posed !== undefined && posed.problem.story !== null && questions[at - 1]?.problem.number === posed.problem.number
  );
}
