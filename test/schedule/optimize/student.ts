import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { DEFAULT_WEIGHTS, type MemoryState, memoryModel } from '../../../src/schedule/fsrs.ts';
import type { Histories, RatedAnswer } from '../../../src/schedule/optimize/predictions.ts';
import type { Rating } from '../../../src/schedule/review.ts';

/** Simulated students: their memory follows weights that nobody is told. */

export interface Student {
  readonly name: string;
  /** null: what was answered before makes no difference, every answer is right with the same chance. */
  readonly weights: readonly number[] | null;
}

const hidden = (change: Readonly<Record<number, (weight: number) => number>>): readonly number[] =>
  DEFAULT_WEIGHTS.map((weight, i) => change[i]?.(weight) ?? weight);

const times =
  (factor: number) =>
  (weight: number): number =>
    weight * factor;

export const FORGETFUL: Student = {
  name: 'forgets fast',
  weights: hidden({ 0: times(0.5), 1: times(0.4), 2: times(0.4), 3: times(0.4), 8: weight => weight - 0.5 }),
};

/** Weights 0 to 3 are first stabilities, 8 how fast they grow, 11 what a lapse leaves, 20 the shape of forgetting. */
export const STUDENTS: readonly Student[] = [
  FORGETFUL,
  {
    name: 'keeps well',
    weights: hidden({ 0: times(3), 1: times(3), 2: times(3), 3: times(3), 8: weight => weight + 0.4 }),
  },
  { name: 'long tail', weights: hidden({ 2: times(0.6), 3: times(0.6), 20: () => 0.45 }) },
  { name: 'lapses hard', weights: hidden({ 6: times(1.2), 8: weight => weight - 0.3, 11: times(0.4) }) },
];

export const AVERAGE: Student = { name: 'the defaults', weights: DEFAULT_WEIGHTS };
export const ERRATIC: Student = { name: 'chance alone', weights: null };

const DAYS = 365;
const ERRATIC_RECALL = 0.85;

/**
 * At least `count` answers over a year, asked when the weights that FSRS-6 comes with say so, or up to two days late.
 *
 * @param from the first study day
 */
export function simulate({ weights }: Student, count: number, seed: number, from = 20_000): Histories {
  const generator = xoroshiro128plus(seed);
  const chance = (): number => uniformFloat64(generator);
  const planner = memoryModel(null);
  const memory = weights && memoryModel(weights);
  const right = (): Rating => {
    const luck = chance();
    return luck < 0.15 ? 'hard' : luck < 0.9 ? 'good' : 'easy';
  };

  const histories = new Map<string, readonly RatedAnswer[]>();
  for (let answered = 0; answered < count; ) {
    const answers: RatedAnswer[] = [];
    let planned: MemoryState | null = null;
    let real: MemoryState | null = null;
    let last = 0;
    for (let day = Math.floor(chance() * DAYS * 0.7); day < DAYS; ) {
      const days = planned ? day - last : 0;
      const recall: number = !planned ? 0.6 : memory && real ? memory.recall(real.stability, days) : ERRATIC_RECALL;
      const rating: Rating = chance() < recall ? right() : 'again';
      answers.push({ day: from + day, rating });
      planned = planner.next(planned, days, rating);
      real = memory?.next(real, days, rating) ?? null;
      last = day;
      day += planner.interval(planned.stability, 0.9) + Math.floor(chance() * 3);
    }
    histories.set(`topic-${histories.size % 9}/question-${histories.size}`, answers);
    answered += answers.length;
  }
  return histories;
}
