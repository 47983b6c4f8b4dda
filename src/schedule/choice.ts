/** Which questions there is room for today: towards an exam, or as they come. */

import { type Budget, fits, taken } from './budget.ts';
import { byGain, byLoss, todaysMs } from './due.ts';
import { freshQuestions } from './fresh.ts';
import type { Goal } from './goal.ts';
import { chooseDay, newOnDay } from './plan/day.ts';
import { planQuestions } from './planned.ts';
import type { Done, QueueInput, QueueItem } from './queue-input.ts';
import type { Card } from './review.ts';

/** New questions a day where neither the student nor a plan says. */
const NEW_PER_DAY = 5;

export type Asked = Pick<QueueItem, 'question'>;
/** In milliseconds. */
export type TimeOf = (question: string) => number;

export interface Choice {
  /** To be reviewed, due or ahead of that. */
  readonly due: readonly Card[];
  readonly fresh: readonly Asked[];
}

/** What each question takes of the time. */
export function timeWithin(budget: Budget | null, input: QueueInput): TimeOf {
  return question => {
    const ms = todaysMs(input, question);
    return budget === null ? ms : taken(budget, input.expectedMs(question), ms);
  };
}

/** What serves the exam best. */
export function towards(goal: Goal, budget: Budget, done: Done, input: QueueInput): Choice {
  const { cards, answered, today, scheduler, newPerDay } = input;
  let metSince = 0;
  for (const { firstDay } of cards.values()) if (firstDay >= goal.made) metSince += 1;
  const planned = newOnDay({ ...goal, toMeet: Math.max(0, goal.toMeet - metSince) }, today, done.fresh);
  // Who asks for another number of new questions than planned gets it.
  const asked = { fresh: Math.max(0, (newPerDay ?? 0) - done.fresh), room: Number.POSITIVE_INFINITY };
  const ids = chooseDay(planQuestions(input), {
    today,
    exam: goal.exam,
    budgetMs: budget.ms,
    whole: budget.whole,
    // It is asked again after every answer, and each time the first question would have a place of its own.
    begun: answered.length > 0,
    ...(newPerDay === null ? planned : asked),
    early: true,
    model: scheduler.model,
  });
  return {
    due: ids.flatMap(id => cards.get(id) ?? []),
    fresh: ids.filter(id => !cards.has(id)).map(question => ({ question })),
  };
}

/** As many as there is room and time for. Where not all fit, those that gain most in their time stay. */
export function withinBudget(allDue: readonly Card[], done: Done, budget: Budget | null, input: QueueInput): Choice {
  const { reviewsPerDay } = input;
  const newPerDay = input.newPerDay ?? NEW_PER_DAY;
  const most = Math.max(0, reviewsPerDay - done.reviews);
  const timeOf = timeWithin(budget, input);
  const needed = budget === null ? 0 : msOf(allDue, timeOf);
  const isBacklog = allDue.length > most || (budget !== null && needed > budget.ms);
  const due = (isBacklog ? byGain(allDue, input) : byLoss(allDue, input)).slice(0, most);
  const allowed = freshQuestions(input, newPerDay - done.fresh).map(question => ({ question }));
  if (budget === null) return { due, fresh: allowed };
  const fresh = freshWithin(allowed, done, Math.max(budget.ms / 2, budget.ms - needed), budget, input);
  return { due: fitting(due, { ...budget, ms: budget.ms - msOf(fresh, timeOf) }, timeOf), fresh };
}

/**
 * New questions may take up to half the time, so that a backlog does not stop the course, nor the course the reviews. One
 * that takes longer would wait for ever, and with it all that builds on it; so one a day may take all of the time, where
 * else none would be met.
 *
 * @param part of the time, in milliseconds
 */
function freshWithin(allowed: readonly Asked[], done: Done, part: number, all: Budget, input: QueueInput): Asked[] {
  const timeOf = timeWithin(all, input);
  const fresh = withoutGaps(fitting(allowed, { ...all, ms: part }, timeOf), allowed, input);
  if (fresh.length > 0 || done.fresh > 0) return fresh;
  const single = allowed.filter(({ question }) => timeOf(question) <= all.ms);
  return withoutGaps(single, allowed, input).slice(0, 1);
}

/** What requires one that did not fit waits with it. */
function withoutGaps(fitted: readonly Asked[], allowed: readonly Asked[], { syllabus }: QueueInput): Asked[] {
  const missing = new Set(allowed.filter(each => !fitted.includes(each)).map(({ question }) => question));
  return fitted.filter(({ question }) => {
    const isMissing = syllabus.requires(question).some(before => missing.has(before));
    if (isMissing) missing.add(question);
    return !isMissing;
  });
}

export function msOf(questions: readonly Asked[], timeOf: TimeOf): number {
  return questions.reduce((sum, { question }) => sum + timeOf(question), 0);
}

/** The first ones that fit into the time one after the other; one that does not fit lets shorter ones pass. */
export function fitting<Question extends Asked>(
  questions: readonly Question[],
  budget: Budget,
  timeOf: TimeOf,
): Question[] {
  let left = budget.ms;
  return questions.filter(({ question }) => {
    const needed = timeOf(question);
    if (!fits(needed, left, budget)) return false;
    left -= needed;
    return true;
  });
}
