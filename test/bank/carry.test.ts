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
    ['nor is what is hardly more', { p: '1e-7', q: '3', r: '225' }, 'p 0, q 0, r 1'],
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

describe('what is accepted but not quite the key is followed too', () => {
  test.each([
    ['so that it may decide a small difference', { h: '[2.005 0 -2]', d: '-0.0025' }, 'h 1, d 1 carried'],
    ['but not where it does not follow', { h: '[2.005 0 -2]', d: '-0.0125' }, 'h 1, d 0'],
    ['also beside a slip', { h: '[2.005 1 -3]', d: '-0.0025' }, 'h 0.3333333333333333, d 1 carried'],
  ])('%s', (_, replies, marks) => {
    // d = 1 − (h₁ + h₂ + h₃ + 2) / 2 = 0
    const near = given(`
vars: { x: { given: [2, 1, -1], real: [-3, 3], digits: 1, shape: [3] } }
let: { h: '[x[0], x[1] - 1, x[2] - 1]', d: '1 - (sum(h) + 2) / 2' }
parts:
  - { name: h, ask: x, tensor: h, tolerance: 0.01 }
  - { name: d, ask: x, number: d }
`);
    expect(marked(near, replies)).toBe(marks);
  });

  test('and the words speak of no slip', () => {
    const near = given(`
vars: { a: { given: 3, int: [1, 9] }, b: { given: 4, int: [1, 9] } }
let: { p: sqrt(a), q: sqrt(p * b), d: 10 * q - 26, e: 5 * d }
parts:
  - { name: p, ask: x, number: p }
  - { name: d, ask: x, number: d }
  - { name: e, ask: x, number: e }
`);
    const p = 1.73;
    const d = 10 * Math.sqrt(p * 4) - 26;
    const { credit, parts } = markVariant(near, [`${p}`, `${d}`, `${5 * d}`]);
    expect(credit).toBe(1);
    expect(parts.map(part => part.comment)).toEqual([
      null,
      'Carried forward: this follows rightly from your own answer to part **p**, so what was off there costs nothing here.',
      'Carried forward: this follows rightly from your own answer to part **d**, so what was off there costs nothing here.',
    ]);
  });

  test('within one table as well', () => {
    const table = given(`
vars: { a: { given: 3, int: [1, 9] } }
let: { p: sqrt(a), d: 10 * p - 17 }
parts:
  - { name: t, ask: x, table: '[[p, d]]', rows: [x], columns: [p, d], tolerance: 1% }
`);
    expect(marked(table, { t: '1.74 0.4' })).toBe('t 1 carried');
    expect(marked(table, { t: '1.74 0.5' })).toBe('t 0.5');
  });
});

describe('a mistake that is recognised', () => {
  // p = 12, q = 15, r = 30; forgetting b makes 12, 24 of the latter two.
  const table = given(`
vars: { a: { given: 4, int: [1, 9] }, b: { given: 3, int: [1, 9] } }
let: { p: a * b, q: p + b, r: 2 * q }
parts:
  - { name: t, ask: x, table: '[[p, q, r]]', rows: [x], columns: [p, q, r] }
  - { name: z, ask: x, number: r + p }
mistakes:
  - { instead: { q: p }, because: b is added, tag: b forgotten }
`);

  test('in a table keeps its comment where the cells after it are carried', () => {
    const [part] = markVariant(table, ['12 12 24', '42']).parts;
    expect(part).toMatchObject({ credit: 2 / 3, carried: true, mistake: 'b forgotten' });
    expect(part?.comment).toMatch(/^b is added\n\nCarried forward: marked against/);
  });

  test('is not made again where the value only follows', () => {
    const [, part] = markVariant(table, ['12 12 24', '36']).parts;
    expect(part).toMatchObject({ credit: 1, carried: true, mistake: null });
  });
});

describe('along a net', () => {
  // z = (0.5, 2), h = σ(z), L = |h|²
  const net = given(`
vars: { x: { given: [1, 2], real: [-3, 3], digits: 1, shape: [2] }, w: { given: [0.5, 1], real: [-3, 3], digits: 1, shape: [2] } }
let: { z: w * x, h: sigmoid(z), L: sum(h^2), d: 'grad(L, z)', gw: 'grad(L, w)', b: '2 * grad(L, x)' }
parts:
  - { name: z1, ask: x, number: 'z[0]' }
  - { name: z2, ask: x, number: 'z[1]' }
  - { name: h, ask: x, tensor: h }
  - { name: d, ask: x, tensor: d }
  - { name: e, ask: x, tensor: 'grad(L, h)' }
  - { name: gw, ask: x, tensor: gw }
  - { name: both, ask: x, tensor: '[gw, b]' }
`);
  const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
  const list = (values: readonly number[]): string => `[${values.join(' ')}]`;

  /** Replies that follow from these z, and from this factor on the gradient with respect to the first of them. */
  function replies(z: readonly [number, number], factor = 1): string[] {
    const h = z.map(sigma);
    const d = h.map((value, i) => 2 * value * value * (1 - value) * (i === 0 ? factor : 1));
    const gw = d.map((value, i) => value * ([1, 2][i] as number));
    const b = d.map((value, i) => 2 * value * ([0.5, 1][i] as number));
    return [
      `${z[0]}`,
      `${z[1]}`,
      list(h),
      list(d),
      list(h.map(value => 2 * value)),
      list(gw),
      `[${list(gw)}, ${list(b)}]`,
    ];
  }
  const credits = (texts: readonly string[]): string =>
    markVariant(net, texts)
      .parts.map(({ credit, carried }) => `${credit}${carried ? 'c' : ''}`)
      .join(' ');

  test('the same gradient by another name is not paid twice', () => {
    const twice = given(`
vars: { x: { given: [1, 2], real: [-3, 3], digits: 1, shape: [2] } }
let: { z: 3 * x, L: sum(z^3), d: 'grad(L, z)' }
parts:
  - { name: d, ask: x, tensor: d }
  - { name: again, ask: x, tensor: 'grad(L, z)' }
  - { name: first, ask: x, number: 'grad(L, z)[0]' }
`);
    expect(marked(twice, { d: '[30 108]', again: '[30 108]', first: '30' })).toBe('d 0.5, again 0.5, first 0');
  });

  test('slips in two elements of one list are both followed', () => {
    expect(credits(replies([0.5, 2]))).toBe('1 1 1 1 1 1 1');
    expect(credits(replies([1.5, 2]))).toBe('0 1 1c 1c 1c 1c 1c');
    expect(credits(replies([1.5, -2]))).toBe('0 0 1c 1c 1c 1c 1c');
  });

  test('a gradient that was asked for is followed into those that pass through it', () => {
    expect(credits(replies([0.5, 2], 3))).toBe('1 1 1 0.5 1 1c 1c');
    expect(credits(replies([1.5, 2], 3))).toBe('0 1 1c 0.5 1c 1c 1c');
    const [, , , , , gw] = markVariant(net, replies([0.5, 2], 3)).parts;
    expect(gw?.comment).toContain('from your own answer to part **d**,');
  });
});

test('of units that are on or off, all on is no easy way out', () => {
  const states = given(`
vars:
  u: { given: [0.7, 0.2], real: [0.05, 0.95], digits: 2, shape: [2] }
  w: { given: [3, 5], int: [2, 9], shape: [2] }
let: { h: 'u < 0.5', z: w @ h }
parts:
  - { name: h, ask: x, tensor: h }
  - { name: z, ask: x, number: z }
`);
  expect(marked(states, { h: '[1 1]', z: '8' })).toBe('h 0.5, z 1 carried');
});
