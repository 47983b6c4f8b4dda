import type { Effect, Event } from '../../app/events.ts';
import { PLAN } from '../../schedule/goal.ts';
import type { Context } from '../context.ts';
import { adopt, draftNow, goalNow, type Planner, planner } from '../schedule/planning.ts';
import { statisticsNow } from '../schedule/stats.ts';

/** What the pages of plan and statistics ask for. */

type PlanEffect = Extract<Effect, { type: 'try-plan' | 'adopt-plan' | 'drop-plan' }>;
export type PlanEffects = (effect: PlanEffect) => Event;

/** While dates and minutes are tried, what is known of the student stays what it was when the page was opened. */
export function planEffects(context: Context): PlanEffects {
  let kept: Planner | null = null;
  return effect => {
    if (effect.type === 'adopt-plan') adopt(context, effect.planned);
    if (effect.type === 'drop-plan') context.store().set(PLAN, null);
    if (effect.type === 'try-plan' && effect.draft === null) kept = null;
    kept ??= planner(context);
    const planned = effect.type === 'try-plan' ? kept.plan(effect.draft ?? draftNow(context)) : effect.planned;
    return { type: 'planned', screen: { name: 'plan', planned, goal: goalNow(context) } };
  };
}

export function statisticsLoaded(context: Context): Event {
  const statistics = statisticsNow(context, () => true);
  const titles = Object.fromEntries(
    statistics.questions.map(({ question }) => [question, context.bank.get(question)?.title ?? '']),
  );
  return { type: 'statistics-loaded', screen: { name: 'statistics', statistics, titles } };
}
