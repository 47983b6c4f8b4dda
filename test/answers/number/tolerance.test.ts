import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markReply, showKey } from '../../../src/answers/answers.ts';
import {
  acceptedInterval,
  accepts,
  DEFAULT_TOLERANCE,
  parseTolerance,
  type Tolerance,
} from '../../../src/answers/number/tolerance.ts';
import { numberKey } from './case.ts';

describe('a tolerance is written as', () => {
  test.each<[string, Tolerance | null]>([
    ['exact', { rule: 'exact' }],
    ['1%', { rule: 'relative', by: 0.01 }],
    ['0.5 %', { rule: 'relative', by: 0.005 }],
    ['0.01', { rule: 'absolute', by: 0.01 }],
    ['1e-3', { rule: 'absolute', by: 0.001 }],
    ['3 digits', { rule: 'digits', by: 3 }],
    ['1 digit', { rule: 'digits', by: 1 }],
    ['2 decimals', { rule: 'decimals', by: 2 }],
    ['0 decimals', { rule: 'decimals', by: 0 }],
    ['', null],
    ['-1%', null],
    ['0 digits', null],
    ['about 1', null],
    ['1,5%', null],
    ['NaN', null],
    ['1%%', null],
  ])('%j', (text, tolerance) => {
    expect(parseTolerance(text)).toEqual(tolerance);
  });
});

/** Replies at the edges: what is just right and just wrong. */
const edges: readonly (readonly [
  key: number,
  tolerance: string,
  right: readonly string[],
  wrong: readonly string[],
])[] = [
  [33, 'exact', ['33', '33.0', '66/2', '32 + 1'], ['33.0001', '32', '34', '-33']],
  [0.3, 'exact', ['0.3', '0.1 + 0.2', '3/10', '30%'], ['0.31', '0.2999']],
  [100, '1%', ['99', '101', '100'], ['98.9', '101.1', '-100']],
  [-100, '1%', ['-99', '-101'], ['-98.9', '-101.1', '100']],
  [0, '1%', ['0', '-0', '0.0'], ['0.0001', '-1e-9']],
  [0, '0.01', ['0.01', '-0.01'], ['0.011', '-0.011']],
  [2.5, '0.1', ['2.4', '2.6', '5/2'], ['2.39', '2.61']],
  [0.543639, '3 digits', ['0.544', '0.5436', '0.5441'], ['0.543', '0.5443']],
  [1234, '2 digits', ['1234', '1284', '1184'], ['1285', '1183']],
  [0.00012345, '2 digits', ['1.2e-4', '0.000128'], ['1.1e-4', '1.29e-4']],
  [2.675, '2 decimals', ['2.67', '2.68', '2.675'], ['2.66', '2.69']],
  [1e-9, '2 decimals', ['0', '0.005'], ['0.006']],
];

describe('what counts as right', () => {
  test.each(edges)('%d, %s', (value, tolerance, right, wrong) => {
    const key = numberKey(value, parseTolerance(tolerance) as Tolerance);
    for (const reply of right) expect(markReply('a', reply, key).credit, reply).toBe(1);
    for (const reply of wrong) expect(markReply('a', reply, key).credit, reply).toBe(0);
  });

  test('the default forgives rounding to four significant digits on the way, and a reply of three', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), value => {
        const key = numberKey(value, DEFAULT_TOLERANCE);
        for (const digits of [3, 4, 5])
          expect(markReply('a', String(Number(value.toPrecision(digits))), key).credit).toBe(1);
        expect(markReply('a', String(value * 1.01), key).credit).toBe(0);
        expect(markReply('a', String(-value), key).credit).toBe(0);
      }),
    );
  });

  test('the accepted interval holds the key and its own ends, and nothing beyond', () => {
    const rules: fc.Arbitrary<Tolerance> = fc.oneof(
      fc.constant<Tolerance>({ rule: 'exact' }),
      fc.record({ rule: fc.constant('relative' as const), by: fc.double({ min: 0, max: 0.5, noNaN: true }) }),
      fc.record({ rule: fc.constant('digits' as const), by: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ rule: fc.constant('decimals' as const), by: fc.integer({ min: 0, max: 9 }) }),
    );
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), rules, (value, rule) => {
        const interval = acceptedInterval(value, rule);
        const [low, high] = interval;
        for (const inside of [low, value, high]) expect(accepts(interval, inside)).toBe(true);
        const beyond = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
        expect(accepts(interval, low - beyond)).toBe(false);
        expect(accepts(interval, high + beyond)).toBe(false);
      }),
    );
  });
});

