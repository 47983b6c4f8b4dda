import type { Goal } from '../../schedule/goal.ts';
import { EXAM_CREDITS } from '../../schedule/plan/types.ts';
import type { PlanDraft } from './state.ts';

const FIRST_LOOK_DAYS = 42;
const FIRST_LOOK_MINUTES = 20;

/** What the plan in force was made for, or what a first look may begin with. */
export function draftOf(goal: Goal | null, today: number): PlanDraft {
  return {
    exam: goal?.exam ?? today + FIRST_LOOK_DAYS,
    minutes: goal?.minutes ?? FIRST_LOOK_MINUTES,
    credits: goal?.credits ?? EXAM_CREDITS,
  };
}
