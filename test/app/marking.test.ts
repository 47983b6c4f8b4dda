import { expect, it } from 'vitest';
import { keyData } from '../../src/answers/answers.ts';
import { type Circumstances, reviewOf, suggestedRating } from '../../src/app/marking.ts';
import { markVariant } from '../../src/bank/marking.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import type { Card } from '../../src/schedule/review.ts';
import { studyDayNumber } from '../../src/schedule/study-day.ts';
import { cardOf } from '../schedule/reviews.ts';
import { fixture, ZONE } from './support.ts';

const TWO = makeVariant(fixture('losses/two-steps'), null);
const CHOICE = makeVariant(fixture('optimization/any-right'), null);
const AT = new Date('2026-11-20T18:00:00Z');
const about = (rest: Partial<Circumstances> = {}): Circumstances => ({
  lane: 'study',
  card: null,
  usual: { ms: 60_000, from: 'author' },
  hint: false,
  guess: false,
  reread: false,
  ms: 1000,
  at: AT,
  zone: ZONE,
  rating: null,
  ...rest,
});
/** Rated last so many study days before the answer. */
const ratedBefore = (days: number): Card => cardOf('losses/two-steps', { lastDay: studyDayNumber(AT, ZONE) - days });

it.each([
  [['3', '9'], 1],
  [['3', '8'], 0.25],
  [['2', '9'], 0.75],
  [['3'], 0.25],
  [['three', ''], 0],
])('weighs the parts of %j by their credits: %d', (replies, credit) => {
  expect(markVariant(TWO, replies).credit).toBe(credit);
});

it('gives exactly 1 for full marks, whatever the credits', () => {
  const parts = TWO.parts.map(part => ({ ...part, credits: 0.1 }));
  const third = { ...TWO, parts: [...parts, { ...(parts[0] as (typeof parts)[0]), credits: 0.7 }] };
  expect(markVariant(third, ['3', '9', '3']).credit).toBe(1);
});

it('rates only the first attempt of a study day', () => {
  const mode = (rest: Partial<Circumstances>) => {
    const { row } = reviewOf(TWO, ['3', '9'], markVariant(TWO, ['3', '9']), about(rest));
    return [row.mode, row.rating];
  };
  expect(mode({})).toEqual(['study', 'good']);
  expect(mode({ card: ratedBefore(1) })).toEqual(['study', 'good']);
  expect(mode({ card: ratedBefore(0) })).toEqual(['practice', null]);
  expect(mode({ card: ratedBefore(0), rating: 'easy' })).toEqual(['practice', null]);
  expect(mode({ lane: 'drill', rating: 'easy' })).toEqual(['drill', null]);
  expect(mode({ rating: 'easy' })).toEqual(['study', 'easy']);
});

it('counts an answer in the early morning to the day before, and one after a clock set back to its own', () => {
  const mode = (card: Card, at: string) =>
    reviewOf(TWO, ['3', '9'], markVariant(TWO, ['3', '9']), about({ card, at: new Date(at) })).row.mode;
  expect(mode(ratedBefore(0), '2026-11-21T02:59:59Z')).toBe('practice');
  expect(mode(ratedBefore(0), '2026-11-21T03:00:00Z')).toBe('study');
  expect(mode(ratedBefore(0), '2026-11-19T12:00:00Z')).toBe('study');
});

it('rates by the mark, the hint and the time', () => {
  const right = markVariant(TWO, ['3', '9']);
  const rated = (mark: typeof right, rest: Partial<Circumstances> = {}) => suggestedRating(mark, about(rest));
  expect(rated(markVariant(TWO, ['3', '8']))).toEqual({ rating: 'again', because: null });
  expect(rated(right, { hint: true })).toEqual({ rating: 'again', because: 'hint' });
  expect(rated(right, { guess: true })).toEqual({ rating: 'again', because: 'guess' });
  expect(rated(right, { reread: true })).toEqual({ rating: 'hard', because: 'reread' });
  expect(rated(right, { ms: 99_000, usual: { ms: 11_000, from: 'question' } })).toEqual({
    rating: 'hard',
    because: 'slow',
  });
  expect(rated(right, { ms: null })).toEqual({ rating: 'good', because: null });
  expect(rated(right, { ms: 170_000 }).rating).toBe('good');
  expect(rated(right, { ms: 190_000 }).rating).toBe('hard');
});

it('gives a reason only for a rating of its own', () => {
  const mark = markVariant(TWO, ['3', '9']);
  const because = (rest: Partial<Circumstances>) =>
    reviewOf(TWO, ['3', '9'], mark, about({ hint: true, ...rest })).because;
  expect(because({})).toBe('hint');
  expect(because({ rating: 'again' })).toBeNull();
  expect(because({ card: ratedBefore(0) })).toBeNull();
  expect(because({ lane: 'drill' })).toBeNull();
});

it('records all that is needed to show the answer again', () => {
  const mark = markVariant(TWO, ['3', 'x']);
  expect(reviewOf(TWO, ['3', 'x'], mark, about({ card: ratedBefore(1) })).row).toEqual({
    question: 'losses/two-steps',
    hash: TWO.template.hash,
    seed: null,
    vars: { a: 2 },
    key: { a: 3, b: 9 },
    reply: ['3', 'x'],
    credit: 0.25,
    mark,
    rating: 'again',
    ms: 1000,
    mode: 'study',
    hint: false,
    guess: false,
    at: AT,
    zone: ZONE,
    exam: null,
  });
});

it('writes the key of a choice as the right labels', () => {
  expect(CHOICE.parts.map(part => keyData(part.key).key)).toEqual([['a', 'c']]);
});