/** A reply with whole digits and a power of ten. */
const scaled = (digits: number | string, power: number): string => `${digits}e${power}`;

describe('a key is rounded as people round it', () => {
  test('to n significant digits, up or down at a tie', () => {
    const digits = fc.integer({ min: 1, max: 9 });
    const place = fc.integer({ min: -12, max: 9 });
    const sign = fc.constantFrom('', '-');
    fc.assert(
      fc.property(
        digits,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        place,
        sign,
        (by, at, power, minus) => {
          const last = Math.floor((1 + 9 * at) * 10 ** (by - 1));
          const key = numberKey(Number(scaled(`${minus}${last}.5`, power)), { rule: 'digits', by });
          for (const [reply, credit] of [
            [last, 1],
            [last + 1, 1],
            [last - 1, 0],
            [last + 2, 0],
          ] as const) {
            expect(markReply('a', scaled(`${minus}${reply}`, power), key), `${reply}`).toMatchObject({ credit });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('to n decimals, up or down at a tie', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.nat(99_999), fc.constantFrom('', '-'), (by, last, minus) => {
        const key = numberKey(Number(scaled(`${minus}${last}.5`, -by)), { rule: 'decimals', by });
        for (const [reply, credit] of [
          [last, 1],
          [last + 1, 1],
          [last + 2, 0],
        ] as const) {
          expect(markReply('a', scaled(`${minus}${reply}`, -by), key), `${reply}`).toMatchObject({ credit });
        }
      }),
      { numRuns: 500 },
    );
  });

  test('and so does a machine', () => {
    const value = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
      fc.integer({ min: 1, max: 9 }).map(exponent => 10 ** exponent - 10 ** -exponent),
    );
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 9 }), (key, by) => {
        if (Math.abs(key) < 1e-300) return;
        const digits = key.toPrecision(by);
        expect(markReply('a', digits, numberKey(key, { rule: 'digits', by })), digits).toMatchObject({ credit: 1 });
        const decimals = key.toFixed(by);
        expect(markReply('a', decimals, numberKey(key, { rule: 'decimals', by })), decimals).toMatchObject({
          credit: 1,
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the right answer is shown with what is accepted', () => {
  test('so that a reply of either end earns full credit', () => {
    const tolerances = ['0.5%', '0.01', '3 digits', '8 digits', '2 decimals'].map(
      text => parseTolerance(text) as Tolerance,
    );
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(...tolerances), (value, rule) => {
        const key = numberKey(value, rule);
        const ends = [...showKey(key).matchAll(/(?:from|to) \$([^$]+)\$/g)].map(([, tex]) => tex as string);
        for (const tex of ends) {
          const typed = tex.replace('\\cdot', '*').replace(/\^\{(.*)\}/, '^($1)');
          expect(markReply('a', typed, key), typed).toMatchObject({ credit: 1 });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [numberKey(33), '$33$'],
    [numberKey(-0.65, DEFAULT_TOLERANCE), '$-0.65$ (accepted from $-0.6532$ to $-0.6468$)'],
    [numberKey(1e-8), '$10^{-8}$'],
    [numberKey(1 / 3, { rule: 'absolute', by: 0.01 }), '$\\approx 0.3333$ (accepted from $0.3234$ to $0.3433$)'],
  ])('%#', (key, text) => {
    expect(showKey(key)).toBe(text);
  });
});
