/** How much a plan expects to be known on the way to its exam: kept with it, as reckoning it again takes a moment. */

import type { Plan } from './plan/types.ts';

export interface PlanCourse {
  /** Days from the day on which the plan was made to the first point. */
  readonly first: number;
  /** Days from one point to the next; the last one is the exam. */
  readonly step: number;
  /** The mean share (0 … 1) of the syllabus that is known on that morning, following the plan … */
  readonly studying: readonly number[];
  /** … and without any more study. */
  readonly idle: readonly number[];
}

/** More of them would not be told apart where it is drawn. */
const MOST_POINTS = 30;

/** null where the exam is on the day itself. */
export function courseOf({ curve, withoutStudy }: Pick<Plan, 'curve' | 'withoutStudy'>): PlanCourse | null {
  const days = curve.length - 1;
  if (days < 1) return null;
  const step = Math.ceil(days / (MOST_POINTS - 1));
  const points = (all: Plan['curve']): number[] =>
    all.filter((_, i) => (days - i) % step === 0).map(({ mean }) => Math.round(1000 * mean) / 1000);
  return { first: days % step, step, studying: points(curve), idle: points(withoutStudy) };
}

/** As a setting holds it; null for what is no course, as a setting may come from another machine, or an older one. */
export function readCourse(value: unknown): PlanCourse | null {
  if (typeof value !== 'object' || value === null) return null;
  const { first, step, studying, idle } = value as Readonly<Record<string, unknown>>;
  if (!isCount(first) || !isCount(step) || step === 0) return null;
  if (!areShares(studying) || !areShares(idle) || studying.length !== idle.length) return null;
  return { first, step, studying, idle };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function areShares(value: unknown): value is readonly number[] {
  if (!Array.isArray(value) || value.length < 2 || value.length > MOST_POINTS) return false;
  return value.every(share => typeof share === 'number' && share >= 0 && share <= 1);
}
