/** The exam that the queue serves: the plan in force, as the settings have it. */

import { type PlanCourse, readCourse } from './plan-course.ts';
import { dayDate, dayNumber, isStudyDay } from './study-day.ts';

/** Name of the setting. */
export const PLAN = 'plan';

/** How far ahead an exam can be planned for, in days: farther ones take minutes to simulate, and say nothing. */
export const FURTHEST_DAYS = 730;

/** A mean and the interval that holds it in 90 of 100 cases, each 0 … 1. */
interface Stated {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Goal {
  /** Study day of the exam. */
  readonly exam: number;
  /** Of study a day. */
  readonly minutes: number;
  /** What the exam is worth. */
  readonly credits: number;
  readonly newPerDay: number;
  /** Study day of the last new question; null where there is none to come. */
  readonly lastNewDay: number | null;
  /** New questions that there was time for when the plan was made. */
  readonly toMeet: number;
  /** Study day on which it was made. */
  readonly made: number;
  /** What it stated then: the share known on the exam day, and the share of an exam's credits. */
  readonly remembered: Stated;
  readonly score: Stated;
  /** The chance (0 … 1) to pass, as it was stated; plans of older versions do not say. */
  readonly passing?: number;
  /** What it expected to be known on the way; plans of older versions do not say. */
  readonly course?: PlanCourse;
}

/** As the setting holds it: days as dates. */
export function goalSetting(goal: Goal): unknown {
  const { exam, made, lastNewDay } = goal;
  const last = lastNewDay === null ? null : dayDate(lastNewDay);
  return { ...goal, exam: dayDate(exam), made: dayDate(made), lastNewDay: last };
}

/** The plan in force; null where there is none, from the day after the exam on, and for one beyond what can be planned. */
export function goalOf(settings: ReadonlyMap<string, unknown>, today: number): Goal | null {
  const goal = readGoal(settings.get(PLAN));
  return goal !== null && goal.exam >= today && goal.exam <= today + FURTHEST_DAYS ? goal : null;
}

/** A setting may come from another machine: what is no plan is none. */
function readGoal(value: unknown): Goal | null {
  if (typeof value !== 'object' || value === null) return null;
  const setting = value as Readonly<Record<string, unknown>>;
  const { exam, minutes, credits, newPerDay, lastNewDay, toMeet, made, remembered, score } = setting;
  if (!isDate(exam) || !isDate(made) || !isStated(remembered) || !isStated(score)) return null;
  if (!isAmount(minutes) || minutes === 0 || !isAmount(credits) || !isAmount(newPerDay) || !isAmount(toMeet))
    return null;
  if (lastNewDay !== null && !isDate(lastNewDay)) return null;
  const days = {
    exam: dayNumber(exam),
    made: dayNumber(made),
    lastNewDay: lastNewDay === null ? null : dayNumber(lastNewDay),
  };
  const course = readCourse(setting.course);
  const { passing } = setting;
  return {
    ...{ ...days, minutes, credits, newPerDay, toMeet, remembered, score },
    ...(isShare(passing) ? { passing } : {}),
    ...(course ? { course } : {}),
  };
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && isStudyDay(value);
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isStated(value: unknown): value is Stated {
  if (typeof value !== 'object' || value === null) return false;
  const { mean, low, high } = value as Readonly<Record<string, unknown>>;
  return [mean, low, high].every(isShare);
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
