/** How much time a day would do to meet every new question. */

import { evenPace, everythingIsBest } from './pace.ts';
import { type Course, routeOf, simulate } from './simulate.ts';

const STUDENTS = 4;
const MINUTE = 60_000;

/** Who would study longer is better told that the time is too short. */
const MOST_MINUTES = 600;

/** The answer is found to about one part in ten. */
const CLOSE = 1.1;

/**
 * The least minutes a day, more than the plan has, with which the best plan meets everything new; null where none would
 * do: with a limit of new questions, or days too short for all of them.
 */
export function minutesNeeded(course: Course): number | null {
  const { input, cards } = course;
  const days = input.exam - input.today;
  const fresh = cards.filter(({ start }) => start.state === null).length;
  const even = Math.ceil(fresh / Math.max(1, days));
  if (days === 0 || even > (input.newPerDay ?? even)) return null;
  let low = input.minutes;
  let high = Math.max(low, Math.min(MOST_MINUTES, loadOf(course, even)));
  while (!meetsAll(course, high)) {
    if (high >= MOST_MINUTES) return null;
    low = high;
    high = Math.min(MOST_MINUTES, 2 * high);
  }
  while (high > CLOSE * low && high - low > 1) {
    const middle = Math.sqrt(low * high);
    if (meetsAll(course, middle)) high = middle;
    else low = middle;
  }
  const minutes = Math.ceil(high);
  return minutes > input.minutes ? minutes : null;
}

function meetsAll(course: Course, minutes: number): boolean {
  return everythingIsBest({ ...course, input: { ...course.input, minutes } });
}

/** Minutes a day, on average, to meet so many new ones a day and to answer everything when it is due. */
function loadOf(course: Course, fresh: number): number {
  const free: Course = { ...course, early: false, input: { ...course.input, minutes: Number.POSITIVE_INFINITY } };
  const students = Math.min(STUDENTS, course.posterior.particles.length);
  const route = routeOf(free, evenPace(fresh));
  let spent = 0;
  for (let k = 0; k < students; k++) spent += simulate(free, k, route, null);
  return spent / (students * (course.input.exam - course.input.today) * MINUTE);
}
