import { clockText, type ExamClock, leftMs } from '../../app/exam/clock.ts';
import { isPassed } from '../../app/exam/report.ts';
import { lostDrafts, resumeExam, startExam } from '../../app/exam/start.ts';
import type { ExamFacts, ExamNext, ExamState } from '../../app/exam/state.ts';
import { creditsOfText } from '../../app/exam/worth.ts';
import { QuestionError } from '../../bank/problem.ts';
import { ExamError } from '../../exam/error.ts';
import type { FormProblem, PlannedForm } from '../../exam/form.ts';
import { makeForm } from '../../exam/make-form.ts';
import { lineText } from '../../notation/line.ts';
import { renderLiteral } from '../../notation/terminal.ts';
import type { Attempt } from '../../store/attempts.ts';
import { StoreError } from '../../store/errors.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { printLines, widthOf } from '../output.ts';
import type { Meant } from './spec.ts';
import { type ExamData, examDataOf, formOf } from './take-data.ts';
import { examEffects, type Prepared } from './take-effects.ts';

/** Opens the screens of an exam: a new one, or one that was left. Both need a terminal, which the caller has looked for. */

export interface NewExam {
  readonly meant: Meant;
  readonly planned: PlannedForm;
  /** `none`: the answers stand on paper and are typed in. */
  readonly clock: ExamClock;
  readonly forecast: Prepared['forecast'];
}

/** How the screens of an exam were closed. */
export interface Closed {
  /** Reprints the exam; null where it never began. */
  readonly code: string | null;
  /** With Ctrl-C, which is to end the whole program. */
  readonly isInterrupted: boolean;
}

/** Before the first question: nothing is kept until the exam begins. @throws ExamError, QuestionError, StoreError */
export async function openExam(context: Context, { meant, planned, clock, forecast }: NewExam): Promise<Closed> {
  const { spec, code } = meant;
  const { blueprint } = spec;
  const form = makeForm(planned, blueprint, context.bank);
  const { subtitle, minutes, credits, pass } = blueprint;
  const title = subtitle === null ? blueprint.title : `${blueprint.title}: ${subtitle}`;
  const data = examDataOf(blueprint, planned, form);
  const prepared = { code, form: form.name, title, minutes, credits, pass, forecast, data };
  return open(context, prepared, null, startExam(factsOf(prepared, form.problems), clock));
}

/** Where it was left. @throws Failure where the bank was changed so that it cannot go on; StoreError */
export async function goOnWithExam(context: Context, attempt: Attempt): Promise<Closed> {
  const { form, changed } = formKept(context, attempt);
  const { now, zone, monotonic } = context.environment;
  const { clock, at: startedAt, elapsedMs, handedInAt } = attempt;
  const drafts = context.store().exams.drafts(attempt.id);
  const moment = { at: now(), zone, monotonic: monotonic() };
  const kept = { clock, startedAt, elapsedMs, handedInAt, drafts };
  const [state, effects] = resumeExam(factsOf(attempt, form.problems), kept, moment);
  const notice = newsOf(changed, lostDrafts(state, drafts)) ?? state.notice;
  return open(context, attempt, attempt.id, [{ ...state, notice }, effects]);
}

function formKept({ bank }: Context, { data, title }: Attempt): ReturnType<typeof formOf> {
  try {
    return formOf(data as ExamData, bank);
  } catch (error) {
    if (!(error instanceof ExamError || error instanceof QuestionError)) throw error;
    throw new Failure(
      `"${title}" cannot go on, as its questions were changed. It is kept, and goes on when they are as before; "tutor exam take --drop" throws it away.\n${error.message}`,
    );
  }
}

/** What the student must know of questions that were changed since the exam began. */
function newsOf(changed: readonly string[], lost: readonly string[]): string | null {
  if (changed.length === 0) return null;
  const emptied = lost.length === 0 ? '' : ` What you had answered does not fit ${lost.join(', ')} any more.`;
  return `Changed in the bank since the exam began: ${changed.join(', ')}.${emptied}`;
}

function factsOf(prepared: Omit<ExamFacts, 'problems'>, problems: readonly FormProblem[]): ExamFacts {
  const { code, form, title, minutes, credits, pass, forecast } = prepared;
  return { code, form, title, minutes, credits, pass, forecast, problems };
}

const INTERRUPTED = 130;

async function open(context: Context, prepared: Prepared, attempt: string | null, start: ExamNext): Promise<Closed> {
  const { environment } = context;
  const { showExam } = await import('../../tui/exam/show.tsx');
  const run = examEffects(context, prepared, attempt);
  const state = await showExam(start, run, { ...environment, looks: context.looks, explain });
  const word = lastWord(state);
  if (word !== null) printLines(environment, renderLiteral(word, { width: widthOf(environment) }).map(lineText));
  const isInterrupted = state.over === 'interrupted';
  if (isInterrupted) process.exitCode = INTERRUPTED;
  return { code: state.watch ? prepared.code : null, isInterrupted };
}

/** What the student can mend is said on the screen; anything else is a fault of the program and ends it. */
function explain(error: unknown): string | null {
  return error instanceof StoreError || error instanceof QuestionError ? error.message : null;
}

/** How it stands when the screen is closed; null where nothing has begun. */
function lastWord({ facts, watch, handedIn, outcome, screen, clock, over }: ExamState): string | null {
  const { title, credits, pass, code } = facts;
  const command = clock === 'none' ? `tutor exam mark ${code}` : 'tutor exam take';
  if (!watch) return null;
  if (over === 'elsewhere') {
    return `"${title}" was taken up or ended in another terminal, and so closed here. What was typed before is there; "tutor exam list" tells how it stands.`;
  }
  if (outcome && screen.name !== 'closing') {
    const passed = isPassed({ earned: outcome.earned, pass }) ? 'passed' : 'not passed';
    return `${title}: ${creditsOfText(outcome.earned, credits)}, ${passed}. All of it is saved; "tutor exam show" tells it again.`;
  }
  if (handedIn) return `Handed in, and all of it is saved. "${command}" goes on with marking what you wrote.`;
  const left = leftMs(watch);
  const time = left === null ? '' : ` ${clockText(left)} left${clock === 'runs' ? ', and the clock runs on' : ''}.`;
  return `All of it is saved.${time} "${command}" goes on.`;
}
