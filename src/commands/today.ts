import { type Home, homeOf } from '../app/home.ts';
import { asideOf } from '../schedule/aside.ts';
import { goalOf } from '../schedule/goal.ts';
import type { When } from '../schedule/memory.ts';
import { buildQueue, type Queue } from '../schedule/queue.ts';
import { type Speed, speedOf, TIMES_CONSIDERED } from '../schedule/speed.ts';
import { studyDayNumber } from '../schedule/study-day.ts';
import type { Context } from './context.ts';

/** The schedule of this very moment, from the history and the bank. */

/** What "so many minutes" are where no plan says. */
const MINUTES = 20;

export function momentOf({ environment: { now, zone } }: Context): When {
  const at = now();
  return { at, zone, day: studyDayNumber(at, zone) };
}

export function speedNow({ syllabus, store }: Context): Speed {
  return speedOf(syllabus(), store().times(TIMES_CONSIDERED));
}

/** @param budgetMs time to be filled; null where questions are counted and not minutes */
export function queueNow(context: Context, budgetMs: number | null = null): Queue {
  const { newPerDay, reviewsPerDay, syllabus } = context;
  const store = context.store();
  const { at: now, day: today } = momentOf(context);
  const cards = store.cards();
  return buildQueue({
    syllabus: syllabus(),
    cards,
    aside: asideOf(store.settings(), cards),
    today,
    now,
    scheduler: store.scheduler(),
    expectedMs: speedNow(context).expectedMs,
    answered: store.answers(today),
    newPerDay,
    reviewsPerDay,
    budgetMs,
    goal: goalOf(store.settings(), today),
  });
}

/** What the home screen shows, and the plain summary where there is no screen. */
export function homeNow(context: Context): Home {
  const { bank } = context;
  const store = context.store();
  const { day: today } = momentOf(context);
  const cards = store.cards();
  const goal = goalOf(store.settings(), today);
  return homeOf({
    templates: bank.templates,
    cards,
    queue: queueNow(context),
    today,
    minutes: goal?.minutes ?? MINUTES,
    goal,
    answeredToday: store.answers(today).length,
    streak: store.streak(today),
    aside: asideOf(store.settings(), cards),
    behind: clockBehind(context),
  });
}

/** Less is no clock set back, but two clocks that do not quite agree. */
const AGREEING_MS = 10 * 60_000;

/** When the last answer happened, where the clock stands well before that; null where all is well. */
export function clockBehind(context: Context): Date | null {
  const latest = context.store().latest();
  return latest !== null && latest.getTime() - momentOf(context).at.getTime() > AGREEING_MS ? latest : null;
}
