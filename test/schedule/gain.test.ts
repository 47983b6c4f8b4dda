import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryModel } from '../../src/schedule/fsrs.ts';
import { gain } from '../../src/schedule/gain.ts';

const model = memoryModel(null);
const states = fc.record({
  stability: fc.double({ min: 0.1, max: 1000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
const days = fc.integer({ min: 0, max: 400 });

describe('the gain of asking today', () => {
  it('is the share of courses in which it makes the difference', () => {
    fc.assert(
      fc.property(states, days, days, (state, since, until) => {
        const known = model.recall(state.stability, since);
        const later = (rating: 'good' | 'again'): number =>
          model.recall(model.next(state, since, rating).stability, until);
        const expected =
          known * later('good') + (1 - known) * later('again') - model.recall(state.stability, since + until);
        expect(gain(model, state, since, until)).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('is a difference of two chances, and never below nothing but for rounding', () => {
    fc.assert(
      fc.property(states, days, days, (state, since, until) => {
        const won = gain(model, state, since, until);
        expect(won).toBeLessThanOrEqual(1);
        expect(won).toBeGreaterThanOrEqual(-1e-7);
      }),
      { numRuns: 2000 },
    );
  });
});
