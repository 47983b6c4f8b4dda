import type { PastQuestion } from '../../app/exam/past-report.ts';
import type { Past } from '../../app/history/past.ts';
import type { Blueprint } from '../../exam/blueprint.ts';
import { planForm } from '../../exam/draw/plan-form.ts';
import { ExamError } from '../../exam/error.ts';
import type { PlannedForm } from '../../exam/form.ts';
import { formIndex } from '../../exam/roster.ts';
import type { EffectiveReview } from '../../schedule/review.ts';
import type { ExamResult } from '../../store/attempts.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { newestFirst } from '../history/find.ts';
import { pastOf } from '../history/past.ts';
import { examMeant } from './spec.ts';

/** The questions of a finished exam, from the history and, as far as it still comes out the same, from its code. */

export interface ShownQuestion extends PastQuestion {
  readonly id: string;
  /** null where it was not answered. */
  readonly past: Past | null;
}

/** In the order of the exam. */
export function questionsOf(context: Context, exam: ExamResult): readonly ShownQuestion[] {
  const rows = answersIn(context, exam.id);
  const drawn = drawnAgain(context, exam, rows);
  if (!drawn) return rows.map(row => shown(context, row.question, row, null));
  const given = new Map(rows.map(row => [row.question, row]));
  return drawn.planned.problems.flatMap((questions, i) =>
    questions.map(({ id, number, credits }) => {
      const problem = `${i + 1}  ${drawn.blueprint.problems[i]?.title ?? ''}`;
      return { ...shown(context, id, given.get(id) ?? null, { number, problem }), credits };
    }),
  );
}

/** They were written with the result, so that nothing of an earlier moment needs to be looked at. */
function answersIn({ store }: Context, exam: string): readonly EffectiveReview[] {
  const found: EffectiveReview[] = [];
  for (const review of newestFirst(store())) {
    if (momentOf(review.id) < momentOf(exam)) break;
    if (review.exam === exam) found.push(review);
  }
  return found.reverse();
}

/** The milliseconds at the beginning of an id; what follows may sort either way. */
function momentOf(id: string): string {
  return id.slice(0, '01234567-89ab'.length);
}

interface Again {
  readonly blueprint: Blueprint;
  readonly planned: PlannedForm;
}

/** null where the code leads to other questions today: the bank or the blueprint was changed, or lies elsewhere. */
function drawnAgain(context: Context, exam: ExamResult, rows: readonly EffectiveReview[]): Again | null {
  const index = formIndex(exam.form);
  if (index === null) return null;
  try {
    const { spec } = examMeant(context, undefined, { code: exam.code });
    const planned = planForm(spec, context.bank, index);
    const all = planned.problems.flat();
    const seeds = new Map(all.map(({ id, seed }) => [id, seed]));
    const isSame = all.length === exam.questions && rows.every(({ question, seed }) => seeds.get(question) === seed);
    return isSame ? { blueprint: spec.blueprint, planned } : null;
  } catch (error) {
    if (error instanceof ExamError || error instanceof UsageError) return null;
    throw error;
  }
}

function shown(context: Context, id: string, row: EffectiveReview | null, place: PastQuestion['place']): ShownQuestion {
  const past = row && pastOf(context, row);
  const template = past?.variant?.template ?? context.bank.get(id);
  return {
    id,
    place,
    title: past?.title ?? template?.title ?? id,
    topics: template?.topics ?? [id],
    credits: template?.credits ?? 0,
    parts: past?.variant?.parts ?? [],
    mark: past?.mark ?? null,
    ms: past?.written.ms ?? null,
    past,
  };
}
