import type { Event } from '../app/events.ts';
import type { ExamsWish } from '../app/exams/state.ts';
import type { Errand } from '../app/state.ts';
import { StoreError } from '../store/errors.ts';
import type { Context } from './context.ts';
import { Failure } from './errors.ts';

/** Exams from the home screen. What reads blueprints is a large part of the program, and no start waits for it. */

let part: typeof import('./exams-now.ts') | null = null;

/** Loads that part, so that the screen of exams opens at once. */
export async function loadExams(): Promise<void> {
  part = await import('./exams-now.ts');
}

const NOT_YET: Event = { type: 'notice', text: 'The exams are being read, which takes a moment: the same key again.' };

/** What the list of exams shows. */
export function examsNow(context: Context): Event {
  if (part) return { type: 'opened', screen: part.examsScreen(context) };
  void loadExams();
  return NOT_YET;
}

export function examsEffect(context: Context, wish: ExamsWish): readonly Event[] {
  return part ? part.examsWish(context, wish) : [NOT_YET];
}

const INTERRUPTED = 130;

/** How an errand ended: `told` is for the home screen, and after `interrupted` there is none. */
interface Done {
  readonly told: string | null;
  readonly interrupted: boolean;
}

/** What has screens of its own. What stands in its way is told, and ends nothing. */
export async function runErrand(context: Context, errand: Errand): Promise<Done> {
  const { isTold } = await import('./exams-now.ts');
  try {
    await run(context, errand);
  } catch (error) {
    if (!(isTold(error) || error instanceof Failure || error instanceof StoreError)) throw error;
    return { told: error.message, interrupted: false };
  }
  // Exams say by the exit status of the program that they were broken off.
  return { told: null, interrupted: process.exitCode === INTERRUPTED };
}

async function run(context: Context, errand: Errand): Promise<void> {
  const { goOnWithExam } = await import('./exam-take-open.ts');
  if (errand.kind === 'take-exam') {
    const { examTake } = await import('./exam-take.ts');
    return examTake(context, errand.blueprint, { bank: context.banks });
  }
  const attempt = context.store().exams.attempt(errand.attempt);
  if (!attempt) throw new Failure('This exam was finished or thrown away meanwhile.');
  return goOnWithExam(context, attempt);
}
