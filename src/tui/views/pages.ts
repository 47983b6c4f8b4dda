import type { PlanScreen } from '../../app/plan/state.ts';
import type { StatisticsScreen } from '../../app/screens.ts';
import type { Beside } from '../../pages/panes.ts';
import { awaitedLines, planPanes, shortDate } from '../../pages/plan.ts';
import { statisticsPanes } from '../../pages/statistics/lines.ts';
import { fromNotation, literal, recoloured } from '../styled.ts';
import type { Room, View } from '../view.ts';

/** The pages that commands print, too: the plan and the statistics. */

export function planView({ planned, goal, wanted }: PlanScreen, room: Room): View {
  const { columns: width, spoken } = room;
  const remarks = standing(planned, goal).flatMap(text => literal(text, width));
  const page = { width, isHeard: spoken };
  const { main, side } =
    planned.plan === null
      ? { main: awaitedLines(planned, page), side: [] }
      : planPanes(planned, page, besideIn(room), wanted);
  return {
    place: 'Plan',
    corner: wanted ? 'reckoning…' : inForce(goal),
    body: main.map(fromNotation),
    panel: recoloured(remarks, 'muted'),
    focus: [],
    side: side.map(fromNotation),
  };
}

function inForce(goal: PlanScreen['goal']): string {
  return goal === null ? 'no plan in force' : `in force: ${shortDate(goal.exam)}, ${goal.minutes} min`;
}

/** Whether what is shown is the plan in force, and as it was made. */
function standing({ draft, today }: PlanScreen['planned'], goal: PlanScreen['goal']): readonly string[] {
  const isInForce = goal !== null && goal.exam === draft.exam && goal.minutes === draft.minutes;
  if (!isInForce) return ['You are only looking: Enter puts this plan in force.'];
  return goal.made < today ? ['This is how it looks today: Enter renews the plan in force.'] : [];
}

export function statisticsView({ statistics, titles }: StatisticsScreen, room: Room): View {
  const page = { width: room.columns, isHeard: room.spoken };
  const { main, side } = statisticsPanes(statistics, null, page, besideIn(room), id => titles[id] ?? '');
  return {
    place: 'Statistics',
    corner: '',
    body: main.map(fromNotation),
    panel: [],
    focus: [],
    side: side.map(fromNotation),
  };
}

/** Lines of a window that no second pane can have: two above it, a message and the keys below, and a few to spare. */
const FRAME = 7;

function besideIn({ side, rows }: Room): Beside {
  return { width: side, height: rows - FRAME };
}
