import { expect, it } from 'vitest';
import { forecastIn, forecastRecord } from '../../../src/schedule/mock/record.ts';

const forecast = { mean: 0.5, low: 0.4, high: 0.6 };

it('holds forecasts against results', () => {
  const exams = [
    { name: 'as said', forecast, earned: 45, credits: 90 },
    { name: 'at the edge', forecast: { mean: 0.2, low: 0.1, high: 0.3 }, earned: 0.1 + 0.2, credits: 1 },
    { name: 'not said', forecast: null, earned: 10, credits: 90 },
    { name: 'too low', forecast, earned: 72, credits: 90 },
    { name: 'too high', forecast, earned: 27, credits: 90 },
  ];
  const record = forecastRecord(exams);
  expect(record?.exams.map(({ exam, isInside }) => [exam.name, isInside])).toEqual([
    ['as said', true],
    ['at the edge', true],
    ['too low', false],
    ['too high', false],
  ]);
  expect(record?.inside).toBe(2);
  expect(record?.bias).toBeCloseTo((0 + 0.1 + 0.3 - 0.2) / 4, 12);
  expect(record?.error).toBeCloseTo((0 + 0.1 + 0.3 + 0.2) / 4, 12);
  expect(record?.exams[3]).toMatchObject({ forecast, result: 0.3 });
});

it('says nothing of nothing', () => {
  expect(forecastRecord([])).toBeNull();
  expect(forecastRecord([{ forecast: null, earned: 1, credits: 2 }])).toBeNull();
  expect(forecastIn({ forecast: null, earned: 1, credits: 2 })).toBeNull();
});
