import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/schedule/fsrs.ts';
import { beta, chance, gamma, luck } from '../../../src/schedule/plan/chance.ts';
import { type Posterior, posterior } from '../../../src/schedule/plan/posterior.ts';
import type { Histories, RatedReview } from '../../../src/schedule/plan/types.ts';
import { bankOf, hiddenStudent, planInput, Studying } from './student.ts';

const NOTHING: Histories = new Map();

/** The history of a student whose initial stabilities are so many times the usual, after some weeks. */
function history(times: number, days: number, seed = 1): Histories {
  const weights = DEFAULT_WEIGHTS.map((w, i) => (i < 4 ? w * times : w));
  const hidden = { ...hiddenStudent(seed), weights, firstKnown: 0.6, hard: 0.1 };
  const student = new Studying(bankOf(100, 10, seed), hidden, seed);
  const exam = 20_000 + days + 30;
  for (let day = 0; day < days; day++) student.study(20_000 + day, planInput({ exam, minutes: 40 }), 5, 1000);
  return student.histories;
}

/** Mean and standard deviation, over the students, of the logarithm of the stability after a first `good`. */
function firstGood({ particles }: Posterior): { readonly mean: number; readonly deviation: number } {
  const logs = particles.map(({ weights }) => Math.log(weights[2] ?? 0));
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  return { mean, deviation: Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / logs.length) };
}

describe('what is held possible of a student', () => {
  it('is the spread over people, before anything is known', () => {
    const { mean, deviation } = firstGood(posterior(NOTHING, null, 1));
    // The better of two ratings is never the shorter memory, which lifts the middle a little.
    expect(mean - Math.log(DEFAULT_WEIGHTS[2] ?? 0)).toBeCloseTo(0.2, 0);
    expect(deviation).toBeGreaterThan(0.7);
    expect(deviation).toBeLessThan(1.2);
  });

  it('lies about the weights that the program has', () => {
    const own = DEFAULT_WEIGHTS.map((w, i) => (i < 4 ? 3 * w : w));
    const [usual, longer] = [null, own].map(weights => firstGood(posterior(NOTHING, weights, 1)).mean);
    // A few reach the longest that FSRS-6 allows.
    expect((longer ?? 0) - (usual ?? 0)).toBeCloseTo(Math.log(3), 2);
  });

  it('comes nearer to the truth with every week', () => {
    for (const times of [0.33, 3]) {
      const truth = Math.log(times * (DEFAULT_WEIGHTS[2] ?? 0));
      const [none, some, much] = [0, 14, 60].map(days => firstGood(posterior(history(times, days), null, 1)));
      expect(Math.abs((much?.mean ?? 9) - truth)).toBeLessThan(0.5);
      expect(Math.abs((much?.mean ?? 9) - truth)).toBeLessThan(Math.abs((none?.mean ?? 0) - truth));
      expect(some?.deviation ?? 9).toBeLessThan(none?.deviation ?? 0);
      expect(much?.deviation ?? 9).toBeLessThan(some?.deviation ?? 0);
    }
  });

  it('counts first answers, ratings and what wrong answers earn', () => {
    const again: RatedReview = { day: 1, rating: 'again', credit: 0.5 };
    const hard: RatedReview = { day: 1, rating: 'hard', credit: 1 };
    const many = (count: number, name: string, review: RatedReview): [string, RatedReview[]][] =>
      Array.from({ length: count }, (_, i) => [`${name}${i}`, [review]]);
    const found = posterior(new Map([...many(150, 'a', again), ...many(50, 'b', hard)]), null, 1);
    const mean = (of: (particle: Posterior['particles'][number]) => number): number =>
      found.particles.reduce((sum, particle) => sum + of(particle), 0) / found.particles.length;
    expect(found.first).toEqual({ seen: 200, right: 50 });
    expect(mean(({ firstKnown }) => firstKnown)).toBeCloseTo(0.25, 1);
    expect(mean(({ partial }) => partial)).toBeCloseTo(0.5, 1);
    expect(mean(({ firstHabits }) => firstHabits.hard)).toBeGreaterThan(0.85);
    expect(mean(({ habits }) => habits.hard)).toBeLessThan(0.25);
  });

  it('takes nothing from a wrong answer whose credit says nothing', () => {
    const credits = [null, 0].map(credit => {
      const reviews: RatedReview[] = [{ day: 1, rating: 'again', credit }];
      return (
        posterior(new Map(Array.from({ length: 99 }, (_, i) => [`q${i}`, reviews])), null, 1).particles[0]?.partial ?? 0
      );
    });
    expect(credits[0]).not.toBe(credits[1]);
  });

  it('is the same for the same history and seed', () => {
    const reviews = history(1, 10);
    expect(posterior(reviews, null, 5)).toEqual(posterior(reviews, null, 5));
    expect(posterior(reviews, null, 5).particles).not.toEqual(posterior(reviews, null, 6).particles);
  });

  it('bears thousands of reviews, repeats on one day, a clock set back, and what can hardly be', () => {
    const reviews: RatedReview[] = Array.from({ length: 60 }, (_, i) => ({
      day: 100 + 30 * i,
      rating: 'again',
      credit: 0,
    }));
    const never = new Map(Array.from({ length: 60 }, (_, i) => [`q${i}`, reviews]));
    const odd = new Map([['q', [5, 5, 3, 90].map((day): RatedReview => ({ day, rating: 'good', credit: 1 }))]]);
    for (const histories of [never, odd, new Map([['q', []]])]) {
      for (const { weights } of posterior(histories, null, 1, 16).particles)
        expect(weights.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('chance', () => {
  it('has the means that it should have', () => {
    const next = chance(1, 2);
    const mean = (draw: () => number): number =>
      Array.from({ length: 20_000 }, draw).reduce((sum, x) => sum + x, 0) / 20_000;
    for (const shape of [0.3, 1, 4.5]) expect(mean(() => gamma(next, shape)) / shape).toBeCloseTo(1, 1);
    expect(mean(() => beta(next, 2, 6))).toBeCloseTo(0.25, 2);
  });

  it('spreads luck evenly, whatever the keys', () => {
    const counts = new Array<number>(10).fill(0);
    for (let a = 0; a < 100; a++) {
      for (let b = 0; b < 100; b++)
        counts[Math.floor(10 * luck(a, b, a % 7))] = (counts[Math.floor(10 * luck(a, b, a % 7))] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
