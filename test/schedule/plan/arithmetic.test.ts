import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_WEIGHTS, type MemoryState, memoryModel } from '../../../src/schedule/fsrs.ts';
import { quickModel } from '../../../src/schedule/plan/arithmetic.ts';
import { DIMENSIONS, weightsOf } from '../../../src/schedule/plan/prior.ts';
import { RATINGS } from '../../../src/schedule/review.ts';

const students = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
  minLength: DIMENSIONS,
  maxLength: DIMENSIONS,
});
const answers = fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...RATINGS)), { minLength: 1, maxLength: 12 });

it('remembers as the library does, for any student', () => {
  fc.assert(
    fc.property(students, answers, (z, reviews) => {
      const weights = weightsOf(DEFAULT_WEIGHTS, Float64Array.from(z));
      const [exact, quick] = [memoryModel(weights), quickModel(weights)];
      // Within the bounds already: the library has nothing to clip.
      expect(exact.weights).toEqual(weights);
      let [a, b]: [MemoryState | null, MemoryState | null] = [null, null];
      for (const [days, rating] of reviews) {
        [a, b] = [exact.next(a, days, rating), quick.next(b, days, rating)];
        // The library rounds to eight decimals on the way.
        expect(Math.abs(b.stability / a.stability - 1)).toBeLessThan(1e-3);
        expect(b.difficulty).toBeCloseTo(a.difficulty, 5);
        expect(quick.recall(a.stability, days)).toBeCloseTo(exact.recall(a.stability, days), 8);
        expect(quick.interval(a.stability, 0.9)).toBe(exact.interval(a.stability, 0.9));
      }
    }),
    { numRuns: 300 },
  );
});
