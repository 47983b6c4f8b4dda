/** The memory model of FSRS-6 in plain numbers: how a memory grows with an answer, fades, and when it is due. */

import { computeDecayFactor, default_w, FSRSAlgorithm, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Rating as RatingName } from './review.ts';

export const GRADES: Readonly<Record<RatingName, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** A hundred years: in effect no limit. */
export const MAXIMUM_INTERVAL = 36_500;

export const DEFAULT_WEIGHTS: readonly number[] = default_w;

export interface MemoryState {
  /** Days until recall falls to 90 %. */
  readonly stability: number;
  /** 1 … 10. */
  readonly difficulty: number;
}

export interface MemoryModel {
  /** The 21 weights, each within the bounds that FSRS-6 has for it. */
  readonly weights: readonly number[];
  /** After an answer, so many whole days (0 or more) after the one before; `state` is null for the first answer. */
  readonly next: (state: MemoryState | null, days: number, rating: RatingName) => MemoryState;
  /** The chance (0 … 1) that it is known so many days after the last answer. */
  readonly recall: (stability: number, days: number) => number;
  /** Whole days until recall falls to `retention`, at least 1. */
  readonly interval: (stability: number, retention: number) => number;
}

/** @param weights 21 of them; null for those that FSRS-6 comes with */
export function memoryModel(weights: readonly number[] | null): MemoryModel {
  const algorithm = new FSRSAlgorithm({ ...SETTINGS, ...(weights ? { w: weights } : {}) });
  const used = [...algorithm.parameters.w];
  const { decay, factor } = computeDecayFactor(used);
  return {
    weights: used,
    next: (state, days, rating) => algorithm.next_state(state, days, GRADES[rating]),
    // The library works decay and factor out anew at every call, which a simulation makes a million times.
    recall: (stability, days) => (1 + (factor * days) / stability) ** decay,
    interval: (stability, retention) => {
      const exact = (stability / factor) * (retention ** (1 / decay) - 1);
      return Math.min(MAXIMUM_INTERVAL, Math.max(1, Math.round(exact)));
    },
  };
}

const SETTINGS = {
  maximum_interval: MAXIMUM_INTERVAL,
  enable_fuzz: false,
  // FSRS-6 predicts repeats within one day worse than a constant does, so there are none in it.
  enable_short_term: false,
};

/** What gives intervals: of the four ratings each at least a day longer than the one below. */
export function intervalScheduler(weights: readonly number[] | null, retention: number): ReturnType<typeof fsrs> {
  return fsrs({ ...SETTINGS, request_retention: retention, ...(weights ? { w: weights } : {}) });
}
