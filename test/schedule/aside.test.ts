import { describe, expect, it } from 'vitest';
import { asideOf, asideSetting } from '../../src/schedule/aside.ts';
import { cardOf, cardsOf } from './reviews.ts';

function aside(settings: Readonly<Record<string, unknown>>, lapses: Readonly<Record<string, number>> = {}) {
  const named = Object.entries(settings).map(
    ([name, value]) => [name.replace('aside ', asideSetting('')), value] as const,
  );
  const cards = Object.entries(lapses).map(([id, count]) => cardOf(id, { lapses: count }));
  return [...asideOf(new Map(named), cardsOf(...cards)).values()].map(({ question, because }) => [question, because]);
}

describe('a leech', () => {
  it.each([
    [7, false],
    [8, true],
    [30, true],
  ])('of %d lapses is set aside: %s', (lapses, is) => {
    expect(aside({}, { a: lapses })).toEqual(is ? [['a', 'leech']] : []);
  });

  it.each([
    [8, 8, false],
    [8, 11, false],
    [8, 12, true],
    [12, 15, false],
    [12, 16, true],
  ])('brought back after %d lapses is set aside after %d: %s', (back, lapses, is) => {
    expect(aside({ 'aside a': { back } }, { a: lapses })).toEqual(is ? [['a', 'leech']] : []);
  });

  it('is none before eight lapses, though it was brought back before', () => {
    expect(aside({ 'aside a': { back: 2 } }, { a: 7 })).toEqual([]);
    expect(aside({ 'aside a': { back: 2 } }, { a: 8 })).toEqual([['a', 'leech']]);
  });
});

describe('a wish', () => {
  it('sets aside what was never forgotten, and what was never met', () => {
    expect(aside({ 'aside a': { aside: true }, 'aside b': { aside: true } }, { a: 0 })).toEqual([
      ['a', 'wish'],
      ['b', 'wish'],
    ]);
  });

  it('stands before being a leech', () => {
    expect(aside({ 'aside a': { aside: true } }, { a: 9 })).toEqual([['a', 'wish']]);
  });
});

it.each([null, true, 'aside', 1, [], {}, { aside: false }, { aside: 'true' }, { back: '9' }, { back: null }])(
  'takes no notice of the value %j',
  value => {
    expect(aside({ 'aside a': value }, { a: 7, b: 8 })).toEqual([['b', 'leech']]);
    expect(aside({ 'aside a': value }, { a: 8 })).toEqual([['a', 'leech']]);
  },
);

it('takes no notice of other settings', () => {
  expect(aside({ retention: { aside: true }, 'asides/a': { aside: true }, 'plan/aside/a': { aside: true } })).toEqual(
    [],
  );
});

it('is told in the order of ids, whatever the reasons', () => {
  const found = aside({ 'aside c': { aside: true }, 'aside a': { aside: true } }, { d: 9, b: 9 });
  expect(found.map(([id]) => id)).toEqual(['a', 'b', 'c', 'd']);
});
