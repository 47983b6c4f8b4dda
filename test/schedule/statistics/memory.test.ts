import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIN_EDGES, calibrationOf } from '../../../src/schedule/statistics/calibration.ts';
import { placesOf } from '../../../src/schedule/statistics/places.ts';
import { type Forecast, forecastsOf, ratedAnswers } from '../../../src/schedule/statistics/rated.ts';
import { retentionTable } from '../../../src/schedule/statistics/retention.ts';
import { shareOf } from '../../../src/schedule/statistics/shares.ts';
import { calibrationInWords } from '../../../src/schedule/statistics/words.ts';
import { histories, QUESTIONS } from './histories.ts';

const forecast = fc.record({
  question: fc.constantFrom('cnn/one', 'rnn/one', 'old'),
  predicted: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...BIN_EDGES)),
  isRecalled: fc.boolean(),
});
const forecasts = fc.array(forecast, { maxLength: 80 });

/** The chance farthest from the share, on one side, that is still within 1.96 standard deviations: by bisection. */
function bound(hits: number, of: number, side: 0 | 1): number {
  const share = hits / of;
  let [inside, outside] = [share, side as number];
  for (let i = 0; i < 100; i += 1) {
    const middle = (inside + outside) / 2;
    const deviations = Math.abs(share - middle) / Math.sqrt((middle * (1 - middle)) / of);
    if (deviations <= 1.959963984540054) inside = middle;
    else outside = middle;
  }
  return inside;
}

describe('the interval of a share', () => {
  it('holds just the chances that are at most 1.96 deviations away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const hits = Math.round(part * of);
        const { share, interval } = shareOf(hits, of);
        expect(share).toBe(hits / of);
        expect(interval?.low).toBeCloseTo(bound(hits, of, 0), 9);
        expect(interval?.high).toBeCloseTo(bound(hits, of, 1), 9);
      }),
    );
  });

  it('is none of nothing', () => expect(shareOf(0, 0)).toEqual({ hits: 0, of: 0, share: null, interval: null }));

  it('is as Wilson has it: 8 of 10 are 49 to 94 %', () => {
    const { interval } = shareOf(8, 10);
    expect(interval?.low).toBeCloseTo(0.4902, 4);
    expect(interval?.high).toBeCloseTo(0.9433, 4);
  });
});

it('has the retention of each topic and kind', () => {
  fc.assert(
    fc.property(histories, ({ answers }) => {
      const rated = ratedAnswers(answers);
      const { all, topics, kinds } = retentionTable(rated, placesOf(QUESTIONS));
      const tally = new Map<string, { of: number; hits: number; sum: number; predictions: number }>();
      for (const { answer, isFirst } of rated) {
        if (isFirst) continue;
        const facts = QUESTIONS.find(({ id }) => id === answer.question);
        const topic = (facts?.topics[0] ?? answer.question).replace(/\/.*/, '');
        for (const name of ['all', `topic ${topic}`, `kind ${facts?.parts[0]?.answer.kind ?? null}`]) {
          const row = tally.get(name) ?? { of: 0, hits: 0, sum: 0, predictions: 0 };
          row.of += 1;
          if (answer.rating === 'hard' || answer.rating === 'good' || answer.rating === 'easy') row.hits += 1;
          if (answer.recall !== null) {
            row.sum += answer.recall;
            row.predictions += 1;
          }
          tally.set(name, row);
        }
      }
      const rows = [
        ...(all.recalled.of > 0 ? [{ ...all, key: 'all' }] : []),
        ...topics.map(row => ({ ...row, key: `topic ${row.name}` })),
        ...kinds.map(row => ({ ...row, key: `kind ${row.name}` })),
      ];
      expect(rows.map(({ key }) => key).sort()).toEqual([...tally.keys()].sort());
      for (const { key, recalled, predicted } of rows) {
        const { of, hits, sum, predictions } = tally.get(key) as NonNullable<ReturnType<typeof tally.get>>;
        expect(recalled).toEqual(shareOf(hits, of));
        if (predictions === 0) expect(predicted).toBeNull();
        else expect(predicted).toBeCloseTo(sum / predictions, 12);
      }
    }),
  );
});

