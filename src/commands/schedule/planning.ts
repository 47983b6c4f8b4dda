import { draftOf } from '../../app/plan/draft.ts';
import type { PlanDraft, Planned } from '../../app/plan/state.ts';
import { asideOf } from '../../schedule/aside.ts';
import { type Goal, goalOf, goalSetting, PLAN } from '../../schedule/goal.ts';
import { examPlan } from '../../schedule/plan/plan.ts';
import { type Posterior, posterior } from '../../schedule/plan/posterior.ts';
import type { PlanInput, RatedReview } from '../../schedule/plan/types.ts';
import { courseOf } from '../../schedule/plan-course.ts';
import { planQuestions } from '../../schedule/planned.ts';
import { retentionOf, tuningOf } from '../../schedule/tuning.ts';
import type { Context } from '../context.ts';
import { momentOf, speedNow } from './today.ts';

/** Plans for an exam, from the history and the bank. What is known of the student is worked out once for many dates. */
export interface Planner {
  readonly plan: (draft: PlanDraft) => Planned;
}

/** Luck is the same for every date and budget, so that their plans can be compared. */
const SEED = 1;

export function planner(context: Context): Planner {
  const rest = inputNow(context);
  let known: Posterior | null = null;
  return {
    plan: draft => {
      known ??= posterior(rest.histories, rest.weights, rest.seed);
      const plan = examPlan({ ...rest, ...draft, examCredits: draft.credits }, known);
      return { draft, today: rest.today, plan };
    },
  };
}

/** What the history and the bank say today, whatever exam it is asked for. */
export function inputNow(context: Context): Omit<PlanInput, 'exam' | 'minutes' | 'examCredits'> {
  const store = context.store();
  const { day: today } = momentOf(context);
  const cards = store.cards();
  const tuning = tuningOf(store.settings());
  const histories = new Map(
    [...store.ratedHistories()].map(([question, rows]) => [
      question,
      rows.map(({ day, rating, credit, hint, guess }): RatedReview => {
        // With a hint or by guessing, nothing is said about what a wrong answer earns in an exam.
        return { day, rating, credit: rating === 'again' && !hint && !guess ? credit : null };
      }),
    ]),
  );
  const answered = store.answers(today);
  return {
    questions: planQuestions({
      syllabus: context.syllabus(),
      cards,
      aside: asideOf(store.settings(), cards),
      expectedMs: speedNow(context).expectedMs,
    }),
    histories,
    today,
    newPerDay: context.newPerDay,
    weights: tuning.weights,
    retention: id => retentionOf(tuning, id),
    seed: SEED,
    done: {
      ms: answered.reduce((sum, { ms }) => sum + (ms ?? 0), 0),
      fresh: [...cards.values()].filter(({ firstDay }) => firstDay === today).length,
    },
  };
}

/** Puts a plan in force. */
export function adopt({ store }: Context, { draft, today, plan }: Planned): void {
  const course = courseOf(plan);
  const goal: Goal = {
    exam: draft.exam,
    minutes: draft.minutes,
    credits: draft.credits,
    newPerDay: plan.newPerDay,
    lastNewDay: plan.lastNewDay,
    toMeet: plan.toMeet,
    made: today,
    remembered: plan.remembered,
    score: plan.score,
    passing: plan.passing,
    ...(course ? { course } : {}),
  };
  store().set(PLAN, goalSetting(goal));
}

/** What the plan in force was made for, or what a first look may begin with. */
export function draftNow(context: Context): PlanDraft {
  return draftOf(goalNow(context), momentOf(context).day);
}

export function goalNow(context: Context): Goal | null {
  return goalOf(context.store().settings(), momentOf(context).day);
}
