/** The student's rated reviews, as the memory has to explain them. */

import { GRADES } from '../fsrs.ts';
import { type Arithmetic, arithmetic, type GradeNumber } from './arithmetic.ts';
import type { Chance } from './chance.ts';
import type { Histories } from './types.ts';

/** Even what is known for certain is missed now and then, and the other way round: no answer is held impossible. */
const LEAST_CHANCE = 0.005;

/** More reviews say hardly more, and cost time. */
const MOST_REVIEWS = 2000;

/** All reviews in one row, question after question. */
export interface Evidence {
  readonly grades: Uint8Array;
  /** Whole days since the review before; −1 at the first of a question. */
  readonly gaps: Float64Array;
}

/** @returns the reviews of all questions or, where there are too many, of so many questions drawn at random */
export function evidenceOf(histories: Histories, next: Chance): Evidence {
  const all = [...histories].filter(([, reviews]) => reviews.length > 0).map(([, reviews]) => reviews);
  const total = all.reduce((sum, reviews) => sum + reviews.length, 0);
  const chosen = total <= MOST_REVIEWS ? all : shuffled(all, next);
  const [grades, gaps]: [number[], number[]] = [[], []];
  for (const reviews of chosen) {
    if (grades.length > 0 && grades.length + reviews.length > MOST_REVIEWS) break;
    let last: number | null = null;
    for (const { day, rating } of reviews) {
      grades.push(GRADES[rating]);
      gaps.push(last === null ? -1 : Math.max(0, day - last));
      last = last === null ? day : Math.max(last, day);
    }
  }
  return { grades: Uint8Array.from(grades), gaps: Float64Array.from(gaps) };
}

/** Fills `recall` with what these weights predict for each review just before it; 0 where they predict nothing. */
export function predict({ grades, gaps }: Evidence, weights: readonly number[], recall: Float64Array): void {
  const memory: Arithmetic = arithmetic(weights);
  let stability = 0;
  let difficulty = 0;
  for (let i = 0; i < grades.length; i++) {
    const grade = grades[i] as GradeNumber;
    const gap = gaps[i] ?? 0;
    if (gap < 0) {
      recall[i] = 0;
      stability = memory.initialStability(grade);
      difficulty = memory.initialDifficulty(grade);
      continue;
    }
    const known = memory.recall(stability, gap);
    // On the same day all is held known: such a review says nothing of how memory fades.
    recall[i] = gap === 0 ? 0 : Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, known));
    stability = memory.stability(stability, difficulty, known, grade);
    difficulty = memory.difficulty(difficulty, grade);
  }
}

/** Logarithm of the chance of all these answers. */
export function logLikelihood({ grades }: Evidence, recall: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < grades.length; i++) {
    const known = recall[i] ?? 0;
    if (known > 0) sum += Math.log(grades[i] === 1 ? 1 - known : known);
  }
  return sum;
}

function shuffled<T>(items: readonly T[], next: Chance): T[] {
  return items
    .map(item => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
