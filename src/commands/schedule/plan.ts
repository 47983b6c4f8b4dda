import type { PlanDraft, Planned } from '../../app/plan/state.ts';
import { longDate, planLines } from '../../pages/plan.ts';
import { FURTHEST_DAYS, type Goal, PLAN } from '../../schedule/goal.ts';
import type { Range } from '../../schedule/plan/types.ts';
import { dayDate, dayNumber, isStudyDay } from '../../schedule/study-day.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { printJson, printLines } from '../output.ts';
import { pageText } from '../page-text.ts';
import { minutesOf } from './minutes.ts';
import { adopt, draftNow, goalNow, planner } from './planning.ts';
import { momentOf } from './today.ts';

interface PlanOptions {
  readonly exam?: string;
  readonly minutes?: string;
  readonly credits?: string;
  readonly try?: boolean;
  readonly drop?: boolean;
  readonly json?: boolean;
}

const MOST_CREDITS = 10_000;

/**
 * `tutor plan`: with a date or minutes it makes a plan and puts it in force; without, it looks at the one in force again,
 * as things stand now.
 */
export function plan(context: Context, options: PlanOptions): void {
  const { environment } = context;
  if (options.drop) {
    const idle = (['exam', 'minutes', 'credits', 'try'] as const).find(name => options[name] !== undefined);
    if (idle !== undefined) throw new UsageError(`--drop ends the plan in force: leave out --${idle}, or --drop.`);
    drop(context, options.json ?? false);
    return;
  }
  const before = goalNow(context);
  const isChanged = [options.exam, options.minutes, options.credits].some(option => option !== undefined);
  if (before === null && options.exam === undefined) {
    throw new UsageError('When is the exam? For instance: tutor plan --exam 2026-12-12 --minutes 20');
  }
  const planned = planner(context).plan(draftOf(context, options));
  const isAdopted = !options.try && (isChanged || before !== null);
  if (isAdopted) adopt(context, planned);
  if (options.json) {
    printJson(environment, { ...data(planned), adopted: isAdopted, before: before && goalData(before) });
    return;
  }
  printLines(environment, [
    ...pageText(context, page => planLines(planned, page)),
    '',
    ...closing(isAdopted, before, planned),
  ]);
}

function closing(isAdopted: boolean, before: Goal | null, { plan: { score } }: Planned): string[] {
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const earlier =
    before === null
      ? []
      : [`On ${longDate(before.made)} it said ${percent(before.score.mean)}, now ${percent(score.mean)}.`];
  const state = isAdopted
    ? 'This plan is in force: what is asked each day follows it. "tutor plan --drop" ends that.'
    : 'Nothing was changed. Without --try it is put in force.';
  return [...earlier, state];
}

function draftOf(context: Context, { exam, minutes, credits }: PlanOptions): PlanDraft {
  const now = draftNow(context);
  const { day: today } = momentOf(context);
  return {
    exam: exam === undefined ? now.exam : examDay(exam, today),
    minutes: minutes === undefined ? now.minutes : minutesOf(minutes),
    credits: credits === undefined ? now.credits : amount(credits, '--credits', MOST_CREDITS),
  };
}

/** @throws UsageError where it is no date, or one that no plan can be made for */
function examDay(text: string, today: number): number {
  if (!isStudyDay(text)) {
    throw new UsageError(`--exam must be a date such as 2026-12-12, not "${text.slice(0, 40)}"`);
  }
  const day = dayNumber(text);
  if (day < today) throw new UsageError(`${longDate(day)} is over. Give a day that is still to come.`);
  if (day > today + FURTHEST_DAYS)
    throw new UsageError('Nobody can plan more than two years ahead. Give an earlier day.');
  return day;
}

function amount(text: string, flag: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new UsageError(`${flag} must be a whole number from 1 to ${most}, not "${text.slice(0, 40)}"`);
}

function drop(context: Context, json: boolean): void {
  const { environment, store } = context;
  const before = goalNow(context);
  if (before !== null) store().set(PLAN, null);
  if (json) printJson(environment, { dropped: before && goalData(before) });
  else printLines(environment, [before ? 'No plan is in force any more.' : 'There is no plan in force.']);
}

function goalData({ exam, made, ...rest }: Goal): Record<string, unknown> {
  return { exam: dayDate(exam), made: dayDate(made), ...rest };
}

function data({ draft, today, plan: made }: Planned): Record<string, unknown> {
  const point = ({ day, mean, low, high }: Range & { readonly day: number }): Record<string, unknown> => ({
    day: dayDate(day),
    mean,
    low,
    high,
  });
  const { lastNewDay, topics, curve, withoutStudy, ...rest } = made;
  return {
    ...draft,
    exam: dayDate(draft.exam),
    today: dayDate(today),
    ...rest,
    lastNewDay: lastNewDay === null ? null : dayDate(lastNewDay),
    topics: topics.map(topic => ({ ...topic, start: dayDate(topic.start), end: dayDate(topic.end) })),
    curve: curve.map(point),
    withoutStudy: withoutStudy.map(point),
  };
}
