import { describe, expect, it } from 'vitest';
import { homeOf } from '../../src/app/home.ts';
import { createScheduler } from '../../src/schedule/memory.ts';
import { buildQueue } from '../../src/schedule/queue.ts';
import type { Card } from '../../src/schedule/review.ts';
import type { TodaysAnswer } from '../../src/schedule/steps.ts';
import { syllabusOf } from '../../src/schedule/syllabus.ts';
import { UNTUNED } from '../../src/schedule/tuning.ts';
import { cardOf, cardsOf, forgotten, hourOf, questionOf, TODAY } from '../schedule/reviews.ts';

interface Day {
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
  readonly answered?: readonly TodaysAnswer[];
}

/** @param dues days from today on which questions are due */
function home(bank: Record<string, string[]>, dues: Record<string, number>, day: Day = {}) {
  const cards = cardsOf(...Object.entries(dues).map(([id, days]) => cardOf(id, { dueDay: TODAY + days })));
  return homeWith(bank, cards, day);
}

function homeWith(bank: Record<string, string[]>, cards: ReadonlyMap<string, Card>, day: Day = {}) {
  const { newPerDay = 10, reviewsPerDay = 50, answered = [] } = day;
  const templates = Object.entries(bank).map(([id, topics]) => ({ id, topics }));
  const queue = buildQueue({
    syllabus: syllabusOf(Object.entries(bank).map(([id, topics]) => questionOf(id, { topics }))),
    cards,
    aside: new Set(),
    today: TODAY,
    now: hourOf(TODAY),
    scheduler: createScheduler(UNTUNED),
    expectedMs: () => 60_000,
    answered,
    newPerDay,
    reviewsPerDay,
    budgetMs: null,
    goal: null,
  });
  const told = { minutes: 20, answeredToday: 3, spentMs: 90_000, streak: 2, goal: null, today: TODAY, behind: null };
  const shown = { isFirst: false, unfinished: null, ahead: [], calendar: { firstDay: TODAY, answers: [] } };
  // The recall of a card is its difficulty here, so that a test can say it.
  const recall = ({ difficulty }: { readonly difficulty: number }): number => difficulty / 10;
  return homeOf({ ...told, ...shown, aside: new Set(['c/1']), templates, cards, queue, recall });
}

it('counts what is due, new and met, in all and by what each question is chiefly about', () => {
  const bank = {
    'a/1': ['cnn/shapes'],
    'a/2': ['cnn/pooling', 'cnn/shapes'],
    'b/1': ['rnn', 'cnn'],
    'c/1': ['losses'],
  };
  expect(home(bank, { 'a/1': 0, 'b/1': 5 })).toEqual({
    steps: 0,
    due: 1,
    fresh: 2,
    waiting: 0,
    // Two new ones with the repeats of wrong answers, and one due.
    ms: expect.closeTo((2 * 1.5 + 1.1) * 60_000, 3),
    minutes: 20,
    tomorrow: 1,
    answeredToday: 3,
    spentMs: 90_000,
    streak: 2,
    met: 2,
    aside: 1,
    goal: null,
    today: TODAY,
    behind: null,
    isFirst: false,
    unfinished: null,
    ahead: [],
    calendar: { firstDay: TODAY, answers: [] },
    back: {},
    topics: [
      { topic: 'cnn', due: 1, fresh: 1, met: 1, known: 0, fading: 1, total: 2 },
      { topic: 'losses', due: 0, fresh: 1, met: 0, known: 0, fading: 0, total: 1 },
      { topic: 'rnn', due: 0, fresh: 0, met: 1, known: 0, fading: 1, total: 1 },
    ],
  });
});

it('has no row for what is only a side of other topics', () => {
  const { topics } = home({ a: ['cnn', 'math'], b: ['rnn', 'cnn', 'math/logs'] }, {});
  expect(topics.map(({ topic, total }) => [topic, total])).toEqual([
    ['cnn', 1],
    ['rnn', 1],
  ]);
});

it('says what the next study day will bring', () => {
  const bank = { a: ['x'], b: ['x'], c: ['x'], d: ['x'] };
  expect(home(bank, { a: -1, b: 1, c: 2 })).toMatchObject({ due: 1, tomorrow: 2 });
});

it('tells what is to be repeated today apart from what is due, but in the rows of the topics', () => {
  const bank = { a: ['x'], b: ['x'], c: ['y'] };
  const told = home(bank, { a: 1, b: 0 }, { answered: [forgotten('a')] });
  expect(told).toMatchObject({ steps: 1, due: 1, fresh: 1, ms: expect.closeTo((1 + 1.1 + 1.5) * 60_000, 3) });
  expect(told.topics.map(({ due }) => due)).toEqual([2, 0]);
});

describe('the limits', () => {
  it('hold for what is new', () => {
    expect(home({ a: ['x'], b: ['x'], c: ['y'] }, {}, { newPerDay: 2 })).toMatchObject({ fresh: 2 });
  });

  it('leave the rest of what is due waiting', () => {
    const told = home({ a: ['x'], b: ['x'], c: ['y'] }, { a: 0, b: 0, c: -4 }, { reviewsPerDay: 1 });
    expect(told).toMatchObject({ due: 1, waiting: 2, tomorrow: 3 });
  });
});

it('passes over what was learnt from another bank', () => {
  expect(home({ a: ['x'] }, { gone: -1 })).toMatchObject({ due: 0, tomorrow: 0, met: 0 });
});

it('has an empty table for an empty bank', () => {
  expect(home({}, {})).toMatchObject({ due: 0, fresh: 0, topics: [] });
});

it('tells apart what is known well, what only just went in, what fades, and what is new', () => {
  const bank = { well: ['x'], young: ['x'], fading: ['x'], gone: ['x'], new: ['x'] };
  const cards = cardsOf(
    cardOf('well', { difficulty: 9.5, stability: 40 }),
    cardOf('young', { difficulty: 9.5, stability: 5 }),
    cardOf('fading', { difficulty: 8, stability: 40 }),
    cardOf('gone', { difficulty: 1, stability: 1 }),
  );
  expect(homeWith(bank, cards).topics).toMatchObject([{ known: 1, fading: 2, met: 4, total: 5 }]);
});

it('says of what was rated today when it comes back', () => {
  const cards = cardsOf(cardOf('a', { lastDay: TODAY, dueDay: TODAY + 3 }), cardOf('b', { dueDay: TODAY + 9 }));
  expect(homeWith({ a: ['x'], b: ['x'] }, cards).back).toEqual({ a: TODAY + 3 });
});
