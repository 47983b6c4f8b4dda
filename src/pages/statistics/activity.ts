import { minutesAndSeconds } from '../../app/tally.ts';
import { heatMap } from '../../notation/charts/heat-map.ts';
import { uprights } from '../../notation/charts/uprights.ts';
import type { Period } from '../../schedule/statistics/periods.ts';
import type { Statistics } from '../../schedule/statistics/statistics.ts';
import { percent } from '../../schedule/statistics/words.ts';
import { dayDate } from '../../schedule/study-day.ts';
import { counted, duration, gridLines, innerWidth, type Page, type Section, table } from '../page.ts';

/** What was done, when, and what will be. */

const HEAD = ['', 'answers', 'right', 'self-marked', 'rated', 'new', 'time'];
const GONE = '(left the bank)';

export function activity({ answers, self, periods, streak }: Statistics, page: Page): Section {
  const rows = periods.map(period => [
    period.days === 1 ? 'Today' : `Last ${period.days} days`,
    String(period.answers),
    rightText(period),
    String(period.self),
    String(period.rated),
    String(period.met),
    duration(period.ms),
  ]);
  return {
    title: 'What you did',
    blocks: [
      ...table(HEAD, rows, page),
      `Streak: ${counted(streak.current, 'day')}, the longest ${counted(streak.longest, 'day')}; ${counted(answers, 'answer')} on ${counted(streak.days, 'day')} in all. ` +
        `Right is full credit. ${selfSentence(self, answers)}`,
    ],
  };
}

function selfSentence(self: number, answers: number): string {
  if (self === 0) return 'You marked no answer yourself.';
  return `You marked ${counted(self, 'answer')} yourself (${percent(self / answers)} of all); what you mark counts neither as right nor as wrong here.`;
}

function rightText({ right: { hits, of, share } }: Period): string {
  return share === null ? '–' : `${hits} of ${of}, ${percent(share)}`;
}

export function calendar({ calendar: { firstDay, answers } }: Statistics, page: Page): Section {
  const chart = heatMap({ first: dayDate(firstDay), counts: answers, unit: 'answers' }, innerWidth(page));
  return { title: 'Answers a day', blocks: [chart] };
}

const WEEK = 7;

export function ahead({ due }: Statistics, page: Page): Section {
  const ticks = due.days
    .map(({ day }, at) => ({ at, text: at === 0 ? 'today' : shortDate(day) }))
    .filter(({ at }) => at % WEEK === 0);
  const values = due.days.map(day => day.due);
  const total = sumOf(values);
  const title = `Questions due on each of the next ${due.days.length} days`;
  const rows = [1, WEEK, due.days.length].map(days => [
    days === 1 ? 'Today' : `Next ${days} days`,
    String(sumOf(values.slice(0, days))),
    duration(sumOf(due.days.slice(0, days).map(({ ms }) => ms))),
  ]);
  return {
    title,
    blocks: [
      ...(total === 0 ? [] : [uprights({ title, values, ticks }, innerWidth(page))]),
      gridLines({ head: ['', 'due', 'about'], rows, words: [0] }, page),
      `Overdue, and so counted today: ${due.overdue}. Due later than that: ${due.later}. Each question counts once, as if nothing more were answered; the time holds the repeats of wrong answers.`,
    ],
  };
}

export function time({ times }: Statistics, page: Page): Section {
  const kinds = times.kinds.map(({ kind, timed, median, ms }) => [
    kind ?? GONE,
    String(timed),
    median === null ? '–' : minutesAndSeconds(median),
    duration(ms),
  ]);
  const all = [
    'all',
    String(times.timed),
    times.median === null ? '–' : minutesAndSeconds(times.median),
    duration(times.ms),
  ];
  const table = gridLines({ head: ['', 'timed', 'median (min:s)', 'in all'], rows: [...kinds, all], words: [0] }, page);
  const hours = {
    title: 'Answers by the hour of the day',
    values: times.hours,
    ticks: [0, 6, 12, 18].map(hour => ({ at: hour, text: `${hour}:00` })),
  };
  return {
    title: 'Time',
    blocks: [
      times.timed === 0 ? 'No answer was timed yet.' : table,
      'Answers by the hour of the day:',
      uprights(hours, innerWidth(page)),
    ],
  };
}

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `20 Nov` */
function shortDate(day: number): string {
  return SHORT.format(new Date(`${dayDate(day)}T00:00:00Z`));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
