import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { memoryModel } from '../../src/schedule/fsrs.ts';
import { createScheduler, type When } from '../../src/schedule/memory.ts';
import type { Histories } from '../../src/schedule/optimize/predictions.ts';
import type { Memory } from '../../src/schedule/review.ts';
import { type Tuning, UNTUNED } from '../../src/schedule/tuning.ts';
import { cardsUnder, forecastWorkload, type WorkloadInput } from '../../src/schedule/workload.ts';
import { FORGETFUL, simulate } from './optimize/student.ts';

const DAY = 86_400_000;
const TODAY = 20_366;

const HISTORIES = simulate(FORGETFUL, 3000, 7);
const OTHER: Tuning = { weights: FORGETFUL.weights, retention: 0.95, retentionBelow: new Map([['topic-3', 0.8]]) };

const noon = (day: number): When => ({ at: new Date(day * DAY + DAY / 2), zone: 'UTC', day });

/** The memory that the scheduler has after the same answers. */
function replayed(histories: Histories, tuning: Tuning): Map<string, Memory> {
  const scheduler = createScheduler(tuning);
  return new Map(
    [...histories].map(([question, answers]) => {
      const memory = answers.reduce<Memory | null>(
        (before, { day, rating }, i) =>
          // However the days go, the answers come one after the other.
          scheduler.rate(question, before, rating, { ...noon(day), at: new Date(i) }),
        null,
      );
      if (!memory) throw new Error(`${question} was never answered`);
      return [question, memory];
    }),
  );
}

