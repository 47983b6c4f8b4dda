/** What to expect in one certain exam, taken today. */

import { arithmetic } from '../plan/arithmetic.ts';
import { chance } from '../plan/chance.ts';
import { rangeOf, sit } from '../plan/exam.ts';
import type { Posterior } from '../plan/posterior.ts';
import { Card, reset } from '../plan/simulate.ts';
import type { PlanInput, PlanQuestion, Range } from '../plan/types.ts';

interface ForecastInput extends Pick<PlanInput, 'questions' | 'today' | 'seed'> {
  /** Of the student's histories, as plans are made from. */
  readonly posterior: Posterior;
}

/** A question of the exam. */
export interface Asked {
  readonly id: string;
  /** What it is worth there, above 0. */
  readonly credits: number;
}

/** How often each possible student sits the exam. */
const SITTINGS = 20;

const PURPOSE = 5;

/**
 * The share of the credits that these questions will bring, with the luck of each answer and all that is not known of the
 * student. As in a plan, a question met before is known with today's chance of recall, one never met with the chance of a
 * first answer, and one not known earns what wrong answers earned so far; nothing is left out on purpose.
 */
export function mockForecast({ questions, today, seed, posterior }: ForecastInput, asked: readonly Asked[]): Range {
  const known = new Map(questions.map(question => [question.id, question]));
  // Nothing is scheduled, so that it does not matter when anything is due.
  const cards = asked.map((question, i) => new Card({ ...(known.get(question.id) ?? NEVER_MET), ...question }, i, 1));
  const scores = posterior.particles.flatMap((particle, k) => {
    reset({ cards, posterior }, k);
    const student = { particle, memory: arithmetic(particle.weights), day: today, next: chance(seed + k, PURPOSE) };
    return Array.from({ length: SITTINGS }, () => sit(cards, student));
  });
  return rangeOf(scores);
}

/** A question that is in no bank any more, or not in the syllabus. */
const NEVER_MET: Omit<PlanQuestion, keyof Asked> = {
  topic: '',
  ms: 0,
  requires: [],
  state: null,
  lastDay: null,
  dueDay: null,
  aside: false,
};
