import { describe, expect, it } from 'vitest';
import { rate } from '../../src/schedule/memory.ts';
import { buildQueue, type QueueInput } from '../../src/schedule/queue.ts';
import type { Card, Rating } from '../../src/schedule/review.ts';

const ZONE = 'Europe/Berlin';

function card(question: string, at: string, rating: Rating = 'good', zone = ZONE): [string, Card] {
  return [question, { question, ...rate(null, rating, new Date(at), zone) }];
}

function queue(rest: Partial<QueueInput>) {
  const { due, fresh } = buildQueue({
    questions: ['cnn/a', 'cnn/b', 'cnn/c', 'rnn/a', 'rnn/b', 'math/a'].map(id => ({
      id,
      topics: [`${id.split('/')[0]}/deep`, 'misc'],
    })),
    cards: new Map(),
    at: new Date('2026-11-23T12:00:00Z'),
    zone: ZONE,
    newPerDay: 0,
    introducedToday: 0,
    ...rest,
  });
  return { due: due.map(item => item.question), fresh: fresh.map(item => item.question), items: { due, fresh } };
}

describe('due questions', () => {
  it('are due from the first minute of their study day', () => {
    const cards = new Map([card('cnn/a', '2026-11-20T22:00:00Z')]);
    expect(queue({ cards, at: new Date('2026-11-23T02:59:59Z') }).due).toEqual([]);
    expect(queue({ cards, at: new Date('2026-11-23T03:00:00Z') }).due).toEqual(['cnn/a']);
  });

  it('are due on their day also where the student has meanwhile flown west', () => {
    const cards = new Map([card('cnn/a', '2026-11-20T12:00:00Z')]);
    const at = new Date('2026-11-23T18:00:00Z');
    expect(queue({ cards, at, zone: 'America/Los_Angeles' }).due).toEqual(['cnn/a']);
  });

  it('come with what is most nearly forgotten first, then the longer due, then by name', () => {
    const cards = new Map([
      card('rnn/b', '2026-11-20T12:00:00Z'),
      card('rnn/a', '2026-11-20T12:00:00Z'),
      card('cnn/a', '2026-11-18T12:00:00Z'),
      card('cnn/b', '2026-11-20T12:00:00Z', 'again'),
    ]);
    expect(queue({ cards }).due).toEqual(['cnn/b', 'cnn/a', 'rnn/a', 'rnn/b']);
  });

  it('tell when they were due and how likely they are still known', () => {
    const [item] = queue({ cards: new Map([card('cnn/a', '2026-11-20T12:00:00Z')]) }).items.due;
    expect(item).toEqual({
      question: 'cnn/a',
      due: new Date('2026-11-23T03:00:00Z'),
      retrievability: expect.closeTo(0.88, 1),
    });
  });

  it('leave out a card whose question is no longer in the bank', () => {
    expect(queue({ cards: new Map([card('gone/a', '2026-11-01T12:00:00Z')]) }).due).toEqual([]);
  });
});

describe('fresh questions', () => {
  it('go round the topics, in the order of the bank', () => {
    expect(queue({ newPerDay: 10 }).fresh).toEqual(['cnn/a', 'rnn/a', 'math/a', 'cnn/b', 'rnn/b', 'cnn/c']);
  });

  it('carry no date and no prediction', () => {
    expect(queue({ newPerDay: 1 }).items.fresh).toEqual([{ question: 'cnn/a', due: null, retrievability: null }]);
  });

  it('go on where the round stood, also when the queue is built anew after every answer', () => {
    const cards = new Map([card('cnn/a', '2026-11-23T12:00:00Z')]);
    expect(queue({ cards, newPerDay: 3, introducedToday: 1 }).fresh).toEqual(['rnn/a', 'math/a']);
  });

  it('end with the allowance of the day', () => {
    expect(queue({ newPerDay: 3, introducedToday: 3 }).fresh).toEqual([]);
    expect(queue({ newPerDay: 3, introducedToday: 9 }).fresh).toEqual([]);
  });

  it('are never ones that were rated, due or not', () => {
    const cards = new Map([card('cnn/a', '2026-11-20T12:00:00Z'), card('rnn/a', '2026-11-23T12:00:00Z')]);
    expect(queue({ cards, newPerDay: 10 }).fresh).toEqual(['math/a', 'cnn/b', 'rnn/b', 'cnn/c']);
  });

  it('are grouped by their own name where they have no topic', () => {
    const questions = ['a/1', 'a/2', 'b/1'].map(id => ({ id, topics: [] }));
    expect(queue({ questions, newPerDay: 9 }).fresh).toEqual(['a/1', 'b/1', 'a/2']);
  });
});
