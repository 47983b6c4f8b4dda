import { newOnDay } from '../../../src/schedule/plan/day.ts';
import { examPlan } from '../../../src/schedule/plan/plan.ts';
import { posterior } from '../../../src/schedule/plan/posterior.ts';
import { EXAM_CREDITS, type Plan, type PlanQuestion } from '../../../src/schedule/plan/types.ts';
import { type Hidden, planInput, Studying } from './student.ts';

/** Whether what the plan says comes true for a student whose memory is known. */

export interface Setting {
  readonly bank: readonly PlanQuestion[];
  readonly hidden: Hidden;
  readonly days: number;
  readonly minutes: number;
  readonly seed: number;
  readonly particles: number;
}

interface Stated {
  readonly when: string;
  readonly score: Plan['score'];
  readonly remembered: Plan['remembered'];
}

export interface Followed {
  readonly stated: readonly Stated[];
  readonly score: number;
  readonly known: number;
}

const TODAY = 20_000;

/** When the interval is held against the truth; `days` is the length of the plan. */
const MOMENTS: readonly { readonly when: string; readonly at: (days: number) => number }[] = [
  { when: 'first day, no history', at: () => 0 },
  { when: 'after 1 week', at: () => 7 },
  { when: '3 weeks before', at: days => days - 21 },
  { when: '1 week before', at: days => days - 7 },
  { when: 'the day before', at: days => days - 1 },
];

/** Studies to the exam, with a new plan every week and at each moment. */
export function follow({ bank, hidden, days, minutes, seed, particles }: Setting): Followed {
  const student = new Studying(bank, hidden, seed);
  const exam = TODAY + days;
  const stated: Stated[] = [];
  let plan: Plan | null = null;
  for (let day = 0; day < days; day++) {
    const today = TODAY + day;
    const { questions, histories } = student;
    const input = planInput({ questions, histories, today, exam, minutes, examCredits: EXAM_CREDITS, seed });
    const moments = MOMENTS.filter(({ at }) => at(days) === day);
    if (day % 7 === 0 || moments.length > 0) {
      plan = examPlan(input, posterior(histories, null, seed, particles));
      for (const { when } of moments) stated.push({ when, score: plan.score, remembered: plan.remembered });
    }
    const { fresh, room } = newOnDay(plan ?? { newPerDay: 0, lastNewDay: null, toMeet: 0 }, today, 0);
    student.study(today, input, fresh, room);
  }
  return { stated, score: student.score(exam, EXAM_CREDITS), known: student.known(exam) };
}

export function isWithin(value: number, { low, high }: { readonly low: number; readonly high: number }): boolean {
  // Scores are sums of credits in floating point.
  return value >= low - 1e-9 && value <= high + 1e-9;
}
