import { join } from 'node:path';
import type { Event } from '../../app/events.ts';
import { pastReport } from '../../app/exam/past-report.ts';
import { isPassed } from '../../app/exam/report.ts';
import type {
  BlueprintRow,
  BrokenRow,
  ExamRow,
  ExamsScreen,
  ExamsWish,
  TakenRow,
  UnfinishedRow,
  WantedExam,
} from '../../app/exams/state.ts';
import { rowWanted } from '../../app/exams/wanted.ts';
import { localTime } from '../../app/local-time.ts';
import { QuestionError } from '../../bank/problem.ts';
import { blueprintNames } from '../../exam/blueprint/load.ts';
import { planForm } from '../../exam/draw/plan-form.ts';
import { ExamError } from '../../exam/error.ts';
import { examFacts } from '../../exam/facts.ts';
import type { PlannedForm } from '../../exam/form.ts';
import { forecastIn } from '../../schedule/mock/record.ts';
import type { Attempt, ExamResult } from '../../store/attempts.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { leftOf, momentOf } from '../schedule/today.ts';
import { forecastOf } from './forecast.ts';
import { questionsOf } from './past.ts';
import { examMeant, type Meant } from './spec.ts';

/** What the screen of exams shows. It reads blueprints, and so is loaded only when it is opened. */

/** The example that is drawn of each blueprint. */
const SAMPLE_SEED = '1';

export function examsScreen(context: Context, wanted: WantedExam | null = null): ExamsScreen {
  const { exams } = context.store();
  const { at } = momentOf(context);
  const rows: readonly ExamRow[] = [
    ...exams.attempts().map(attempt => unfinishedRow(attempt, at)),
    ...namesOf(context).map(name => blueprintRow(context, name)),
    ...exams.results().map(takenRow),
  ];
  return { name: 'exams', rows, row: wanted ? rowWanted(rows, wanted) : 0, dropping: false, report: null };
}

/** Of the bank, and of the folders beside it. */
function namesOf({ environment, banks }: Context): readonly string[] {
  const folders = [environment.shipped.questions, ...banks].map(folder => join(folder, 'exams'));
  return [...new Set(folders.flatMap(blueprintNames))].sort();
}

function unfinishedRow(attempt: Attempt, now: Date): UnfinishedRow {
  const { id, title, form, code, clock, credits, minutes, at, zone, handedInAt } = attempt;
  return {
    kind: 'unfinished',
    attempt: id,
    ...{ title, form, code, clock, credits, minutes },
    begun: localTime(at, zone),
    leftMs: leftOf(attempt, now),
    handedIn: handedInAt !== null,
  };
}

function blueprintRow(context: Context, name: string): BlueprintRow | BrokenRow {
  const found = sampleOf(context, name);
  if (typeof found === 'string') return { kind: 'broken', blueprint: name, problem: found };
  const { meant, planned } = found;
  const { title, subtitle, minutes, credits, pass, problems } = meant.spec.blueprint;
  const [facts] = examFacts([planned], context.bank.templates).forms;
  return {
    kind: 'blueprint',
    blueprint: name,
    title: subtitle === null ? title : `${title}: ${subtitle}`,
    ...{ minutes, credits, pass },
    questions: facts?.questions ?? 0,
    problems: problems.map((problem, i) => ({
      title: problem.title,
      credits: problem.credits,
      questions: planned.problems[i]?.length ?? 0,
    })),
    topics: facts?.topics ?? [],
    expected: null,
  };
}

interface Sample {
  readonly meant: Meant;
  readonly planned: PlannedForm;
}

/** @returns why there is none, where the blueprint cannot be used */
function sampleOf(context: Context, name: string): Sample | string {
  try {
    const meant = examMeant(context, name, { seed: SAMPLE_SEED, bank: context.banks });
    return { meant, planned: planForm(meant.spec, context.bank, 0) };
  } catch (error) {
    if (isTold(error)) return error.message;
    throw error;
  }
}

/** What whoever wrote a blueprint can mend. */
export function isTold(error: unknown): error is Error {
  return error instanceof ExamError || error instanceof QuestionError || error instanceof UsageError;
}

function takenRow(exam: ExamResult): TakenRow {
  const { id, title, form, code, at, zone, earned, self, credits, pass, questions, answered, ms } = exam;
  const kept = forecastIn(exam);
  return {
    kind: 'taken',
    exam: id,
    date: localTime(at, zone).slice(0, 10),
    ...{ title, form, code, earned, self, credits, pass, questions, answered, ms },
    passed: isPassed(exam),
    forecast: kept && { ...kept.forecast, isInside: kept.isInside },
  };
}

export function examsWish(context: Context, wish: ExamsWish): readonly Event[] {
  switch (wish.kind) {
    case 'report':
      return [{ type: 'opened', screen: { ...wish.from, report: reportOf(context, wish.exam) } }];
    case 'expect':
      return [{ type: 'opened', screen: expecting(context, wish.from) }];
    case 'drop':
      context.store().exams.drop(wish.attempt);
      return [
        { type: 'opened', screen: examsScreen(context) },
        { type: 'notice', text: `Thrown away: ${wish.title}.` },
      ];
  }
}

function reportOf(context: Context, id: string): ExamsScreen['report'] {
  const exam = context
    .store()
    .exams.results()
    .find(result => result.id === id);
  if (!exam) return null;
  const questions = questionsOf(context, exam);
  const { title, form, code, at, zone } = exam;
  return {
    ...{ title, form, code },
    handedIn: localTime(at, zone),
    report: pastReport(exam, questions),
    answers: questions.map(question => ({
      number: question.place?.number ?? null,
      title: question.title,
      credits: question.credits,
      credit: question.mark?.credit ?? null,
    })),
  };
}

function expecting(context: Context, screen: ExamsScreen): ExamsScreen {
  const chosen = screen.rows[screen.row];
  const sample = chosen?.kind === 'blueprint' ? sampleOf(context, chosen.blueprint) : '';
  if (chosen?.kind !== 'blueprint' || typeof sample === 'string') return screen;
  const expected = forecastOf(context, sample.planned.problems.flat());
  return { ...screen, rows: screen.rows.with(screen.row, { ...chosen, expected }) };
}
