import type { Awaited, PlanDraft, Planned } from '../app/plan/state.ts';
import type { Chart } from '../notation/charts/chart.ts';
import { type Line, span, tidy } from '../notation/line.ts';
import { wrap } from '../notation/markdown/wrap.ts';
import { drawPlot } from '../notation/plot/draw.ts';
import { type CurvePoint, PASSING_SHARE, type Plan, type Range } from '../schedule/plan/types.ts';
import { type Block, counted, gridLines, hanging, innerWidth, type Page, type Section } from './page.ts';
import { type Beside, inPanes, type Maker, NOTHING_BESIDE, type Panes } from './panes.ts';

/** What a plan for an exam says, on a page. */

/** @param page how wide, and whether it is heard */
export function planLines(planned: Planned, page: Page): readonly Line[] {
  return planPanes(planned, page, NOTHING_BESIDE).main;
}

/**
 * The same with what there is room for in a second pane.
 *
 * @param wanted what is asked for by now, whose plan is still being reckoned
 */
export function planPanes({ draft, today, plan }: Planned, page: Page, beside: Beside, wanted = draft): Panes {
  const { main, side } = inPanes(sectionsOf(plan, draft, today), page, beside);
  return { main: [...wrap([span(headOf(wanted, today), 'strong')], page.width), ...main], side };
}

/** The page while its plan is reckoned: what follows takes the place of the last line. */
export function awaitedLines({ draft, today }: Awaited, page: Page): readonly Line[] {
  const blocks = ['Reckoning what to expect…'];
  const { main } = inPanes([{ make: () => ({ title: EXPECTED, blocks }) }], page, NOTHING_BESIDE);
  return [...wrap([span(headOf(draft, today), 'strong')], page.width), ...main];
}

const EXPECTED = 'What to expect';

function sectionsOf(plan: Plan, draft: PlanDraft, today: number): readonly Maker[] {
  return [
    { make: own => ({ title: EXPECTED, blocks: expectations(plan, draft.credits, own) }) },
    { make: own => ({ title: 'Until then', blocks: curveBlocks(plan.curve, plan.withoutStudy, own) }) },
    { make: own => ({ title: 'New questions', blocks: newQuestions(plan, today, own) }), beside: true },
    { make: own => restsOn(plan, own), beside: true },
  ];
}

function headOf({ exam, minutes }: PlanDraft, today: number): string {
  const days = exam - today;
  return `Exam on ${longDate(exam)}: ${days === 0 ? 'today' : `in ${counted(days, 'day')}`}, ${counted(minutes, 'minute')} a day`;
}

function restsOn({ assumptions }: Plan, page: Page): Section {
  return { title: 'What this rests on', blocks: assumptions.map(text => hanging([span('• ')], text, page)) };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const interval = ({ low, high }: Range): string => `${Math.round(100 * low)}–${Math.round(100 * high)} %`;

/** `74 %`, from 1 % to 99 %: nothing is certain, and least of all by a sample. */
export function chanceText(chance: number): string {
  return percent(Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance)));
}

const LEAST_CHANCE = 0.01;

function expectations({ score, passing, remembered, withoutStudy }: Plan, credits: number, page: Page): Block[] {
  const rows: readonly (readonly [string, string, string])[] = [
    ['Expected score', percent(score.mean), `9 times out of 10 within ${interval(score)}, of ${credits} credits`],
    ['Chance to pass', chanceText(passing), `with ${percent(PASSING_SHARE)} of the credits or more`],
    ['Known', percent(remembered.mean), `of the syllabus by credits, met or not (${interval(remembered)})`],
    ['Without study', percent(withoutStudy.at(-1)?.mean ?? 0), 'would be known of it, if you stopped today'],
  ];
  return rows.map(([name, value, meaning]) =>
    hanging([span(name.padEnd(16)), span(value.padEnd(7), 'strong')], meaning, page),
  );
}

/** Columns of a point, and of what stands beside the curve: of a longer time every second, third … day is drawn, and the exam always. */
const POINT = 2;
const BESIDE_CURVE = 10;
/** A curve of fewer points tells no more than its ends. */
const LEAST_POINTS = 8;

function curveBlocks(curve: readonly CurvePoint[], without: readonly CurvePoint[], page: Page): Block[] {
  if (curve.length < 2) return ['The exam is today: there is no time left to plan.'];
  const most = Math.max(LEAST_POINTS, Math.floor((innerWidth(page) - BESIDE_CURVE) / POINT));
  const step = Math.ceil((curve.length - 1) / (most - 1));
  const drawn = (points: readonly CurvePoint[]): readonly CurvePoint[] =>
    points.filter((_, i) => (points.length - 1 - i) % step === 0);
  const first = (curve.length - 1) % step;
  const values = (points: readonly CurvePoint[]): number[] =>
    drawn(points).map(({ mean }) => Math.round(1000 * mean) / 10);
  const series = [
    { name: 'studying', values: values(curve) },
    { name: 'not studying', values: values(without) },
  ];
  const title = 'Share of the syllabus known, in per cent';
  const lines = drawPlot({ title, axis: { name: 'days from today', first, step }, series }, innerWidth(page));
  const words = `${title}: ${series.map(({ name, values: all }) => `${name} from ${all[0]} to ${all.at(-1)}`).join('; ')}.`;
  const chart: Chart = { lines: lines?.map(tidy) ?? [], words };
  return lines === null ? [words] : [chart];
}

function newQuestions(plan: Plan, today: number, page: Page): Block[] {
  const { newPerDay, lastNewDay, notMet, minutesNeeded, topics } = plan;
  if (lastNewDay === null) {
    return [notMet === 0 ? 'All of it has been met.' : `There is no time for ${counted(notMet, 'new question')}.`];
  }
  const sentences = [
    `Up to ${newPerDay} a day, the last one on ${longDate(lastNewDay)}.`,
    notMet > 0 ? `There is no time for ${counted(notMet, 'question')}.` : 'All of them will be met.',
    notMet > 0 && minutesNeeded !== null ? `With ${minutesNeeded} minutes a day there is time for all.` : '',
  ].filter(Boolean);
  const rows = topics.map(({ topic, start, end, questions }) => [
    topic,
    start === today ? 'today' : shortDate(start),
    shortDate(end),
    `${questions}`,
  ]);
  const head = ['topic to begin', 'on', 'last new', 'new'];
  return [sentences.join(' '), gridLines({ head, rows, words: [0, 1, 2] }, page)];
}

const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const DAY = 86_400_000;

/** `Saturday, 12 December 2026` */
export function longDate(day: number): string {
  return LONG.format(new Date(day * DAY));
}

/** `Sat 12 Dec` */
export function shortDate(day: number): string {
  return SHORT.format(new Date(day * DAY)).replace(',', '');
}
