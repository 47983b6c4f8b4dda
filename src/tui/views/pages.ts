import type { Planned, PlanScreen } from '../../app/plan/state.ts';
import type { StatisticsScreen } from '../../app/screens.ts';
import { planLines, shortDate } from '../../pages/plan.ts';
import { statisticsLines } from '../../pages/statistics/lines.ts';
import { fromNotation, literal, recoloured, type StyledLine } from '../styled.ts';
import type { Room, View } from '../view.ts';

/** The pages that commands print, too: the plan and the statistics. */

export function planView({ planned, goal }: PlanScreen, { columns: width, spoken }: Room): View {
  return {
    place: 'Plan',
    corner: goal === null ? 'no plan in force' : `in force: ${shortDate(goal.exam)}, ${goal.minutes} min`,
    body: page(planned, width, spoken),
    panel: recoloured(
      standing(planned, goal).flatMap(text => literal(text, width)),
      'muted',
    ),
    focus: [],
  };
}

/** Whether what is shown is the plan in force, and as it was made. */
function standing({ draft, today }: Planned, goal: PlanScreen['goal']): readonly string[] {
  const isInForce = goal !== null && goal.exam === draft.exam && goal.minutes === draft.minutes;
  if (!isInForce) return ['You are only looking: Enter puts this plan in force.'];
  return goal.made < today ? ['This is how it looks today: Enter renews the plan in force.'] : [];
}

function page(planned: Planned, width: number, isHeard: boolean): StyledLine[] {
  return planLines(planned, { width, isHeard }).map(fromNotation);
}

export function statisticsView({ statistics, titles }: StatisticsScreen, { columns: width, spoken }: Room): View {
  const lines = statisticsLines(statistics, null, { width, isHeard: spoken }, id => titles[id] ?? '');
  return { place: 'Statistics', corner: '', body: lines.map(fromNotation), panel: [], focus: [] };
}
