/**
 * FSRS-6 over bare numbers, for the simulation: it asks a million times, and the library, which rounds every number by way
 * of its decimals, takes about ten times as long. A test holds the two together.
 */

import { computeDecayFactor } from 'ts-fsrs';
import { GRADES, MAXIMUM_INTERVAL, type MemoryModel } from '../fsrs.ts';

/** 1 again, 2 hard, 3 good, 4 easy. */
export type GradeNumber = 1 | 2 | 3 | 4;

export interface Arithmetic {
  readonly initialStability: (grade: GradeNumber) => number;
  readonly initialDifficulty: (grade: GradeNumber) => number;
  readonly recall: (stability: number, days: number) => number;
  /** @param recall as it was just before the answer */
  readonly stability: (stability: number, difficulty: number, recall: number, grade: GradeNumber) => number;
  readonly difficulty: (difficulty: number, grade: GradeNumber) => number;
  readonly interval: (stability: number, retention: number) => number;
}

const LEAST_STABILITY = 1e-3;
const LEAST_INITIAL_STABILITY = 0.1;

/** @param weights 21 of them, within the bounds of FSRS-6 */
export function arithmetic(weights: readonly number[]): Arithmetic {
  const w = (i: number): number => weights[i] ?? 0;
  const { decay, factor } = computeDecayFactor(weights);
  const startDifficulty = (grade: GradeNumber): number => w(4) - Math.exp((grade - 1) * w(5)) + 1;
  const reversion = w(7) * startDifficulty(4);
  const [keep, step, growth] = [1 - w(7), w(6), Math.exp(w(8))];
  const [saturation, spacing] = [-w(9), w(10)];
  const [lapse, lapseDifficulty, lapseStability, lapseSpacing] = [w(11), -w(12), w(13), w(14)];
  const bonus = [0, 0, w(15), 1, w(16)];
  const initial = [0, 1, 2, 3].map(i => Math.max(w(i), LEAST_INITIAL_STABILITY));
  return {
    initialStability: grade => initial[grade - 1] ?? LEAST_INITIAL_STABILITY,
    initialDifficulty: grade => clamp(startDifficulty(grade), 1, 10),
    recall: (stability, days) => (1 + (factor * days) / stability) ** decay,
    stability: (s, d, recall, grade) => {
      if (grade === 1) {
        const after =
          lapse * d ** lapseDifficulty * ((s + 1) ** lapseStability - 1) * Math.exp((1 - recall) * lapseSpacing);
        return clamp(after, LEAST_STABILITY, s);
      }
      const grown = growth * (11 - d) * s ** saturation * (Math.exp((1 - recall) * spacing) - 1) * (bonus[grade] ?? 1);
      return clamp(s * (1 + grown), LEAST_STABILITY, MAXIMUM_INTERVAL);
    },
    difficulty: (d, grade) => clamp(reversion + keep * (d - (step * (grade - 3) * (10 - d)) / 9), 1, 10),
    interval: (stability, retention) => {
      const exact = (stability / factor) * (retention ** (1 / decay) - 1);
      return Math.min(MAXIMUM_INTERVAL, Math.max(1, Math.round(exact)));
    },
  };
}

/** The same, as the rest of the room asks for it. */
export function quickModel(weights: readonly number[]): MemoryModel {
  const a = arithmetic(weights);
  // Most of the time goes into powers, and one expected gain asks for the same recall four times.
  let [lastStability, lastDays, lastRecall] = [1, 0, 1];
  const recall = (stability: number, days: number): number => {
    if (stability !== lastStability || days !== lastDays) {
      lastRecall = a.recall(stability, days);
      lastStability = stability;
      lastDays = days;
    }
    return lastRecall;
  };
  return {
    weights,
    recall,
    interval: a.interval,
    next: (state, days, rating) => {
      const grade: GradeNumber = GRADES[rating];
      if (!state) return { stability: a.initialStability(grade), difficulty: a.initialDifficulty(grade) };
      const { stability, difficulty } = state;
      return {
        stability: a.stability(stability, difficulty, recall(stability, days), grade),
        difficulty: a.difficulty(difficulty, grade),
      };
    },
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
