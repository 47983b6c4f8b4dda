import type { Answer, Event } from '../../app/events.ts';
import type { ExamsWish, WantedExam } from '../../app/exams/state.ts';
import type { Errand } from '../../app/state.ts';
import type { Attempt } from '../../store/attempts.ts';
import { StoreError } from '../../store/errors.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import type { Closed } from '../exam/take-open.ts';

/** Exams from the home screen. What reads blueprints is a large part of the program, and no start waits for it. */

type Part = typeof import('../exam/exams-now.ts');

let part: Part | null = null;

/** Loads that part, so that the screen of exams opens at once. */
export async function loadExams(): Promise<Part> {
  part ??= await import('../exam/exams-now.ts');
  return part;
}

/** At once where the part is there, else when it is. */
function withExams(answer: (part: Part) => readonly Event[]): Answer<Event> {
  return part ? answer(part) : loadExams().then(answer);
}

/** What the list of exams shows. @param at the exam to be under the cursor */
export function examsNow(context: Context, at: WantedExam | null): Answer<Event> {
  return withExams(({ examsScreen }) => [{ type: 'opened', screen: examsScreen(context, at) }]);
}

export function examsEffect(context: Context, wish: ExamsWish): Answer<Event> {
  return withExams(({ examsWish }) => examsWish(context, wish));
}

/** How an errand ended. */
interface Done {
  /** For the screen that comes after it. */
  readonly told: string | null;
  /** The whole program is to end. */
  readonly interrupted: boolean;
  /** The exam that it was about. */
  readonly at: WantedExam;
}

/** What has screens of its own. What stands in its way is told, and ends nothing. */
export async function runErrand(context: Context, errand: Errand): Promise<Done> {
  const { isTold } = await loadExams();
  const blueprint = errand.kind === 'take-exam' ? errand.blueprint : null;
  const attempt = errand.kind === 'take-exam' ? null : context.store().exams.attempt(errand.attempt);
  const at: WantedExam = { code: attempt?.code ?? null, blueprint };
  try {
    const { code, isInterrupted } = await (blueprint === null ? goOn(context, attempt) : take(context, blueprint));
    return { told: null, interrupted: isInterrupted, at: { ...at, code: code ?? at.code } };
  } catch (error) {
    if (!(isTold(error) || error instanceof Failure || error instanceof StoreError)) throw error;
    return { told: error.message, interrupted: false, at };
  }
}

async function take(context: Context, blueprint: string): Promise<Closed> {
  const { takeExam } = await import('../exam/take.ts');
  return takeExam(context, blueprint, { bank: context.banks });
}

async function goOn(context: Context, attempt: Attempt | null): Promise<Closed> {
  if (!attempt) throw new Failure('This exam was finished or thrown away meanwhile.');
  const { goOnWithExam } = await import('../exam/take-open.ts');
  return goOnWithExam(context, attempt);
}
