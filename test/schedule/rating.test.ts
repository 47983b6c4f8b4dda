import { describe, expect, it } from 'vitest';
import { type Attempt, ratingFor } from '../../src/schedule/rating.ts';

const right: Attempt = {
  credit: 1,
  singleSlip: false,
  hint: false,
  guess: false,
  ms: 20_000,
  earlierMs: [],
  expectedMs: null,
};
const rated = (rest: Partial<Attempt>) => ratingFor({ ...right, ...rest });

describe('ratingFor', () => {
  it('rates a right answer good', () => expect(rated({})).toBe('good'));

  it.each<Partial<Attempt>>([{ credit: 0 }, { credit: 0.99 }, { hint: true }, { guess: true }])(
    'rates %j again',
    rest => expect(rated(rest)).toBe('again'),
  );

  it('forgives what is lost in adding up the credits of parts', () => {
    expect(rated({ credit: 1 - 2 ** -52 })).toBe('good');
  });

  it('rates a right answer hard that took more than 2.5 times the median of three earlier ones', () => {
    const earlierMs = [90_000, 8_000, 7_000];
    expect(rated({ earlierMs, ms: 20_000 })).toBe('good');
    expect(rated({ earlierMs, ms: 20_001 })).toBe('hard');
    expect(rated({ earlierMs: [...earlierMs, 10_000], ms: 22_501 })).toBe('hard');
    expect(rated({ earlierMs: [...earlierMs, 10_000], ms: 22_500 })).toBe('good');
  });

  it('goes by three times the expected time until there are three', () => {
    expect(rated({ earlierMs: [1, 1], expectedMs: 10_000, ms: 30_000 })).toBe('good');
    expect(rated({ earlierMs: [1, 1], expectedMs: 10_000, ms: 30_001 })).toBe('hard');
    expect(rated({ earlierMs: [1, 1, 1], expectedMs: 10_000, ms: 20_000 })).toBe('hard');
  });

  it('calls nothing slow without a measure or without a time', () => {
    expect(rated({ earlierMs: [1, 1], ms: 1e9 })).toBe('good');
    expect(rated({ earlierMs: [1, 1, 1], expectedMs: 1, ms: null })).toBe('good');
  });

  it('stays again when a wrong answer was also slow', () => {
    expect(rated({ credit: 0, earlierMs: [1, 1, 1], ms: 1e6 })).toBe('again');
  });
});
