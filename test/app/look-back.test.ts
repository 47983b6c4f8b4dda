import { describe, expect, it } from 'vitest';
import { lookBackOn } from '../../src/app/look-back.ts';
import type { Answered } from '../../src/app/state.ts';

const answer = (question: string, rest: Partial<Answered> = {}): Answered => ({
  review: question,
  question,
  title: question,
  credit: 1,
  self: false,
  rating: 'good',
  ms: 60_000,
  expectedMs: 90_000,
  credits: 2,
  topic: question.split('/')[0] ?? '',
  mistakes: [],
  ...rest,
});
const tagged = (...tags: readonly string[]): Answered['mistakes'] => tags.map(tag => ({ tag, comment: `on ${tag}` }));

describe('looking back on a session', () => {
  it('adds up credits and times', () => {
    const back = lookBackOn([answer('cnn/a', { credit: 0.5 }), answer('rnn/b', { credits: 3, ms: 30_000 })]);
    expect(back).toMatchObject({ earned: 4, credits: 5, ms: 90_000, expectedMs: 180_000 });
  });

  it('names the topic that cost most, where there are several', () => {
    const missed = answer('cnn/a', { credit: 0.5, credits: 4 });
    expect(lookBackOn([missed, answer('rnn/b', { credit: 0, credits: 1 })]).weakest).toEqual({
      topic: 'cnn',
      earned: 2,
      credits: 4,
    });
    expect(lookBackOn([missed]).weakest).toBeNull();
    expect(lookBackOn([answer('cnn/a'), answer('rnn/b')]).weakest).toBeNull();
  });

  it('counts each misconception, with what was said about it', () => {
    const answered = [
      answer('a', { mistakes: tagged('bias forgotten') }),
      answer('b', { mistakes: tagged('mean for sum', 'bias forgotten') }),
    ];
    expect(lookBackOn(answered).mistakes).toEqual([
      { tag: 'bias forgotten', times: 2, comment: 'on bias forgotten' },
      { tag: 'mean for sum', times: 1, comment: 'on mean for sum' },
    ]);
  });

  it('lists what was missed once, by what it lost at its first attempt', () => {
    const answered = [
      answer('a', { credit: 0, credits: 1 }),
      answer('b', { credit: 0.5, credits: 6 }),
      answer('a', { credit: 1, credits: 1 }),
      answer('c'),
    ];
    expect(lookBackOn(answered).missed.map(({ question }) => question)).toEqual(['b', 'a']);
  });
});
