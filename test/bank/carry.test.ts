import { describe, expect, test } from 'vitest';
import { printKey } from '../../src/answers/answers.ts';
import { markVariant } from '../../src/bank/marking.ts';
import type { Variant } from '../../src/bank/variant.ts';
import { given } from './support.ts';

/** Credits and "carried" of each part, for replies by part; those left out are right. */
function marked(variant: Variant, replies: Readonly<Record<string, string>>): string {
  const texts = variant.parts.map(({ name, key }) => replies[name] ?? printKey(key));
  return markVariant(variant, texts)
    .parts.map(({ name, credit, carried }) => `${name} ${credit}${carried ? ' carried' : ''}`)
    .join(', ');
}

/** p = ab = 12, q = p + b = 15, r = q² = 225 */
const CHAIN = given(`
vars:
  a: { given: 4, int: [1, 9] }
  b: { given: 3, int: [1, 9] }
let: { p: a * b, q: p + b, r: q ^ 2 }
parts:
  - { name: p, ask: x, number: p }
  - { name: q, ask: x, number: q }
  - { name: r, ask: x, number: r }
mistakes:
  - { part: p, value: a + b, because: the factors are multiplied, tag: sum }
  - { instead: { q: p - b }, because: b is added, tag: difference }
`);

describe('a slip is carried forward', () => {
  test.each([
    ['nothing is wrong', {}, 'p 1, q 1, r 1'],
    ['what follows from a slip is right', { p: '13', q: '16', r: '256' }, 'p 0, q 1 carried, r 1 carried'],
    ['a later slip starts again', { p: '13', q: '17', r: '289' }, 'p 0, q 0, r 1 carried'],
    ['of two slips, each costs once', { q: '17', r: '289' }, 'p 1, q 0, r 1 carried'],
    ['who found back is right as it stands', { p: '13' }, 'p 0, q 1, r 1'],
    ['the next part may rest on the right value', { p: '13', q: '15', r: '225' }, 'p 0, q 1, r 1'],
    ['what does not follow is wrong', { p: '13', q: '20', r: '256' }, 'p 0, q 0, r 1 carried'],
    ['an empty reply has nothing to carry', { p: '', q: '16', r: '225' }, 'p 0, q 0, r 1'],
    ['nor has one that cannot be read', { p: 'x', q: '16', r: '225' }, 'p 0, q 0, r 1'],
    ['0 is too easy', { p: '0', q: '3', r: '225' }, 'p 0, q 0, r 1'],
    ['but not what follows from a step after it', { p: '0', q: '5', r: '25' }, 'p 0, q 0, r 1 carried'],
    ['so is 1', { p: '1', q: '4', r: '16' }, 'p 0, q 0, r 0'],
    ['so is a number of the question', { p: '4', q: '7', r: '49' }, 'p 0, q 0, r 1 carried'],
  ])('%s', (_, replies, marks) => {
    expect(marked(CHAIN, replies)).toBe(marks);
  });

  test('and says so, with the mistake where it was made and nowhere else', () => {
    const { parts } = markVariant(CHAIN, ['7', '10', '100']);
    expect(parts[0]).toMatchObject({ credit: 0, mistake: 'sum', carried: false });
    expect(parts[1]).toMatchObject({
      credit: 1,
      mistake: null,
      carried: true,
      comment:
        'Carried forward: this follows rightly from your own answer to part **p**, so the slip there costs nothing here.',
    });
  });

  test('a mistake on top of a slip is recognised', () => {
    expect(markVariant(CHAIN, ['13', '10', '100']).parts[1]).toMatchObject({ credit: 0, mistake: null });
    const { parts } = markVariant(CHAIN, ['12', '9', '81']);
    expect(parts[1]).toMatchObject({ credit: 0, mistake: 'difference' });
    expect(parts[2]).toMatchObject({ credit: 1, carried: true, mistake: null });
  });
});

test('a part that shows the same value again is not paid twice', () => {
  const twice = given(`
vars: { a: { given: 4, int: [1, 9] } }
let: { p: 3 * a, q: { is: p, tex: q } }
parts:
  - { name: p, ask: x, number: p }
  - { name: again, ask: x, number: p }
  - { name: q, ask: x, number: q }
`);
  expect(marked(twice, { p: '13', again: '13', q: '13' })).toBe('p 0, again 0, q 0');
});

test('a recomputation without a value carries nothing', () => {
  const root = given(`
vars: { a: { given: 4, int: [1, 9] } }
let: { p: a - 10 * a, q: sqrt(-p) }
parts:
  - { name: p, ask: x, number: p }
  - { name: q, ask: x, number: q }
`);
  expect(marked(root, { p: '36', q: '6.0001' })).toBe('p 0, q 1');
  expect(marked(root, { p: '36', q: '7' })).toBe('p 0, q 0');
});

test('one element of a list is carried through what rests on the list', () => {
  const list = given(`
vars: { a: { given: 4, int: [1, 9] }, b: { given: 3, int: [1, 9] } }
let: { h: '[a * b, a + b, a - b]', s: sum(h ^ 2) }
parts:
  - { name: h2, ask: x, number: 'h[1]' }
  - { name: s, ask: x, number: s }
`);
  expect(marked(list, { h2: '9', s: `${144 + 81 + 1}` })).toBe('h2 0, s 1 carried');
});
