/** What to ask today, and in what order: repeats that are ready, what is due with new questions among it, repeats that wait. */

import { apart, item, mixed } from './arrange.ts';
import type { Budget } from './budget.ts';
import { fitting, msOf, timeWithin, towards, withinBudget } from './choice.ts';
import { dueCards } from './due.ts';
import type { Done, QueueInput, QueueItem } from './queue-input.ts';
import { stepsOf } from './steps.ts';

export type { QueueInput, QueueItem } from './queue-input.ts';

export interface Queue {
  /** In the order in which they are asked. */
  readonly items: readonly QueueItem[];
  /** How many of them are there for each reason. */
  readonly counts: Readonly<Record<QueueItem['why'], number>>;
  /** Due, and left for another day. */
  readonly waiting: number;
  /** How long all of it will probably take, repeats of wrong answers included, in milliseconds. */
  readonly ms: number;
  /** Minutes decide how many there are, and not only what is due. */
  readonly timed: boolean;
}

/** The same input always gives the same queue. */
export function buildQueue(input: QueueInput): Queue {
  const { now, answered, expectedMs, goal } = input;
  const budget = budgetOf(input);
  const done = doneToday(input);
  const open = stepsOf(answered, now).filter(({ question }) => isRepeat(question, input));
  // What was begun is finished before anything else gets time.
  const steps = budget === null ? open : fitting(open, budget, expectedMs);
  const rest = budget && { ...budget, ms: budget.ms - msOf(steps, expectedMs) };
  const allDue = dueCards(input);
  const { due, fresh } = goal && rest ? towards(goal, rest, done, input) : withinBudget(allDue, done, rest, input);
  const repeated = new Set(open.map(({ question }) => question));
  const reviews = due.filter(({ question }) => !repeated.has(question));
  const timeOf = timeWithin(rest, input);
  const step = (ready: boolean): QueueItem[] =>
    steps.filter(each => each.ready === ready).map(({ question }) => item(question, 'step', input, expectedMs));
  const items = [...step(true), ...apart(mixed(reviews, fresh, done, input, timeOf), input), ...step(false)];
  const counts = { step: 0, due: 0, new: 0, ahead: 0 };
  for (const { why } of items) counts[why] += 1;
  const ms = items.reduce((sum, each) => sum + each.ms, 0);
  return { items, counts, waiting: allDue.length - counts.due, ms, timed: budget !== null };
}

/** The time to be filled: what was asked for, or what is left today of a plan's minutes. */
function budgetOf({ budgetMs, goal, answered }: QueueInput): Budget | null {
  if (budgetMs !== null) return { ms: Math.max(0, budgetMs), whole: true };
  if (goal === null) return null;
  const spent = answered.reduce((sum, { ms }) => sum + (ms ?? 0), 0);
  return { ms: Math.max(0, goal.minutes * 60_000 - spent), whole: false };
}

function doneToday({ answered, cards, today }: QueueInput): Done {
  const isMetToday = (question: string): boolean => cards.get(question)?.firstDay === today;
  const rated = answered.filter(({ mode, rating }) => mode === 'study' && rating !== null);
  return {
    fresh: [...cards.keys()].filter(isMetToday).length,
    reviews: new Set(rated.map(({ question }) => question).filter(question => !isMetToday(question))).size,
  };
}

/** What is due or new is asked as such; that can only be after a flight over the line where the date changes. */
function isRepeat(question: string, { syllabus, aside, cards, today }: QueueInput): boolean {
  const card = cards.get(question);
  return syllabus.get(question) !== null && !aside.has(question) && card !== undefined && card.dueDay > today;
}
