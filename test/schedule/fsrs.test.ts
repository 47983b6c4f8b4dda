import fc from 'fast-check';
import { createEmptyCard, type Card as FsrsCard, fsrs, State } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS, GRADES, MAXIMUM_INTERVAL, type MemoryState, memoryModel } from '../../src/schedule/fsrs.ts';
import { RATINGS } from '../../src/schedule/review.ts';
import { areWeights } from '../../src/schedule/tuning.ts';

const DAY = 86_400_000;
const model = memoryModel(null);

/** Weights within their bounds, near the usual ones. */
const someWeights = fc
  .array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), { minLength: 21, maxLength: 21 })
  .map(factors => DEFAULT_WEIGHTS.map((weight, i) => weight * (factors[i] as number)))
  .filter(areWeights);
const histories = fc.array(fc.record({ days: fc.integer({ min: 1, max: 400 }), rating: fc.constantFrom(...RATINGS) }), {
  minLength: 1,
  maxLength: 12,
});
const stabilities = fc.double({ min: 0.01, max: 5000, noNaN: true });
const retentions = fc.double({ min: 0.7, max: 0.97, noNaN: true });

describe('next', () => {
  it('gives the memories of the scheduler of ts-fsrs, by whatever weights', () => {
    fc.assert(
      fc.property(fc.option(someWeights), histories, (weights, history) => {
        const own = memoryModel(weights);
        const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, ...(weights ? { w: weights } : {}) });
        let card: FsrsCard = createEmptyCard(new Date(0));
        let state: MemoryState | null = null;
        let now = 0;
        for (const { days, rating } of history) {
          now += days * DAY;
          card = scheduler.next(card, new Date(now), GRADES[rating]).card;
          expect(card.state).toBe(State.Review);
          const next: MemoryState = own.next(state, days, rating);
          expect(next.stability).toBeCloseTo(card.stability, 6);
          expect(next.difficulty).toBeCloseTo(card.difficulty, 6);
          state = { stability: card.stability, difficulty: card.difficulty };
        }
      }),
    );
  });

  it('takes the elapsed days of a first answer for nothing', () => {
    for (const rating of RATINGS) expect(model.next(null, 99, rating)).toEqual(model.next(null, 0, rating));
  });

  it('ranks the ratings', () => {
    fc.assert(
      fc.property(
        stabilities,
        fc.double({ min: 1, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        (stability, difficulty, days) => {
          const [again, hard, good, easy] = RATINGS.map(rating => model.next({ stability, difficulty }, days, rating));
          // The library rounds to eight digits behind the point.
          expect(again?.stability).toBeLessThanOrEqual(stability + 1e-8);
          expect(hard?.stability).toBeLessThanOrEqual(good?.stability ?? 0);
          expect(good?.stability).toBeLessThanOrEqual(easy?.stability ?? 0);
          expect(hard?.stability).toBeGreaterThanOrEqual(stability * 0.999);
        },
      ),
    );
  });
});

describe('recall', () => {
  it('is 1 at once and 90 % after as many days as the stability says', () => {
    fc.assert(
      fc.property(fc.option(someWeights), stabilities, (weights, stability) => {
        const { recall } = memoryModel(weights);
        expect(recall(stability, 0)).toBe(1);
        expect(recall(stability, stability)).toBeCloseTo(0.9, 9);
      }),
    );
  });

  it('falls as days go by, and falls slower the more stable a memory is', () => {
    fc.assert(
      fc.property(stabilities, fc.integer({ min: 0, max: 9999 }), (stability, days) => {
        expect(model.recall(stability, days + 1)).toBeLessThan(model.recall(stability, days));
        expect(model.recall(stability * 1.1, days)).toBeGreaterThanOrEqual(model.recall(stability, days));
        expect(model.recall(stability, days)).toBeGreaterThan(0);
      }),
    );
  });

  it('is that of ts-fsrs', () => {
    const { forgetting_curve: curve } = fsrs();
    fc.assert(
      fc.property(stabilities, fc.integer({ min: 0, max: 9999 }), (stability, days) => {
        expect(model.recall(stability, days)).toBeCloseTo(curve(days, stability), 6);
      }),
    );
  });
});

describe('interval', () => {
  it('is the number of days after which recall is nearest to what is desired', () => {
    fc.assert(
      fc.property(fc.option(someWeights), stabilities, retentions, (weights, stability, retention) => {
        const { recall, interval } = memoryModel(weights);
        const days = interval(stability, retention);
        expect(Number.isInteger(days)).toBe(true);
        expect(days).toBeGreaterThanOrEqual(1);
        expect(days).toBeLessThanOrEqual(MAXIMUM_INTERVAL);
        if (days < MAXIMUM_INTERVAL) expect(recall(stability, days + 0.5)).toBeLessThanOrEqual(retention + 1e-9);
        if (days > 1) expect(recall(stability, days - 0.5)).toBeGreaterThanOrEqual(retention - 1e-9);
      }),
    );
  });

  it('is the stability where 90 % are desired, and ends with a hundred years', () => {
    expect([1, 17, 400].map(stability => model.interval(stability, 0.9))).toEqual([1, 17, 400]);
    expect(model.interval(1e9, 0.7)).toBe(MAXIMUM_INTERVAL);
    expect(model.interval(0.001, 0.97)).toBe(1);
  });
});

it('uses the weights it is given, and those of FSRS-6 where there are none', () => {
  expect(model.weights).toEqual(DEFAULT_WEIGHTS);
  const weights = DEFAULT_WEIGHTS.with(2, 3);
  expect(memoryModel(weights).weights).toEqual(weights);
  expect(memoryModel(weights).next(null, 0, 'good').stability).toBe(3);
});
