import { expect, it } from 'vitest';
import { homeOf } from '../../src/app/home.ts';
import type { Template } from '../../src/bank/template.ts';
import { buildQueue } from '../../src/schedule/queue.ts';
import type { Card } from '../../src/schedule/review.ts';

const ZONE = 'Europe/Berlin';
const AT = new Date('2026-11-20T18:00:00Z');

function home(bank: Record<string, string[]>, dues: Record<string, string>, newPerDay = 10) {
  const templates = Object.entries(bank).map(([id, topics]) => ({ id, topics }) as unknown as Template);
  const cards = new Map(Object.entries(dues).map(([id, due]) => [id, card(id, due)]));
  const queue = buildQueue({ questions: templates, cards, at: AT, zone: ZONE, newPerDay, introducedToday: 0 });
  return homeOf({ templates, cards, queue, answeredToday: 3, at: AT, zone: ZONE });
}

function card(question: string, due: string): Card {
  const lastAt = new Date('2026-11-10T18:00:00Z');
  return { question, stability: 3, difficulty: 5, reps: 1, lapses: 0, lastAt, lastZone: ZONE, due: new Date(due) };
}

it('counts what is due, new and met, in all and by the first part of the topic', () => {
  const bank = {
    'a/1': ['cnn/shapes'],
    'a/2': ['cnn/pooling', 'cnn/shapes'],
    'b/1': ['rnn', 'cnn'],
    'c/1': ['losses'],
  };
  const dues = { 'a/1': '2026-11-20T03:00:00Z', 'b/1': '2026-11-25T03:00:00Z' };
  expect(home(bank, dues)).toEqual({
    due: 1,
    fresh: 2,
    tomorrow: 1,
    answeredToday: 3,
    topics: [
      { topic: 'cnn', due: 1, fresh: 1, met: 2, total: 3 },
      { topic: 'losses', due: 0, fresh: 1, met: 0, total: 1 },
      { topic: 'rnn', due: 0, fresh: 0, met: 1, total: 1 },
    ],
  });
});

it('has no row for what is only a side of other topics', () => {
  const { topics } = home({ a: ['cnn', 'math'], b: ['rnn', 'cnn', 'math/logs'] }, {});
  expect(topics.map(({ topic, total }) => [topic, total])).toEqual([
    ['cnn', 2],
    ['rnn', 1],
  ]);
});

it('says what the next study day will bring, which begins at four in the morning', () => {
  const bank = { a: ['x'], b: ['x'], c: ['x'], d: ['x'] };
  const dues = { a: '2026-11-19T03:00:00Z', b: '2026-11-21T03:00:00Z', c: '2026-11-22T03:00:00Z' };
  expect(home(bank, dues)).toMatchObject({ due: 1, tomorrow: 2 });
});

it('counts no more new questions than the limit allows', () => {
  expect(home({ a: ['x'], b: ['x'], c: ['y'] }, {}, 2)).toMatchObject({ fresh: 2 });
});

it('passes over what was learnt from another bank', () => {
  expect(home({ a: ['x'] }, { gone: '2026-11-19T03:00:00Z' })).toMatchObject({ due: 0, tomorrow: 0 });
});

it('has an empty table for an empty bank', () => {
  expect(home({}, {})).toMatchObject({ due: 0, fresh: 0, topics: [] });
});
