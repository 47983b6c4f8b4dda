import { planForm } from '../../exam/draw/plan-form.ts';
import type { Attempt } from '../../store/attempts.ts';
import type { Context } from '../context.ts';
import { requireTerminal } from '../environment.ts';
import { Failure } from '../errors.ts';
import { printLines } from '../output.ts';
import { forecastOf } from './forecast.ts';
import { examMeant, type SpecOptions } from './spec.ts';
import { type Closed, goOnWithExam, openExam } from './take-open.ts';

export interface TakeOptions extends SpecOptions {
  /** The clock stands still while the program is closed. */
  readonly pause?: boolean;
  /** Throws the unfinished exam away. */
  readonly drop?: boolean;
}

/** `tutor exam take [blueprint]`: an exam against the clock; one that was left goes on first. */
export async function examTake(context: Context, name: string | undefined, options: TakeOptions): Promise<void> {
  if (options.drop) drop(context);
  else await takeExam(context, name, options);
}

/** The same, told how it was left. @throws Failure, UsageError, ExamError, QuestionError, StoreError */
export async function takeExam(context: Context, name: string | undefined, options: TakeOptions): Promise<Closed> {
  requireTerminal(context.environment, '"tutor exam" prints one on paper instead.');
  const unfinished = context.store().exams.attempts().find(againstTheClock);
  if (unfinished) {
    if (asksForAnother(name, options)) throw new Failure(stillOpen(unfinished));
    return goOnWithExam(context, unfinished);
  }
  const meant = examMeant(context, name, options);
  const planned = planForm(meant.spec, context.bank, 0);
  const forecast = forecastOf(context, planned.problems.flat());
  return openExam(context, { meant, planned, clock: options.pause ? 'pauses' : 'runs', forecast });
}

const againstTheClock = ({ clock }: Attempt): boolean => clock !== 'none';

function asksForAnother(name: string | undefined, options: TakeOptions): boolean {
  const { seed, code, topics, credits, minutes, pause } = options;
  return [name, seed, code, topics, credits, minutes, pause].some(value => value !== undefined);
}

function stillOpen({ title, code }: Attempt): string {
  return `"${title}" (${code}) is not finished: "tutor exam take" goes on with it, and "tutor exam take --drop" throws it away.`;
}

function drop(context: Context): void {
  const attempts = context.store().exams.attempts();
  const attempt = attempts.find(againstTheClock) ?? attempts[0];
  if (!attempt) throw new Failure('No exam is being taken, so there is none to throw away.');
  context.store().exams.drop(attempt.id);
  printLines(context.environment, [`Thrown away: ${attempt.title} (${attempt.code}). Its answers are gone.`]);
}
