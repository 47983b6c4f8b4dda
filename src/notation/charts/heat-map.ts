import { type Line, span } from '../line.ts';
import type { Chart } from './chart.ts';

/** A calendar with a column for each week, Monday first, and a shade for how much there was on a day. */
export interface Days {
  /** Date of the first count, a Monday: `2026-11-16`. */
  readonly first: string;
  /** By day, to the last one. */
  readonly counts: readonly number[];
  /** What is counted, in the plural. */
  readonly unit: string;
}

const DAY = 86_400_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** A weekday's name, and a space. */
const MARGIN = 4;
/** A shade, and a space. */
const CELL = 2;
/** For nothing, and for each quarter of the most. */
const SHADES = ['·', '░', '▒', '▓', '█'];

/** The newest weeks, as many as the width has room for. */
export function heatMap({ first, counts, unit }: Days, width: number): Chart {
  const all = Math.ceil(counts.length / 7);
  const weeks = Math.max(1, Math.min(all, Math.floor((width - MARGIN + 1) / CELL)));
  const start = Date.parse(`${first}T00:00:00Z`) + (all - weeks) * 7 * DAY;
  const shown = counts.slice((all - weeks) * 7);
  const step = Math.max(1, Math.ceil(Math.max(...shown, 0) / (SHADES.length - 1)));
  const rows = WEEKDAYS.map((name, weekday) => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      const count = shown[7 * week + weekday];
      return count === undefined ? ' ' : (SHADES[Math.ceil(count / step)] ?? ' ');
    });
    return [span(`${name} `, 'dim'), span(cells.join(' ').trimEnd(), 'chart')];
  });
  return {
    lines: [[span(monthLine(start, weeks), 'dim')], ...rows, legend(shown, step, unit)],
    words: inWords(start, shown, weeks, unit),
  };
}

/** A month is named above the week that its first day is in, and the first week's too where there is room. */
function monthLine(start: number, weeks: number): string {
  const starts = Array.from({ length: weeks }, (_, week) => new Date(start + (7 * week + 6) * DAY));
  return starts.reduce((line, sunday, week) => {
    const next = starts[week + 1];
    const isNew = sunday.getUTCDate() <= 7;
    const isFirst = week === 0 && (next === undefined || next.getUTCMonth() === sunday.getUTCMonth());
    return isNew || isFirst ? line.padEnd(MARGIN + CELL * week) + (MONTHS[sunday.getUTCMonth()] ?? '') : line;
  }, '');
}

function legend(shown: readonly number[], step: number, unit: string): Line {
  const used = Math.ceil(Math.max(...shown, 0) / step);
  const entries = SHADES.slice(1, used + 1).map((shade, i) => {
    const [low, high] = [i * step + 1, (i + 1) * step];
    return `   ${shade} ${low === high ? low : `${low}–${high}`}`;
  });
  return [span(`${' '.repeat(MARGIN)}${SHADES[0]} no ${unit}${entries.join('')}`, 'dim')];
}

function inWords(start: number, shown: readonly number[], weeks: number, unit: string): string {
  const most = Math.max(...shown, 0);
  const dateOf = (day: number): string => new Date(start + day * DAY).toISOString().slice(0, 10);
  const active = shown.filter(count => count > 0).length;
  const peak = most === 0 ? '' : `, at most ${most} on ${dateOf(shown.lastIndexOf(most))}`;
  const [length, days] = [plural(weeks, 'week'), plural(active, 'day')];
  return `Calendar of ${length} up to ${dateOf(shown.length - 1)}: ${days} with ${unit}${peak}.`;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
