import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { introduction } from '../../../src/schedule/plan/introduction.ts';
import type { PlanQuestion } from '../../../src/schedule/plan/types.ts';
import { bankOf } from './student.ts';

const banks = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 8 }), fc.nat(1000))
  .map(([count, topics, seed]) => bankOf(count, topics, seed));

function question(id: string, rest: Partial<PlanQuestion> = {}): PlanQuestion {
  const topic = id.split('/')[0] ?? '';
  return {
    id,
    topic,
    credits: 1,
    ms: 1000,
    requires: [],
    state: null,
    lastDay: null,
    dueDay: null,
    aside: false,
    ...rest,
  };
}

function ids(questions: readonly PlanQuestion[]): string[] {
  return questions.map(({ id }) => id);
}

describe('new questions', () => {
  it('come once each, as many as there is room for, after what they require', () => {
    fc.assert(
      fc.property(banks, fc.nat(70), (bank, room) => {
        const order = introduction(bank, room);
        expect(new Set(order).size).toBe(order.length);
        expect(order.length).toBeLessThanOrEqual(room);
        if (room >= bank.length) expect(order.length).toBe(bank.length);
        for (const [i, { requires }] of order.entries()) {
          for (const id of requires) expect(ids(order.slice(0, i))).toContain(id);
        }
      }),
    );
  });

  it('come from three topics in turn', () => {
    const bank = ['a/1', 'a/2', 'b/1', 'c/1', 'c/2', 'd/1'].map(id => question(id));
    expect(ids(introduction(bank, 6))).toEqual(['a/1', 'b/1', 'c/1', 'a/2', 'd/1', 'c/2']);
  });

  it('wait for the topic that theirs builds on', () => {
    const bank = [
      question('lstm/1', { requires: ['rnn/1'] }),
      question('other/1'),
      question('rnn/1'),
      question('rnn/2'),
    ];
    expect(ids(introduction(bank, 4))).toEqual(['rnn/1', 'lstm/1', 'other/1', 'rnn/2']);
  });

  it('bear questions that require each other, and what is not there', () => {
    const bank = [question('a/1', { requires: ['a/2', 'gone/1'] }), question('a/2', { requires: ['a/1'] })];
    expect(ids(introduction(bank, 2)).toSorted()).toEqual(['a/1', 'a/2']);
    expect(introduction(bank, 1)).toEqual([]);
  });

  it('are chosen by credits a minute where not all have room, with what they require', () => {
    const bank = [
      question('a/long', { ms: 9000 }),
      question('a/base', { ms: 5000 }),
      question('a/worth', { credits: 8, requires: ['a/base'] }),
      question('b/fair', { credits: 2 }),
    ];
    expect(ids(introduction(bank, 2)).toSorted()).toEqual(['a/base', 'a/worth']);
    expect(ids(introduction(bank, 3)).toSorted()).toEqual(['a/base', 'a/worth', 'b/fair']);
  });

  it('are neither those met nor those put aside', () => {
    const met = { state: { stability: 1, difficulty: 5 }, lastDay: 1, dueDay: 2 };
    expect(ids(introduction([question('a/1', met), question('a/2', { aside: true }), question('a/3')], 3))).toEqual([
      'a/3',
    ]);
  });
});
