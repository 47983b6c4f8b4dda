/** The search for the pace that leads to the best score. */

import { arithmetic } from './arithmetic.ts';
import { type Course, type Pace, routeOf, shareKnown, simulate } from './simulate.ts';

/** Few possible students do: each pace meets the same ones, with the same luck. Large banks even out more of it. */
const MOST_STUDENTS = 6;
const FEWEST_STUDENTS = 2;

/** Question-days to simulate for one pace. */
const WORK = 100_000;

/** New questions a day. */
const PACES: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 60, 80, 120, 200, 500, 1000];

/** Days before the exam of the last new question. */
const STOPS: readonly number[] = [3, 7];

/** Of paces that lead to nearly the same, the one that leaves least of the syllabus unseen is the safer one. */
const AS_GOOD = 0.005;

const NONE: Pace = { fresh: 0, stop: 1, most: 0 };
const MINUTE = 60_000;

interface Trial {
  readonly pace: Pace;
  /** Known on the exam day, on average over the students. */
  readonly share: number;
  /** Questions met by then, on average. */
  readonly met: number;
}

export function bestPace(course: Course): Pace {
  const { input } = course;
  const days = input.exam - input.today;
  const fresh = freshOf(course);
  const limit = Math.floor(input.newPerDay ?? Number.POSITIVE_INFINITY);
  if (days <= 0 || fresh.length === 0 || limit < 1) return NONE;
  const meanMs = fresh.reduce((sum, { ms }) => sum + ms, 0) / fresh.length;
  // Faster ones are all the same: nothing is left to meet, or no time.
  const most = Math.min(limit, fresh.length, Math.max(1, Math.ceil((2 * input.minutes * MINUTE) / meanMs)));
  const steady = climb([...PACES.filter(pace => pace < most), most], pace => trial(course, evenPace(pace)));
  const { pace, met } = best(steady);
  // What there is no time for is better left out by its worth than by its place in the order.
  const chosen = trial(course, { ...pace, most: Math.round(met) });
  const tried = met < fresh.length - 0.5 ? [...steady, chosen] : steady;
  const { pace: kept } = best(tried);
  const stopped = STOPS.filter(stop => stop < days).map(stop => trial(course, { ...kept, stop }));
  return best([...tried, ...stopped]).pace;
}

/** Whether it costs no credits to meet everything new, against leaving some of it out. */
export function everythingIsBest(course: Course): boolean {
  const fresh = freshOf(course).length;
  const needed = Math.ceil(fresh / Math.max(1, course.input.exam - course.input.today));
  const whole = trial(course, evenPace(needed));
  if (whole.met < fresh - 0.5) return false;
  const slower = PACES.findLast(pace => pace < needed);
  return slower === undefined || whole.share >= trial(course, evenPace(slower)).share - AS_GOOD;
}

/** Up to the eve of the exam. */
export function evenPace(fresh: number): Pace {
  return { fresh, stop: 1, most: Number.POSITIVE_INFINITY };
}

function freshOf({ cards }: Course): Course['cards'] {
  return cards.filter(({ start }) => start.state === null && !start.aside);
}

/** Looks for the summit of a row that has one, and gives all that was tried. */
function climb(row: readonly number[], attempt: (pace: number) => Trial): readonly Trial[] {
  const tried = new Map<number, Trial>();
  const at = (i: number): number => {
    const found = tried.get(i) ?? attempt(row[i] ?? 1);
    tried.set(i, found);
    return found.share;
  };
  let [low, high] = [0, row.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (at(middle) > at(middle + 1)) high = middle;
    else low = middle + 1;
  }
  at(low);
  return [...tried.values()];
}

function best(trials: readonly Trial[]): Trial {
  const most = Math.max(...trials.map(({ share }) => share));
  const asGood = trials.filter(({ share }) => share >= most - AS_GOOD);
  const [first = { pace: NONE, share: 0, met: 0 }] = asGood.toSorted(
    (a, b) => b.met - a.met || a.pace.fresh - b.pace.fresh,
  );
  return first;
}

function trial(course: Course, pace: Pace): Trial {
  const { cards, input, posterior } = course;
  const affordable = Math.floor(WORK / Math.max(1, cards.length * (input.exam - input.today)));
  const students = Math.min(MOST_STUDENTS, Math.max(FEWEST_STUDENTS, affordable));
  const particles = posterior.particles.slice(0, students);
  const route = routeOf(course, pace);
  let [share, met] = [0, 0];
  for (const [k, particle] of particles.entries()) {
    simulate(course, k, route, null);
    share += shareKnown(course, particle, arithmetic(particle.weights), input.exam);
    met += cards.filter(({ metOn }) => metOn !== null).length;
  }
  return { pace, share: share / particles.length, met: met / particles.length };
}
