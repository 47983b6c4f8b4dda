import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronbach, meanInterval } from '../../../src/exam/marking/class.ts';
import { itemRest, type Scored, upperLower } from '../../../src/exam/marking/discrimination.ts';
import { correlation, mean, median, variance } from '../../../src/exam/marking/numbers.ts';
import { tQuantile } from '../../../src/exam/marking/student-t.ts';

/**
 * Twelve papers with five items of 2, 2, 3, 4 and 1 credits, and what numpy 2.4 and scipy 1.17 say of them, with X as an
 * array, T = X.sum(1):
 *   np.corrcoef(X[:, i], T - X[:, i])[0, 1]
 *   5 / 4 * (1 - X.var(0, ddof=1).sum() / T.var(ddof=1))
 *   stats.t.interval(.95, 11, loc=T.mean(), scale=T.std(ddof=1) / np.sqrt(12)), stats.t.ppf(.975, n)
 */
const X = [
  [1, 0, 1, 3, 0],
  [1, 0, 1, 0, 1],
  [0, 1, 1, 2, 0],
  [0, 0, 1, 0, 0],
  [0, 0, 2, 1, 0],
  [1, 0, 0, 1, 0],
  [0, 1, 3, 1, 1],
  [2, 2, 3, 4, 1],
  [1, 1, 1, 2, 0],
  [1, 2, 0, 2, 0],
  [2, 0, 1, 2, 1],
  [2, 0, 1, 3, 0],
];
const CREDITS = [2, 2, 3, 4, 1];
const TOTALS = X.map(row => row.reduce((sum, one) => sum + one, 0));
const item = (i: number): Scored[] => X.map((row, paper) => ({ item: row[i] ?? 0, total: TOTALS[paper] ?? 0 }));

const REST = [0.37949939098806573, 0.39759036144578314, 0.29014026836943047, 0.5526345826885913, 0.3583638619256223];

describe('statistics as numpy has them', () => {
  it('of a class', () => {
    expect(mean(TOTALS)).toBeCloseTo(4.833333333333333, 12);
    expect(median(TOTALS)).toBe(5);
    expect(Math.sqrt(variance(TOTALS) ?? 0)).toBeCloseTo(2.79067711996189, 12);
    expect(cronbach(CREDITS.map((_, i) => X.map(row => row[i] ?? 0)))).toBeCloseTo(0.6225680933852139, 12);
    expect(meanInterval(TOTALS)?.low).toBeCloseTo(3.060221684182377, 5);
    expect(meanInterval(TOTALS)?.high).toBeCloseTo(6.606444982484289, 5);
  });

  it.each(REST.map((expected, i) => [i, expected] as const))('of item %d and the rest', (i, expected) => {
    expect(itemRest(item(i))).toBeCloseTo(expected, 12);
  });

  it.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [4, 2.7764451051977934],
    [5, 2.5705818356363146],
    [6, 2.4469118511449786],
    [10, 2.228138851986274],
    [30, 2.0422724563012378],
    [100, 1.9839715185235518],
  ])('of the t distribution with %d degrees of freedom', (freedom, quantile) => {
    expect(Math.abs(tQuantile(freedom) - quantile)).toBeLessThan(5e-4);
  });
});

describe('upper and lower 27 %', () => {
  it('are compared by their mean shares', () => {
    // 27 % of 10 are 3 papers: above 2, 2 and 1 of 2 credits, below 0, 0 and 1.
    const scores = [2, 2, 1, 0, 2, 1, 2, 0, 0, 1].map((credit, i) => ({ item: credit, total: 20 - i }));
    expect(upperLower(scores, 2)).toBeCloseTo(5 / 6 - 1 / 6, 12);
    expect(upperLower(scores.slice(0, 3), 2)).toBeNull();
  });

  it('share out papers with the same total', () => {
    // Totals 12, 6, 6, 6: the three at 6 have two thirds of a place each. Below 1, 2, 3 and 3 share nothing.
    const upper = (i: number): number =>
      ((X[7]?.[i] ?? 0) + (2 / 3) * [6, 10, 11].reduce((sum, p) => sum + (X[p]?.[i] ?? 0), 0)) / 3;
    const lower = (i: number): number =>
      ((X[3]?.[i] ?? 0) + (X[5]?.[i] ?? 0) + ((X[1]?.[i] ?? 0) + (X[4]?.[i] ?? 0)) / 2) / 3;
    CREDITS.forEach((credits, i) => {
      expect(upperLower(item(i), credits)).toBeCloseTo((upper(i) - lower(i)) / credits, 12);
    });
    // As numpy finds them by 20,000 orders of the ties.
    const simulated = [0.5270333, 0.4432, 0.4268611, 0.5417125, 0.6104];
    CREDITS.forEach((credits, i) => {
      expect(upperLower(item(i), credits)).toBeCloseTo(simulated[i] ?? 0, 2);
    });
  });

  it('do not depend on the order of the papers', () => {
    const score = fc.record({ item: fc.integer({ min: 0, max: 4 }), total: fc.integer({ min: 4, max: 9 }) });
    fc.assert(
      fc.property(fc.array(score, { minLength: 4, maxLength: 12 }), fc.integer({ min: 1, max: 11 }), (scores, turn) => {
        const turned = [...scores.slice(turn), ...scores.slice(0, turn)].toReversed();
        const index = upperLower(scores, 4) ?? Number.NaN;
        expect(Math.abs(index)).toBeLessThanOrEqual(1 + 1e-12);
        expect(upperLower(turned, 4)).toBeCloseTo(index, 10);
      }),
    );
  });
});

describe('what cannot be told', () => {
  it('is null and no number', () => {
    expect([mean([]), median([]), variance([4]), meanInterval([4])]).toEqual([null, null, null, null]);
    expect(correlation([1, 2], [1, 2])).toBeNull();
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(cronbach([[1, 2, 3]])).toBeNull();
    expect(
      cronbach([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull();
  });

  it('is told at the ends', () => {
    expect(correlation([1, 2, 3], [2, 4, 6])).toBe(1);
    expect(correlation([1, 2, 3], [3, 2, 1])).toBe(-1);
    // Items that say all the same are as reliable as can be.
    expect(
      cronbach([
        [1, 2, 4],
        [1, 2, 4],
      ]),
    ).toBeCloseTo(1, 12);
  });
});