it('takes as forecasts what was frozen before every rated answer but the first', () => {
  fc.assert(
    fc.property(histories, ({ answers }) => {
      const rated = ratedAnswers(answers);
      const firsts = new Set([...Map.groupBy(rated, ({ answer }) => answer.question).values()].map(([first]) => first));
      expect(forecastsOf(rated)).toEqual(
        rated
          .filter(one => !firsts.has(one) && one.answer.recall !== null)
          .map(({ answer: { question, recall, rating } }) => ({
            question,
            predicted: recall,
            isRecalled: rating !== 'again',
          })),
      );
    }),
  );
});

describe('calibration', () => {
  it('puts every forecast into one bin, and compares means', () => {
    fc.assert(
      fc.property(forecasts, all => {
        const { recalled, predicted, difference, interval, bins } = calibrationOf(all);
        const left = new Set<Forecast>(all);
        for (const [i, from] of BIN_EDGES.slice(0, -1).entries()) {
          const to = BIN_EDGES[i + 1] as number;
          const members = all.filter(
            one => one.predicted >= from && (one.predicted < to || (to === 1 && one.predicted === 1)),
          );
          for (const one of members) left.delete(one);
          const bin = bins.find(other => other.from === from);
          expect(bin?.recalled.of ?? 0).toBe(members.length);
          if (!bin) continue;
          let [sum, hits] = [0, 0];
          for (const one of members) [sum, hits] = [sum + one.predicted, one.isRecalled ? hits + 1 : hits];
          expect(bin.to).toBe(to);
          expect(bin.predicted).toBeCloseTo(sum / members.length, 12);
          expect(bin.recalled).toEqual(shareOf(hits, members.length));
        }
        expect(left.size).toBe(0);
        // The whole is the sum of its bins.
        expect(recalled.of).toBe(all.length);
        expect(bins.reduce((sum, bin) => sum + bin.recalled.hits, 0)).toBe(recalled.hits);
        const mean = bins.reduce((sum, bin) => sum + bin.predicted * bin.recalled.of, 0) / all.length;
        if (all.length === 0) expect([predicted, difference, interval]).toEqual([null, null, null]);
        else {
          expect(predicted).toBeCloseTo(mean, 10);
          expect(difference).toBeCloseTo(mean - recalled.hits / all.length, 10);
          expect(interval?.low).toBeCloseTo(mean - bound(recalled.hits, all.length, 1), 8);
          expect(interval?.high).toBeCloseTo(mean - bound(recalled.hits, all.length, 0), 8);
        }
      }),
    );
  });

  const said = (predicted: number, hits: number, of: number): string =>
    calibrationInWords(
      calibrationOf(Array.from({ length: of }, (_, i) => ({ question: 'q', predicted, isRecalled: i < hits }))),
    );
  it.each([
    [
      0.88,
      84,
      100,
      'Over 100 answers, predicted 88 %, recalled 84 % (76–90 %): no more apart than chance alone makes them.',
    ],
    [0.88, 840, 1000, 'Over 1000 answers, predicted 88 %, recalled 84 % (82–86 %): a little optimistic.'],
    [0.8, 840, 1000, 'Over 1000 answers, predicted 80 %, recalled 84 % (82–86 %): a little pessimistic.'],
    [0.92, 840, 1000, 'Over 1000 answers, predicted 92 %, recalled 84 % (82–86 %): optimistic.'],
    [0.95, 600, 1000, 'Over 1000 answers, predicted 95 %, recalled 60 % (57–63 %): much too optimistic.'],
    [
      0.999,
      1,
      1,
      'Over 1 answer, predicted >99 %, recalled 100 % (21–100 %): no more apart than chance alone makes them.',
    ],
    [0.9, 0, 0, 'Nothing was predicted yet: that takes a question asked on a second day.'],
  ])('of %d and %d of %d is told as: %s', (predicted, hits, of, words) => {
    expect(said(predicted, hits, of)).toBe(words);
  });
});
