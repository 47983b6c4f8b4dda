import { leftMs, takenUp } from '../../app/exam/clock.ts';
import { type Home, homeOf, type Unfinished } from '../../app/home.ts';
import { asideOf } from '../../schedule/aside.ts';
import { goalOf } from '../../schedule/goal.ts';
import type { When } from '../../schedule/memory.ts';
import { buildQueue, type Queue } from '../../schedule/queue.ts';
import type { Card } from '../../schedule/review.ts';
import { type Speed, speedOf, TIMES_CONSIDERED } from '../../schedule/speed.ts';
import { type Calendar, calendarOf } from '../../schedule/statistics/calendar.ts';
import { dueForecast } from '../../schedule/statistics/due-forecast.ts';
import { studyDayNumber } from '../../schedule/study-day.ts';
import type { Attempt } from '../../store/attempts.ts';
import type { Context } from '../context.ts';

/** The schedule of this very moment, from the history and the bank. */

export function momentOf({ environment: { now, zone } }: Context): When {
  const at = now();
  return { at, zone, day: studyDayNumber(at, zone) };
}

export function speedNow({ syllabus, store }: Context): Speed {
  return speedOf(syllabus(), store().times(TIMES_CONSIDERED));
}

/** What every queue of a moment is made from, and the home screen as well: read once for both. */
function nowOf(context: Context) {
  const store = context.store();
  const { at: now, day: today } = momentOf(context);
  const cards = store.cards();
  const settings = store.settings();
  return {
    ...{ now, today, cards, syllabus: context.syllabus(), scheduler: store.scheduler() },
    ...{ aside: asideOf(settings, cards), answered: store.answers(today), goal: goalOf(settings, today) },
  };
}

function queueOf(
  { newPerDay, reviewsPerDay }: Context,
  now: ReturnType<typeof nowOf>,
  { expectedMs }: Speed,
  budgetMs: number | null,
): Queue {
  return buildQueue({ ...now, expectedMs, newPerDay, reviewsPerDay, budgetMs });
}

/** @param budgetMs time to be filled; null where questions are counted and not minutes */
export function queueNow(context: Context, budgetMs: number | null = null): Queue {
  return queueOf(context, nowOf(context), speedNow(context), budgetMs);
}

/** So many days ahead are shown, and so many weeks behind. */
const DAYS_AHEAD = 14;
const WEEKS_BEHIND = 5;

/** What the home screen shows, and the plain summary where there is no screen. */
export function homeNow(context: Context): Home {
  const store = context.store();
  const now = nowOf(context);
  const { today, cards, aside, answered, goal } = now;
  const speed = speedNow(context);
  const { retrievability } = now.scheduler;
  const recall = (card: Card): number => retrievability(card, today);
  const { questions } = now.syllabus;
  const cast = { questions, cards, aside, today, retrievability, expectedMs: speed.expectedMs };
  return homeOf({
    templates: context.bank.templates,
    cards,
    queue: queueOf(context, now, speed, null),
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

function lastWeeks({ store }: Context, today: number): Calendar {
  const { firstDay, answers } = calendarOf([], today, WEEKS_BEHIND);
  const counts = store().answerCounts(firstDay, today);
  return { firstDay, answers: answers.map((_, i) => counts.get(firstDay + i) ?? 0) };
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
