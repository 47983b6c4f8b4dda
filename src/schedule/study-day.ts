/**
 * The study day: it begins at 04:00 by the student's own clock, so that an evening that runs past midnight is one day.
 * A study day is written as its calendar date, `2026-11-20`; such strings compare in order of time.
 */

const DAY_BEGINS_AT_HOUR = 4;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Building a formatter costs a hundred times what using it does, and one student has few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The study day that `at` belongs to.
 * @throws RangeError where the zone is not an IANA name this system knows, or the date is invalid.
 */
export function studyDay(at: Date, zone: string): string {
  return isoDate(wallClock(at.getTime(), zone) - DAY_BEGINS_AT_HOUR * HOUR);
}

/** The same as a number: days since 1970-01-01. @throws RangeError as `studyDay` does */
export function studyDayNumber(at: Date, zone: string): number {
  return dayNumber(studyDay(at, zone));
}

/**
 * The instant at which a study day begins: the first one whose local time is 04:00 on that date. Where the clocks skip
 * 04:00 (or, as in Apia in 2011, the whole date), it is the moment of the skip; where 04:00 comes twice, the earlier one.
 * @throws RangeError for an unknown zone or a malformed day.
 */
export function startOfStudyDay(day: string, zone: string): Date {
  const wall = dayNumber(day) * DAY + DAY_BEGINS_AT_HOUR * HOUR;
  const offsets = [offset(wall - DAY, zone), offset(wall + DAY, zone)];
  const instants = offsets.map(o => wall - o).sort((a, b) => a - b);
  const exact = instants.find(instant => wallClock(instant, zone) === wall);
  if (exact !== undefined) return new Date(exact);
  return new Date(firstInstantPast(wall, instants[0] ?? wall, instants[1] ?? wall, zone));
}

/**
 * The study day `n` days later (earlier for a negative `n`).
 * @throws RangeError for a malformed day.
 */
export function addDays(day: string, n: number): string {
  return isoDate((dayNumber(day) + n) * DAY);
}

/**
 * How many days lie between two study days: positive where `b` is later.
 * @throws RangeError for a malformed day.
 */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a);
}

/**
 * A study day as a number: days from 1970-01-01 to its date.
 * @throws RangeError for a malformed day.
 */
export function dayNumber(day: string): number {
  if (!isStudyDay(day)) throw new RangeError(`Not a study day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** Whether a text is a date of the calendar, `2026-11-20`. */
export function isStudyDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // JavaScript reads 31 February as a day in March.
  return !Number.isNaN(time) && isoDate(time) === text;
}

/** The date of the study day with that number, `2026-11-20`. */
export function dayDate(number: number): string {
  return isoDate(number * DAY);
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** What the clock on the wall shows, as if it showed UTC. Whole seconds are kept exact, as old zones are off by some. */
function wallClock(time: number, zone: string): number {
  return time + offset(time, zone);
}

/** Milliseconds that local time is ahead of UTC. */
function offset(time: number, zone: string): number {
  const second = Math.floor(time / 1000) * 1000;
  const field: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(second)) field[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = field;
  return Date.UTC(year, month - 1, day, hour, minute, field.second) - second;
}

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Bisects for the moment at which the clocks jump over `wall`, which lies after `before` and not after `after`. */
function firstInstantPast(wall: number, before: number, after: number, zone: string): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallClock(middle, zone) < wall) low = middle;
    else high = middle;
  }
  return high;
}
