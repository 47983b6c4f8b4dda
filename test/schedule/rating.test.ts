import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, ratingFor } from '../../src/schedule/rating.ts';
import type { Usual } from '../../src/schedule/speed.ts';

const right: Attempt = {
  credit: 1,
  singleSlip: false,
  hint: false,
  guess: false,
  reread: false,
  ms: 20_000,
  usual: { ms: 60_000, from: 'author' },
};
const rated = (rest: Partial<Attempt>) => ratingFor({ ...right, ...rest });

describe('ratingFor', () => {
  it('rates a right answer good, for no other reason', () =>
    expect(rated({})).toEqual({ rating: 'good', because: null }));

  it.each<[Partial<Attempt>, string | null]>([
    [{ credit: 0 }, null],
    [{ credit: 0.99 }, null],
    [{ hint: true }, 'hint'],
    [{ guess: true }, 'guess'],
    [{ hint: true, guess: true }, 'hint'],
    [{ singleSlip: true, credit: 0.5, hint: true }, 'hint'],
  ])('rates %j again because of %j', (rest, because) => expect(rated(rest)).toEqual({ rating: 'again', because }));

  it('gives a wrong answer no other reason than that it is wrong', () => {
    expect(rated({ credit: 0, hint: true })).toEqual({ rating: 'again', because: null });
    expect(rated({ credit: 0.5, guess: true, reread: true })).toEqual({ rating: 'again', because: null });
  });

  it('rates what is right but for one slip hard', () => {
    expect(rated({ credit: 0.5, singleSlip: true })).toEqual({ rating: 'hard', because: 'slip' });
    expect(rated({ credit: 0.5, singleSlip: true, reread: true })).toEqual({ rating: 'hard', because: 'slip' });
  });

  it('rates a right answer hard that was read a second time', () => {
    expect(rated({ reread: true })).toEqual({ rating: 'hard', because: 'reread' });
  });

  it('forgives what is lost in adding up the credits of parts', () => {
    expect(rated({ credit: 1 - 2 ** -52 }).rating).toBe('good');
  });

  it.each<[Usual['from'], number]>([
    ['question', 2.5],
    ['kind', 2.5],
    ['author', 3],
  ])('rates a right answer hard that took more than its usual time, known from the %s, %d times', (from, times) => {
    const usual = { ms: 10_000, from };
    expect(rated({ usual, ms: times * 10_000 })).toEqual({ rating: 'good', because: null });
    expect(rated({ usual, ms: times * 10_000 + 1 })).toEqual({ rating: 'hard', because: 'slow' });
  });

  it('calls nothing slow without a time', () => {
    expect(rated({ usual: { ms: 1, from: 'question' }, ms: null }).rating).toBe('good');
  });

  it('stays again when a wrong answer was also slow', () => {
    expect(rated({ credit: 0, ms: 1e9 })).toEqual({ rating: 'again', because: null });
  });

  it('never guesses easy, and gives a reason whenever the credit alone does not say', () => {
    const attempts = fc.record<Attempt>({
      credit: fc.constantFrom(0, 0.25, 0.99, 1),
      singleSlip: fc.boolean(),
      hint: fc.boolean(),
      guess: fc.boolean(),
      reread: fc.boolean(),
      ms: fc.option(fc.nat(1_000_000)),
      usual: fc.record({ ms: fc.integer({ min: 1000, max: 100_000 }), from: fc.constantFrom('question', 'author') }),
    });
    fc.assert(
      fc.property(attempts, attempt => {
        const { rating, because } = ratingFor(attempt);
        expect(rating).not.toBe('easy');
        const byCredit = attempt.credit === 1 ? 'good' : 'again';
        expect(because === null).toBe(rating === byCredit && !(attempt.credit < 1 && attempt.singleSlip));
      }),
    );
  });
});
