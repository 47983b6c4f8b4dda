/**
 * What is not known of this student, as a number of students who would all have answered so: each with weights of FSRS-6,
 * a chance to answer at first sight, habits of rating, and a memory of every question met.
 *
 * The weights are drawn from the posterior by Markov chains that start in its Gaussian approximation and move by steps
 * (Crank and Nicolson's) that leave this Gaussian as it is; accepting them by target over Gaussian makes up for the rest.
 * All else has a conjugate prior, and is drawn exactly.
 */

import { GRADES, memoryModel } from '../fsrs.ts';
import { arithmetic, type GradeNumber } from './arithmetic.ts';
import { beta, type Chance, chance, gamma, normals } from './chance.ts';
import { evidenceOf } from './evidence.ts';
import { dot, laplace, logPosterior, solveUpper } from './laplace.ts';
import { DIMENSIONS, weightsOf } from './prior.ts';
import type { Histories } from './types.ts';

/** How right answers are rated: shares that make 1. */
export interface Habits {
  readonly hard: number;
  readonly easy: number;
}

export interface Particle {
  readonly weights: readonly number[];
  /** The chance that a question never met is answered right at once. */
  readonly firstKnown: number;
  readonly firstHabits: Habits;
  readonly habits: Habits;
  /** The share of the credits that a wrong answer earns. */
  readonly partial: number;
  /** By how much real recall is off FSRS, on the scale of log odds. */
  readonly misfit: number;
  /** What the student takes for a question, against what was expected. */
  readonly tempo: number;
}

/** Of one question by particle, after the last review. */
interface Memories {
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
}

export interface Posterior {
  /** All weigh the same. */
  readonly particles: readonly Particle[];
  /** Of the questions with a history. */
  readonly memories: ReadonlyMap<string, Memories>;
  /** First answers seen, and how many were right. */
  readonly first: { readonly seen: number; readonly right: number };
}

const PARTICLES = 100;

/** How far each step of a chain goes from where it is, 1 being a draw that forgets it. */
const STEPS: readonly number[] = [1, 0.7, 0.4, 0.7, 0.4, 0.25];

/** Beta: of a student never seen, every chance of a right first answer is held equally likely. */
const FIRST_KNOWN = { right: 1, wrong: 1 };

/** Dirichlet, worth five answers: hard and easy are the exceptions, as `ratingFor` gives them. */
const HABITS = { hard: 0.6, good: 4, easy: 0.4 };

/** Beta. Most questions give all or nothing. */
const PARTIAL = { earned: 0.3, lost: 4 };

/**
 * Fitted to a student, FSRS-6 is still wrong by about 5 points of recall in a bin of like reviews (open-spaced-repetition,
 * srs-benchmark, RMSE of bins): at the usual 85 %, 0.4 in log odds. Some of it evens out over many questions; two fifths
 * of the variance are taken to be shared by all, and 0.25 is left.
 */
const MISFIT = 0.25;

/** Two thirds of the students take 0.8 to 1.2 times what is expected. */
const TEMPO = 0.2;

const PURPOSE = { sample: 1, chains: 2, rest: 3 };

/** Some tens of milliseconds for a few hundred reviews; from 2,000 on the time hardly grows. */
export function posterior(
  histories: Histories,
  weights: readonly number[] | null,
  seed: number,
  count: number = PARTICLES,
): Posterior {
  const drawn = drawWeights(histories, weights, seed, count);
  const counts = countAnswers(histories);
  const next = chance(seed, PURPOSE.rest);
  const particles = drawn.map((own): Particle => {
    const [misfit = 0, tempo = 0] = normals(next, 2);
    return {
      weights: own,
      firstKnown: beta(next, FIRST_KNOWN.right + counts.right, FIRST_KNOWN.wrong + counts.seen - counts.right),
      firstHabits: drawHabits(counts.firstRatings, next),
      habits: drawHabits(counts.ratings, next),
      partial: beta(next, PARTIAL.earned + counts.earned, PARTIAL.lost + counts.lost),
      misfit: MISFIT * misfit,
      tempo: Math.exp(TEMPO * tempo),
    };
  });
  return { particles, memories: memoriesOf(histories, drawn), first: { seen: counts.seen, right: counts.right } };
}

function drawWeights(
  histories: Histories,
  weights: readonly number[] | null,
  seed: number,
  count: number,
): (readonly number[])[] {
  const center = memoryModel(weights).weights;
  const evidence = evidenceOf(histories, chance(seed, PURPOSE.sample));
  const { mean, precision } = laplace(center, evidence);
  const value = logPosterior(center, evidence);
  const next = chance(seed, PURPOSE.chains);
  const known = evidence.gaps.some(gap => gap > 0);
  const point = (x: Float64Array): Float64Array => solveUpper(precision, x).map((z, i) => z + (mean[i] ?? 0));
  const excess = (x: Float64Array): number => value(point(x)) + dot(x, x) / 2;
  return Array.from({ length: count }, () => {
    let x = normals(next, DIMENSIONS);
    // Without a repeated question the Gaussian is the prior, and there is nothing to make up for.
    if (!known) return weightsOf(center, x);
    let here = excess(x);
    for (const step of STEPS) {
      const moved = normals(next, DIMENSIONS).map((n, i) => Math.sqrt(1 - step * step) * (x[i] ?? 0) + step * n);
      const there = excess(moved);
      if (Math.log(1 - next()) < there - here) [x, here] = [moved, there];
    }
    return weightsOf(center, point(x));
  });
}

type Counts = Record<keyof typeof HABITS, number>;

function countAnswers(histories: Histories) {
  const firstRatings: Counts = { hard: 0, good: 0, easy: 0 };
  const ratings: Counts = { hard: 0, good: 0, easy: 0 };
  const found = { seen: 0, right: 0, earned: 0, lost: 0, firstRatings, ratings };
  for (const reviews of histories.values()) {
    for (const [i, { rating, credit }] of reviews.entries()) {
      if (i === 0) found.seen++;
      if (rating !== 'again') {
        if (i === 0) found.right++;
        (i === 0 ? firstRatings : ratings)[rating]++;
      } else if (credit !== null) {
        found.earned += credit;
        found.lost += 1 - credit;
      }
    }
  }
  return found;
}

function drawHabits(counts: Counts, next: Chance): Habits {
  const hard = gamma(next, HABITS.hard + counts.hard);
  const good = gamma(next, HABITS.good + counts.good);
  const easy = gamma(next, HABITS.easy + counts.easy);
  const all = hard + good + easy;
  return { hard: hard / all, easy: easy / all };
}

function memoriesOf(histories: Histories, drawn: readonly (readonly number[])[]): Map<string, Memories> {
  const models = drawn.map(arithmetic);
  const memories = new Map<string, Memories>();
  for (const [question, reviews] of histories) {
    if (reviews.length === 0) continue;
    const stability = new Float64Array(models.length);
    const difficulty = new Float64Array(models.length);
    for (const [k, model] of models.entries()) {
      let [s, d, last] = [0, 0, Number.NaN];
      for (const { day, rating } of reviews) {
        const grade: GradeNumber = GRADES[rating];
        const first = Number.isNaN(last);
        const known = first ? 0 : model.recall(s, Math.max(0, day - last));
        s = first ? model.initialStability(grade) : model.stability(s, d, known, grade);
        d = first ? model.initialDifficulty(grade) : model.difficulty(d, grade);
        last = first ? day : Math.max(last, day);
      }
      stability[k] = s;
      difficulty[k] = d;
    }
    memories.set(question, { stability, difficulty });
  }
  return memories;
}