function input(rest: Partial<WorkloadInput> = {}): WorkloadInput {
  return {
    cards: cardsUnder(HISTORIES, UNTUNED),
    tuning: UNTUNED,
    today: TODAY,
    days: 60,
    expectedMs: () => 60_000,
    ...rest,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const reviewsOf = (forecast: WorkloadInput): number[] => forecastWorkload(forecast).days.map(({ reviews }) => reviews);

describe('cards under another tuning', () => {
  it.each([
    ['as it comes', UNTUNED],
    ['other weights and retentions', OTHER],
    ['the highest retention', { ...UNTUNED, retention: 0.97 }],
  ])('are those of the scheduler: %s', (_, tuning) => {
    const cards = cardsUnder(HISTORIES, tuning);
    expect(cards.size).toBe(HISTORIES.size);
    for (const [question, memory] of replayed(HISTORIES, tuning)) {
      const { stability, difficulty, lastDay, dueDay } = memory;
      expect({ question, ...cards.get(question) }).toEqual({ question, stability, difficulty, lastDay, dueDay });
    }
  });

  it('are so for the latest rating of each kind, and for a clock set back', () => {
    const histories: Histories = new Map(
      (['again', 'hard', 'good', 'easy'] as const).flatMap(rating => [
        [`first/${rating}`, [{ day: 20_000, rating }]],
        [
          `later/${rating}`,
          [
            { day: 20_000, rating: 'good' },
            { day: 20_005, rating },
          ],
        ],
        [
          `back/${rating}`,
          [
            { day: 20_000, rating: 'good' },
            { day: 19_998, rating },
          ],
        ],
      ]),
    );
    const cards = cardsUnder(histories, OTHER);
    for (const [question, { stability, difficulty, lastDay, dueDay }] of replayed(histories, OTHER))
      expect({ question, ...cards.get(question) }).toEqual({ question, stability, difficulty, lastDay, dueDay });
  });

  it('are none without an answer', () => {
    expect(cardsUnder(new Map([['q', []]]), UNTUNED).size).toBe(0);
  });
});

describe('the forecast', () => {
  it.each([
    ['as it comes', UNTUNED],
    ['other weights and retentions', OTHER],
  ])('agrees with the scheduler played by chance many times: %s', (_, tuning) => {
    const days = 40;
    const { reviews, known } = played(tuning, days, 12);
    const forecast = forecastWorkload(input({ cards: cardsUnder(HISTORIES, tuning), tuning, days }));
    const ours = forecast.days.map(day => day.reviews);
    expect(ours[0]).toBe(reviews[0]);
    expect(sum(ours) / sum(reviews)).toBeCloseTo(1, 1);
    expect(sum(ours.slice(20)) / sum(reviews.slice(20))).toBeCloseTo(1, 1);
    expect(forecast.known).toBeCloseTo(known, 2);
  });

  it('asks what is overdue today, and everything else on its day', () => {
    // So well known that next to nothing is forgotten.
    const card = { stability: 36_000, difficulty: 5, lastDay: TODAY - 20 };
    const cards = new Map([
      ['cnn/late', { ...card, dueDay: TODAY - 3 }],
      ['cnn/now', { ...card, dueDay: TODAY }],
      ['rnn/soon', { ...card, dueDay: TODAY + 2 }],
    ]);
    const expectedMs = (question: string): number => (question === 'cnn/late' ? 5000 : 700);
    const forecast = forecastWorkload(input({ cards, days: 3, expectedMs }));
    expect(forecast.days).toEqual([
      { reviews: 2, ms: expect.closeTo(5700, -2) },
      { reviews: 0, ms: 0 },
      { reviews: 1, ms: expect.closeTo(700, -2) },
    ]);
  });

  it('knows at the end what is neither asked nor new just as memory has it', () => {
    const cards = new Map([['q', { stability: 40, difficulty: 5, lastDay: TODAY - 5, dueDay: TODAY + 30 }]]);
    expect(forecastWorkload(input({ cards, days: 10 })).known).toBeCloseTo(memoryModel(null).recall(40, 15), 12);
    expect(forecastWorkload(input({ cards: new Map() }))).toMatchObject({ known: null });
  });

  it('takes a card into account by the mean over what may come of it', () => {
    const model = memoryModel(null);
    const state = { stability: 10, difficulty: 5 };
    const cards = new Map([['q', { ...state, lastDay: TODAY - 20, dueDay: TODAY - 10 }]]);
    const recall = model.recall(10, 20);
    const [right, wrong] = (['good', 'again'] as const).map(rating =>
      model.recall(model.next(state, 20, rating).stability, 1),
    );
    const mean = recall * (right ?? 0) + (1 - recall) * (wrong ?? 0);
    expect(forecastWorkload(input({ cards, days: 1 })).known).toBeCloseTo(mean, 2);
  });

  it('costs more the more is to be known, and keeps more known', () => {
    const forecasts = [0.75, 0.85, 0.9, 0.95, 0.97].map(retention => {
      const tuning = { ...UNTUNED, retention };
      return forecastWorkload(input({ cards: cardsUnder(HISTORIES, tuning), tuning }));
    });
    const work = forecasts.map(({ days }) => sum(days.map(({ ms }) => ms)));
    const known = forecasts.map(forecast => forecast.known ?? 0);
    expect(work).toEqual(work.toSorted((a, b) => a - b));
    expect(known).toEqual(known.toSorted((a, b) => a - b));
    expect(new Set(work).size).toBe(5);
  });

  it('is the same at every call', () => {
    expect(forecastWorkload(input())).toEqual(forecastWorkload(input()));
  });
});

describe('new questions', () => {
  const fresh = { questions: ['a/1', 'a/2', 'a/3', 'a/4', 'a/5'], perDay: 2, known: 1 };

  it('come so many a day until there are no more, in their order', () => {
    const expectedMs = (question: string): number => Number(question.slice(2));
    const forecast = forecastWorkload(input({ cards: new Map(), days: 3, fresh, expectedMs }));
    // A right first answer is not due again for three days.
    expect(forecast.days).toEqual([
      { reviews: 2, ms: 3 },
      { reviews: 2, ms: 7 },
      { reviews: 1, ms: 5 },
    ]);
    // A wrong one takes the time of its repeat as well.
    const wrong = forecastWorkload(input({ cards: new Map(), days: 1, fresh: { ...fresh, known: 0 }, expectedMs }));
    expect(wrong.days).toEqual([{ reviews: 2, ms: 6 }]);
    const { stability } = memoryModel(null).next(null, 0, 'good');
    const recalls = [3, 3, 2, 2, 1].map(days => memoryModel(null).recall(stability, days));
    expect(forecast.known).toBeCloseTo(sum(recalls) / 5, 12);
  });

  it('come back sooner where the first answer is wrong', () => {
    const wrong = reviewsOf(input({ cards: new Map(), days: 10, fresh: { ...fresh, known: 0 } }));
    const right = reviewsOf(input({ cards: new Map(), days: 10, fresh }));
    expect(wrong[1]).toBeGreaterThan(right[1] ?? 0);
    expect(sum(wrong)).toBeGreaterThan(sum(right));
  });

  it('leave out what was met', () => {
    const cards = new Map([['a/1', { stability: 40, difficulty: 5, lastDay: TODAY, dueDay: TODAY + 40 }]]);
    expect(reviewsOf(input({ cards, days: 3, fresh }))).toEqual([2, 2, 0]);
    expect(reviewsOf(input({ cards, days: 3, fresh: { ...fresh, perDay: 0 } }))).toEqual([0, 0, 0]);
  });
});

/** The same by the scheduler itself, another generator, and no shortcut. */
function played(tuning: Tuning, days: number, runs: number): { reviews: number[]; known: number } {
  const scheduler = createScheduler(tuning);
  const generator = xoroshiro128plus(4711);
  const reviews = Array.from({ length: days }, () => 0);
  let known = 0;
  for (const [question, start] of replayed(HISTORIES, tuning)) {
    for (let run = 0; run < runs; run++) {
      let memory = { ...start, lastAt: noon(start.lastDay).at };
      for (let day = TODAY; day < TODAY + days; day++) {
        if (memory.dueDay > day) continue;
        const recalled = uniformFloat64(generator) < scheduler.retrievability(memory, day);
        memory = scheduler.rate(question, memory, recalled ? 'good' : 'again', noon(day));
        reviews[day - TODAY] = (reviews[day - TODAY] ?? 0) + 1 / runs;
      }
      known += scheduler.retrievability(memory, TODAY + days) / runs / HISTORIES.size;
    }
  }
  return { reviews: reviews.map(count => Number(count.toFixed(9))), known };
}
