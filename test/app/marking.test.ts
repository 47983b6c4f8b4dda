import { expect, it } from 'vitest';
import { keyData } from '../../src/answers/answers.ts';
import { type Circumstances, reviewOf, suggestedRating } from '../../src/app/marking.ts';
import { markVariant } from '../../src/bank/marking.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import type { Card } from '../../src/schedule/review.ts';
import { fixture, ZONE } from './support.ts';

const TWO = makeVariant(fixture('losses/two-steps'), null);
const CHOICE = makeVariant(fixture('optimization/any-right'), null);
const AT = new Date('2026-11-20T18:00:00Z');
const about = (rest: Partial<Circumstances> = {}): Circumstances => ({
  lane: 'study',
  card: null,
  earlierMs: [],
  hint: false,
  guess: false,
  ms: 1000,
  at: AT,
  zone: ZONE,
  rating: null,
  ...rest,
});
const card = (lastAt: string): Card => ({
  question: 'losses/two-steps',
  stability: 3,
  difficulty: 5,
  reps: 1,
  lapses: 0,
  lastAt: new Date(lastAt),
  lastZone: ZONE,
  due: new Date('2026-11-21T03:00:00Z'),
});

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
    const { mode, rating } = reviewOf(TWO, ['3', '9'], markVariant(TWO, ['3', '9']), about(rest));
    return [mode, rating];
  };
  expect(mode({})).toEqual(['study', 'good']);
  expect(mode({ card: card('2026-11-19T18:00:00Z') })).toEqual(['study', 'good']);
  expect(mode({ card: card('2026-11-20T04:00:00Z') })).toEqual(['practice', null]);
  expect(mode({ card: card('2026-11-20T04:00:00Z'), rating: 'easy' })).toEqual(['practice', null]);
  expect(mode({ lane: 'drill', rating: 'easy' })).toEqual(['drill', null]);
  expect(mode({ rating: 'easy' })).toEqual(['study', 'easy']);
});

it('rates by the mark, the hint and the time', () => {
  const right = markVariant(TWO, ['3', '9']);
  expect(suggestedRating(TWO, markVariant(TWO, ['3', '8']), about())).toBe('again');
  expect(suggestedRating(TWO, right, about({ hint: true }))).toBe('again');
  expect(suggestedRating(TWO, right, about({ ms: 99_000, earlierMs: [10_000, 11_000, 12_000] }))).toBe('hard');
  expect(suggestedRating(TWO, right, about({ ms: null }))).toBe('good');
  const minute = { ...TWO, template: { ...TWO.template, minutes: 1 } };
  expect(suggestedRating(minute, right, about({ ms: 170_000 }))).toBe('good');
  expect(suggestedRating(minute, right, about({ ms: 190_000 }))).toBe('hard');
});

it('records all that is needed to show the answer again', () => {
  const mark = markVariant(TWO, ['3', 'x']);
  expect(reviewOf(TWO, ['3', 'x'], mark, about({ card: card('2026-11-19T18:00:00Z') }))).toEqual({
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
    recall: expect.closeTo(0.97, 1),
  });
});

it('writes the key of a choice as the right labels', () => {
  expect(CHOICE.parts.map(part => keyData(part.key).key)).toEqual([['a', 'c']]);
});
