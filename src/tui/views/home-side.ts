import type { Home } from '../../app/home.ts';
import { type Bars, bars } from '../../notation/charts/bars.ts';
import { heatMap } from '../../notation/charts/heat-map.ts';
import { drawPlot } from '../../notation/plot/draw.ts';
import { chanceText, shortDate } from '../../pages/plan.ts';
import { PASSING_SHARE } from '../../schedule/plan/types.ts';
import { dayDate } from '../../schedule/study-day.ts';
import { BLANK, fromNotation, literal, recoloured, type StyledLine, styled, widthOf } from '../styled.ts';
import { minutesText } from './left.ts';

/** Beside the home screen of a wide window: what is to come, and what was done. */

/** As many of the sections as there is room for, the first ones first; of the days ahead as many as there is room for. */
export function homeSide(home: Home, width: number, height: number): readonly StyledLine[] {
  const lines: StyledLine[] = [];
  for (const draw of height >= TALL ? [exam, course, ahead, weeks] : [exam, ahead, weeks]) {
    const gap = lines.length === 0 ? [] : [BLANK];
    const room = height - lines.length - gap.length;
    const section = draw(home, width, room);
    if (section.length > 0 && section.length <= room) lines.push(...gap, ...section);
  }
  return lines;
}

function exam({ goal, today }: Home, width: number): readonly StyledLine[] {
  if (goal === null) return [];
  const { exam: day, minutes, credits, newPerDay, lastNewDay, score, passing, remembered, made } = goal;
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const range = ({ low, high }: typeof score): string => `${Math.round(100 * low)}–${percent(high)}`;
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['Exam', `${shortDate(day)}, ${credits} credits`],
    ['Score', `${percent(score.mean)} expected, 9 times in 10 within ${range(score)}`],
    ...(passing === undefined
      ? []
      : [['Passing', `${chanceText(passing)} likely, with ${percent(PASSING_SHARE)} of the credits`] as const]),
    ['Known', `${percent(remembered.mean)} of the syllabus on that day (${range(remembered)})`],
    ['Pace', `${minutes} min a day${lastNewDay === null ? '' : `, up to ${newPerDay} new`}`],
    ['New until', lastNewDay === null ? 'none is left to meet' : shortDate(lastNewDay)],
    ['As of', made >= today ? 'today' : `${shortDate(made)} (p Enter renews it)`],
  ];
  return [
    [styled('The plan in force', 'heading')],
    ...rows.flatMap(([name, value]) =>
      literal(value, width - NAMES).map(
        (line, i): StyledLine => [styled((i === 0 ? name : '').padEnd(NAMES), 'muted'), ...line],
      ),
    ),
  ];
}

const NAMES = 11;

/** With fewer lines, what is to be done on the days ahead tells more than a curve. */
const TALL = 48;

/** What the plan expected on the way when it was made, beside doing nothing. */
function course({ goal, today }: Home, width: number): readonly StyledLine[] {
  if (!goal?.course) return [];
  const { first, step, studying, idle } = goal.course;
  const percent = (shares: readonly number[]): number[] => shares.map(share => Math.round(1000 * share) / 10);
  const axis = { name: `days from ${shortDate(goal.made)}`, first, step };
  const series = [
    { name: 'studying', values: percent(studying) },
    { name: 'not studying', values: percent(idle) },
  ];
  const lines = drawPlot({ title: '', axis, series }, width);
  if (lines === null) return [];
  const passed = today - goal.made;
  const now = passed > 0 ? literal(`Today is day ${passed} of ${goal.exam - goal.made}.`, width) : [];
  return [
    [styled('Share of the syllabus known, in per cent', 'heading')],
    ...lines.map(fromNotation),
    ...recoloured(now, 'muted'),
  ];
}

/** Fewer days say nothing of a week. */
const FEWEST_DAYS = 7;

/** Nothing more to be answered: so much falls due day by day. */
function ahead({ ahead: days, today }: Home, width: number, room: number): readonly StyledLine[] {
  if (room < FEWEST_DAYS + 1 || days.every(({ due }) => due === 0)) return [];
  const shown = days.slice(0, room - 1);
  const widest = Math.max(...shown.map(({ due, ms }) => (due === 0 ? 0 : minutesText(ms).length)));
  const rows = shown.map(({ day, due, ms }): Bars['rows'][number] => {
    const text = due === 0 ? '  ·' : `${String(due).padStart(3)}  ${minutesText(ms).padStart(widest)}`;
    return { label: day === today ? 'today' : shortDate(day), values: [due], text, words: `${due} due` };
  });
  const chart = bars({ title: 'Due on the days ahead', pieces: [], rows }, width);
  return [[styled('Due on the days ahead', 'heading')], ...chart.lines.map(fromNotation)];
}

function weeks({ calendar: { firstDay, answers } }: Home, width: number): readonly StyledLine[] {
  if (answers.every(count => count === 0)) return [];
  const chart = heatMap({ first: dayDate(firstDay), counts: answers, unit: 'answers' }, width);
  // What the shades stand for is told where there is room to tell it whole.
  const lines = chart.lines.map(fromNotation).filter(line => widthOf(line) <= width);
  return [[styled('Answers a day', 'heading')], ...lines];
}
