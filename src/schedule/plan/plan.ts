/** The plan for an exam: the pace of new questions, and what comes of it. */

import { memoryModel } from '../fsrs.ts';
import { arithmetic, quickModel } from './arithmetic.ts';
import { assumptionsOf } from './assumptions.ts';
import { curveOf, drawScores, rangeOf, shareFrom } from './exam.ts';
import { minutesNeeded } from './minutes.ts';
import { bestPace } from './pace.ts';
import type { Posterior } from './posterior.ts';
import { Card, type Course, reset, routeOf, shareKnown, simulate } from './simulate.ts';
import { PASSING_SHARE, type Plan, type PlanInput, type PlanQuestion, type Range, type TopicPlan } from './types.ts';

/** So many question-days are simulated: for a large bank or a long time with fewer possible students. */
const WORK = 1_500_000;
const FEWEST_STUDENTS = 32;

/**
 * @param posterior of the same histories and weights; it may be kept while date and minutes change
 * @throws RangeError where the exam is before today, or the minutes are no positive number
 */
export function examPlan(input: PlanInput, posterior: Posterior): Plan {
  check(input);
  const course = courseOf(input, posterior);
  const { cards } = course;
  const days = input.exam - input.today;
  const students = studentsFor(course, days);
  const pace = bestPace(course);
  const route = routeOf(course, pace);
  const meetings = cards.map((): number[] => []);
  const curve: Float64Array[] = [];
  const withoutStudy: Float64Array[] = [];
  const remembered: number[] = [];
  const scores: number[] = [];
  for (let k = 0; k < students; k++) {
    withoutStudy.push(fading(course, k));
    const known = new Float64Array(days + 1);
    simulate(course, k, route, known);
    curve.push(known);
    remembered.push(known[days] ?? 0);
    scores.push(...drawScores(course, k, input.exam));
    for (const { metOn, index } of cards) if (metOn !== null) meetings[index]?.push(metOn);
  }
  const met = cards.map(({ index }) => meanDay(meetings[index] ?? [], students));
  const fresh = cards.filter(({ start }) => start.state === null && !start.aside);
  const notMet = fresh.filter(({ index }) => met[index] === null).length;
  const metDays = met.filter(day => day !== null);
  return {
    newPerDay: pace.fresh,
    lastNewDay: metDays.length > 0 ? Math.max(...metDays) : null,
    topics: topicsOf(fresh, met),
    remembered: rangeOf(remembered),
    score: rangeOf(scores),
    passing: shareFrom(scores, PASSING_SHARE),
    toMeet: fresh.length - notMet,
    notMet,
    minutesNeeded: notMet > 0 ? minutesNeeded(course) : null,
    curve: curveOf(curve, input.today, days + 1),
    withoutStudy: curveOf(withoutStudy, input.today, days + 1),
    assumptions: assumptionsOf(posterior, input),
  };
}

/** The score if the exam were today. */
export function expectedScore(
  input: Pick<PlanInput, 'questions' | 'today' | 'examCredits' | 'seed'>,
  posterior: Posterior,
): Range {
  // Nothing is scheduled, so that it does not matter when anything is due.
  const now = { input, posterior, cards: cardsOf(input.questions, () => 1) };
  const scores: number[] = [];
  for (const k of posterior.particles.keys()) {
    reset(now, k);
    scores.push(...drawScores(now, k, input.today));
  }
  return rangeOf(scores);
}

function check({ today, exam, minutes }: PlanInput): void {
  if (!(exam >= today)) throw new RangeError('the exam day is over; give one that is still to come');
  if (!(minutes > 0)) throw new RangeError('a plan takes some time a day; give 1 minute or more');
}

function courseOf(input: PlanInput, posterior: Posterior): Course {
  const cards = cardsOf(input.questions, input.retention);
  return {
    input,
    early: true,
    posterior,
    model: quickModel(memoryModel(input.weights).weights),
    cards,
    credits: cards.reduce((sum, { credits }) => sum + credits, 0),
  };
}

function cardsOf(questions: readonly PlanQuestion[], retention: PlanInput['retention']): readonly Card[] {
  return questions.map((question, i) => new Card(question, i, retention(question.id)));
}

function studentsFor({ cards, posterior }: Course, days: number): number {
  const affordable = Math.floor(WORK / Math.max(1, cards.length * days));
  return Math.min(posterior.particles.length, Math.max(FEWEST_STUDENTS, affordable));
}

/** The share known on each morning if nothing is studied. */
function fading(course: Course, k: number): Float64Array {
  const { today, exam } = course.input;
  const particle = course.posterior.particles[k];
  if (!particle) throw new RangeError(`there is no student ${k}`);
  reset(course, k);
  const memory = arithmetic(particle.weights);
  return Float64Array.from({ length: exam - today + 1 }, (_, i) => shareKnown(course, particle, memory, today + i));
}

/** The mean of the days on which a question was met; null where fewer than half of the students met it. */
function meanDay(days: readonly number[], students: number): number | null {
  if (2 * days.length < students || days.length === 0) return null;
  return Math.round(days.reduce((sum, day) => sum + day, 0) / days.length);
}

function topicsOf(fresh: readonly Card[], met: readonly (number | null)[]): readonly TopicPlan[] {
  const days = Map.groupBy(fresh, ({ topic }) => topic);
  return [...days]
    .flatMap(([topic, cards]): TopicPlan[] => {
      const found = cards.flatMap(({ index }) => met[index] ?? []);
      if (found.length === 0) return [];
      return [{ topic, start: Math.min(...found), end: Math.max(...found), questions: found.length }];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
