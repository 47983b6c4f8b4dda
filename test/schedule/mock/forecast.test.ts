import { describe, expect, it } from 'vitest';
import { type Asked, mockForecast } from '../../../src/schedule/mock/forecast.ts';
import { type Posterior, posterior } from '../../../src/schedule/plan/posterior.ts';
import type { RatedReview } from '../../../src/schedule/plan/types.ts';
import { isWithin } from '../plan/coverage.ts';
import { sitter, TODAY } from './student.ts';

/** Fewer possible students than the program takes, to be fast. */
const PARTICLES = 40;
const SITTERS = 250;

it('comes true for students drawn from the model: 9 of 10 fall inside, and neither side is favoured', () => {
  const outcomes = Array.from({ length: SITTERS }, (_, seed) => {
    const { questions, histories, asked, score } = sitter(seed);
    const known = posterior(histories, null, seed, PARTICLES);
    const forecast = mockForecast({ questions, today: TODAY, seed, posterior: known }, asked);
    return { inside: isWithin(score, forecast), error: score - forecast.mean, width: forecast.high - forecast.low };
  });
  const mean = (of: (outcome: (typeof outcomes)[number]) => number): number =>
    outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / SITTERS;
  const inside = mean(outcome => Number(outcome.inside));
  // Of 250 that are inside with a chance of 0.9 the share has a deviation of 0.019.
  expect(inside).toBeGreaterThan(0.85);
  expect(inside).toBeLessThan(0.95);
  expect(Math.abs(mean(({ error }) => error))).toBeLessThan(0.02);
  // An interval that says nothing would hold everything.
  expect(mean(({ width }) => width)).toBeLessThan(0.5);
}, 30_000);

describe('the forecast of an exam', () => {
  const { questions, histories, asked } = sitter(3);
  const known = posterior(histories, null, 1, PARTICLES);
  const of = (exam: readonly Asked[], given: Posterior = known, seed = 1) =>
    mockForecast({ questions, today: TODAY, seed, posterior: given }, exam);

  it('is the same for the same seed, and hardly another for another one', () => {
    expect(of(asked)).toEqual(of(asked));
    const [one, two] = [of(asked), of(asked, known, 2)];
    expect(one).not.toEqual(two);
    expect(Math.abs(one.mean - two.mean)).toBeLessThan(0.03);
  });

  it('lies between 0 and 1 in its order, and is nothing for nothing', () => {
    const { mean, low, high } = of(asked);
    expect([0, low, mean, high, 1]).toEqual([0, low, mean, high, 1].toSorted((a, b) => a - b));
    expect(of([])).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it('goes by these questions and their credits in it', () => {
    const right = Array.from(
      { length: 6 },
      (_, i): RatedReview => ({ day: TODAY - 7 + i, rating: 'easy', credit: null }),
    );
    const wrong = right.map(({ day }): RatedReview => ({ day, rating: 'again', credit: 0 }));
    const both = new Map(Array.from({ length: 30 }, (_, i) => [`t/q${i}`, i < 15 ? right : wrong]));
    const found = posterior(both, null, 1, PARTICLES);
    const [firm, shaky] = ['t/q1', 't/q20'];
    const worth = (one: number, other: number): number =>
      of(
        [
          { id: firm, credits: one },
          { id: shaky, credits: other },
        ],
        found,
      ).mean;
    expect(of([{ id: firm, credits: 5 }], found).mean).toBeGreaterThan(
      of([{ id: shaky, credits: 5 }], found).mean + 0.2,
    );
    expect(worth(9, 1)).toBeGreaterThan(worth(1, 9) + 0.15);
  });

  it('takes a question that nobody knows for one never met', () => {
    const fresh = of([{ id: 't/q35', credits: 3 }]).mean;
    expect(of([{ id: 'gone/away', credits: 3 }]).mean).toBe(fresh);
    const { particles } = known;
    const expected = particles.reduce((sum, { firstKnown: p, partial }) => sum + p + (1 - p) * partial, 0);
    expect(Math.abs(fresh - expected / particles.length)).toBeLessThan(0.05);
  });
});
