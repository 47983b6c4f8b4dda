import { leftMs, takenUp } from '../app/exam/clock.ts';
import { type Home, homeOf, type Unfinished } from '../app/home.ts';
import { asideOf } from '../schedule/aside.ts';
import { goalOf } from '../schedule/goal.ts';
import type { When } from '../schedule/memory.ts';
import { buildQueue, type Queue } from '../schedule/queue.ts';
import type { Card } from '../schedule/review.ts';
import { type Speed, speedOf, TIMES_CONSIDERED } from '../schedule/speed.ts';
import { type Calendar, calendarOf } from '../schedule/statistics/calendar.ts';
import { dueForecast } from '../schedule/statistics/due-forecast.ts';
import type { AnswerRow } from '../schedule/statistics/types.ts';
import { studyDayNumber } from '../schedule/study-day.ts';
import type { Attempt } from '../store/attempts.ts';
import type { Context } from './context.ts';

/** The schedule of this very moment, from the history and the bank. */

export function momentOf({ environment: { now, zone } }: Context): When {
  const at = now();
  return { at, zone, day: studyDayNumber(at, zone) };
}

export function speedNow({ syllabus, store }: Context): Speed {
  return speedOf(syllabus(), store().times(TIMES_CONSIDERED));
}

/** @param budgetMs time to be filled; null where questions are counted and not minutes */
export function queueNow(context: Context, budgetMs: number | null = null, speed = speedNow(context)): Queue {
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
    expectedMs: speed.expectedMs,
    answered: store.answers(today),
    newPerDay,
    reviewsPerDay,
    budgetMs,
    goal: goalOf(store.settings(), today),
  });
}

/** So many days ahead are shown, and so many weeks behind. */
const DAYS_AHEAD = 14;
const WEEKS_BEHIND = 5;
/** Answers: to count more would be felt at the start. */
const MOST_COUNTED = 2000;

/** What the home screen shows, and the plain summary where there is no screen. */
export function homeNow(context: Context): Home {
  const { bank, syllabus } = context;
  const store = context.store();
  const { day: today } = momentOf(context);
  const cards = store.cards();
  const goal = goalOf(store.settings(), today);
  const aside = asideOf(store.settings(), cards);
  const answered = store.answers(today);
  const speed = speedNow(context);
  const { retrievability } = store.scheduler();
  const recall = (card: Card): number => retrievability(card, today);
  const { questions } = syllabus();
  const cast = { questions, cards, aside, today, retrievability, expectedMs: speed.expectedMs };
  return homeOf({
    templates: bank.templates,
    cards,
    queue: queueNow(context, null, speed),
    recall,
    today,
    minutes: goal?.minutes ?? context.minutes,
    goal,
    answeredToday: answered.length,
    spentMs: answered.reduce((sum, { ms }) => sum + (ms ?? 0), 0),
    streak: store.streak(today),
    aside,
    behind: clockBehind(context),
    isFirst: store.latest() === null,
    unfinished: unfinishedNow(context),
    ahead: dueForecast({ ...cast, answers: [], mistakes: [] }, DAYS_AHEAD).days,
    calendar: lastWeeks(context, today),
  });
}

/** Week by week, as a long history has far more answers than these; who answers very much sees fewer weeks. */
function lastWeeks({ store }: Context, today: number): Calendar {
  const answers: AnswerRow[] = [];
  let day = today;
  for (let weeks = 1; ; weeks += 1) {
    const calendar = calendarOf(answers, today, weeks);
    while (day >= calendar.firstDay) answers.push(...store().answers(day--));
    if (weeks === WEEKS_BEHIND || answers.length > MOST_COUNTED) return calendarOf(answers, today, weeks);
  }
}

/** The exam that goes on first. */
function unfinishedNow(context: Context): Unfinished | null {
  const [attempt] = context.store().exams.attempts();
  if (!attempt) return null;
  const { title, handedInAt } = attempt;
  return { title, leftMs: leftOf(attempt, momentOf(context).at), handedIn: handedInAt !== null };
}

/** Milliseconds; null where nobody watches the clock, and once it is handed in. */
export function leftOf({ clock, minutes, at, elapsedMs, handedInAt }: Attempt, now: Date): number | null {
  if (handedInAt !== null) return null;
  const watch = { policy: clock, limitMs: minutes * 60_000, startedAt: at.getTime(), elapsedMs };
  return leftMs(takenUp(watch, { at: now, zone: '', monotonic: 0 }));
}

/** Less is no clock set back, but two clocks that do not quite agree. */
const AGREEING_MS = 10 * 60_000;

/** When the last answer happened, where the clock stands well before that; null where all is well. */
export function clockBehind(context: Context): Date | null {
  const latest = context.store().latest();
  return latest !== null && latest.getTime() - momentOf(context).at.getTime() > AGREEING_MS ? latest : null;
}
