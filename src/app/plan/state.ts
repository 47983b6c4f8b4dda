import type { Goal } from '../../schedule/goal.ts';
import type { Plan } from '../../schedule/plan/types.ts';

/** What a plan is asked for. */
export interface PlanDraft {
  /** Study day of the exam. */
  readonly exam: number;
  /** Of study a day. */
  readonly minutes: number;
  /** What the exam is worth. */
  readonly credits: number;
}

/** A plan with what it was made from. */
export interface Planned {
  readonly draft: PlanDraft;
  readonly today: number;
  readonly plan: Plan;
}

/** One that is still being reckoned. */
export interface Awaited extends Omit<Planned, 'plan'> {
  readonly plan: null;
}

export interface PlanScreen {
  readonly name: 'plan';
  readonly planned: Planned | Awaited;
  /** What is being reckoned now, while what is there still stands. */
  readonly wanted?: PlanDraft;
  /** The plan in force. */
  readonly goal: Goal | null;
  /** It was opened from the settings, to which it leads back. */
  readonly fromSettings?: boolean;
}
