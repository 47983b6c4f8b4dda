import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { accepts, DEFAULT_TOLERANCE, EXACT, type Tolerance } from '../../../src/answers/number/tolerance.ts';
import { numberKey, tolerances } from './case.ts';

const digits = (by: number): Tolerance => ({ rule: 'digits', by });
const absolute = (by: number): Tolerance => ({ rule: 'absolute', by });

type Row = readonly [key: number, tolerance: Tolerance, reply: string, slip: string | null, comment: string];

/** A key, its tolerance, a wrong reply, and the slip that it shows (null: none), with words of its comment. */
const rows: readonly Row[] = [
  [0.5436, DEFAULT_TOLERANCE, '-0.5436', 'sign', 'The sign is wrong'],
  [0.5436, DEFAULT_TOLERANCE, '-0.544', 'sign', 'The sign'],
  [0.5436, DEFAULT_TOLERANCE, '-0.55', null, ''],
  [-33, EXACT, '33', 'sign', 'The sign'],
  [33, EXACT, '34', 'off by one', 'one more'],
  [33, EXACT, '32', 'off by one', 'one less'],
  [1, EXACT, '2', 'off by one', 'count'],
  [1, EXACT, '0', 'off by one', 'count'],
  [-5, EXACT, '-4', null, ''],
  [33.5, EXACT, '34.5', null, ''],
  [33, DEFAULT_TOLERANCE, '34', 'rounded too early', 'Close'],
  [33, EXACT, '66', 'factor 2', 'twice'],
  [0.25, DEFAULT_TOLERANCE, '1/8', 'factor 2', 'half'],
  [0.25, DEFAULT_TOLERANCE, '-1/8', null, ''],
  [0.05, DEFAULT_TOLERANCE, '5', 'power of ten', 'percentage'],
  [0.05, DEFAULT_TOLERANCE, '0.05%', 'power of ten', 'percentage'],
  [784, EXACT, '78.4', 'power of ten', 'too small'],
  [784, EXACT, '7840', 'power of ten', 'too large'],
  [784, EXACT, '784000', 'power of ten', 'too large'],
  [784, EXACT, '0.784', 'power of ten', 'too small'],
  [784, EXACT, '7840000', null, ''],
  [784, EXACT, '748', 'transposed digits', 'changed places'],
  [784, EXACT, '874', 'transposed digits', 'changed places'],
  [784, EXACT, '487', null, ''],
  [102, EXACT, '120', 'transposed digits', 'changed places'],
  [120, EXACT, '102', 'transposed digits', 'changed places'],
  [504, EXACT, '54', null, ''],
  [10.1, DEFAULT_TOLERANCE, '11', 'transposed digits', 'changed places'],
  [0.5403, digits(4), '0.543', 'transposed digits', 'changed places'],
  [0.54364, DEFAULT_TOLERANCE, '0.453', 'transposed digits', 'changed places'],
  [0.54364, DEFAULT_TOLERANCE, '0.5346', 'transposed digits', 'changed places'],
  [1.23e-7, DEFAULT_TOLERANCE, '1.32e-7', 'transposed digits', 'changed places'],
  [-1.23e20, DEFAULT_TOLERANCE, '-2.13e20', 'transposed digits', 'changed places'],
  [0.5436, DEFAULT_TOLERANCE, '0.55', 'rounded too early', 'Close'],
  [0.5436, DEFAULT_TOLERANCE, '0.57', 'rounded too early', 'Close'],
  [0.5436, DEFAULT_TOLERANCE, '0.58', null, ''],
  [0.5436, digits(3), '0.54', 'rounded too early', 'Close'],
  [0.5436, digits(3), '0.55', null, ''],
  [100, absolute(4), '105', 'rounded too early', 'Close'],
  [100, absolute(4), '106', null, ''],
  // where 0 is accepted nothing is relative
  [0, DEFAULT_TOLERANCE, '1', null, ''],
  [0, EXACT, '1', null, ''],
  [0.01, absolute(0.02), '-0.02', null, ''],
  // a wide tolerance makes no distant numbers alike, and what is accepted is no slip
  [1.5, absolute(0.5), '-2', null, ''],
  [1.5, absolute(0.5), '-1.5', 'sign', 'The sign'],
  [10, absolute(9), '20', 'factor 2', 'factor 2'],
  [10, absolute(9), '21', null, ''],
  [10, absolute(9), '0.5', null, ''],
  [10, absolute(9), '-10', 'sign', 'The sign'],
];

describe('slips that can happen with any key', () => {
  test.each(rows)('%d (%j): %s shows %s', (value, tolerance, reply, slip, words) => {
    const mark = markReply('a', reply, numberKey(value, tolerance));
    expect(mark).toMatchObject({ credit: 0, mistake: slip === null ? null : `near: ${slip}` });
    expect(mark.comment ?? '').toContain(words);
    expect(mark.comment === null).toBe(slip === null);
  });

  test("the author's own mistakes are named first", () => {
    const key = numberKey(33, EXACT, [-33, 66]);
    expect(markReply('a', '-33', key).comment).toBe('because -33');
    expect(markReply('a', '66', key).comment).toBe('because 66');
    expect(markReply('a', '32', key).mistake).toBe('near: off by one');
  });
});

describe('a multiple of the right value', () => {
  test.each<[key: number, tolerance: Tolerance, reply: string, comment: string | null]>([
    [0.4096, DEFAULT_TOLERANCE, '3.2^4*0.25^3', 'This is 4 times the right value: what is in it once too often?'],
    [0.4096, DEFAULT_TOLERANCE, '0.0256', 'The right value is 16 times this: which factor is missing?'],
    [784, EXACT, '2352', 'This is 3 times the right value: what is in it once too often?'],
    [-784, EXACT, '-98', 'The right value is 8 times this: which factor is missing?'],
    // small whole numbers are multiples by chance, and those of no plain factor say nothing
    [2, EXACT, '8', null],
    [21, EXACT, '7', null],
    [0.4096, DEFAULT_TOLERANCE, '0.4096*11', null],
    [784, EXACT, '-2352', null],
  ])('%d (%j): %s', (value, tolerance, reply, comment) => {
    expect(markReply('a', reply, numberKey(value, tolerance))).toMatchObject({ credit: 0, mistake: null, comment });
  });
});

/** Keys that no slip below turns into an accepted value. */
const keys = fc
  .double({ min: 1e-6, max: 1e6, noNaN: true })
  .chain(size => fc.constantFrom(1, -1).map(sign => sign * size));
const fine = fc.constantFrom<Tolerance>(DEFAULT_TOLERANCE, digits(4), digits(5), { rule: 'relative', by: 0.001 });

/** What a slip makes of a right reply, in the order in which they are looked for. */
const MADE: readonly (readonly [slip: string, make: (right: number) => number])[] = [
  ['sign', right => -right],
  ['factor 2', right => 2 * right],
  ['factor 2', right => right / 2],
  ...[-3, -2, -1, 1, 2, 3].map(power => ['power of ten', (right: number) => right * 10 ** power] as const),
];

describe.each(MADE)('%s', (slip, make) => {
  test('it is found in whatever would be right without it', () => {
    fc.assert(
      fc.property(keys, fine, fc.double({ min: -0.99, max: 0.99, noNaN: true }), (value, tolerance, off) => {
        const key = numberKey(value, tolerance);
        const right = value + (off * (key.accepts[1] - key.accepts[0])) / 2;
        expect(markReply('a', String(make(right)), key)).toMatchObject({ credit: 0, mistake: `near: ${slip}` });
      }),
    );
  });

  test('it is not found beside that', () => {
    fc.assert(
      fc.property(keys, fine, fc.constantFrom(-1, 1), (value, tolerance, side) => {
        const key = numberKey(value, tolerance);
        const wrong = value + side * 1.02 * (key.accepts[1] - value);
        expect(markReply('a', String(make(wrong)), key).mistake).not.toBe(`near: ${slip}`);
      }),
    );
  });
});

test('two neighbouring digits that have changed places are found at the precision of the reply', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 99_999 }),
      fc.integer({ min: -9, max: 9 }),
      fc.nat(3),
      (whole, power, at) => {
        const digitsOf = String(whole);
        const first = digitsOf[at];
        const second = digitsOf[at + 1];
        if (first === undefined || second === undefined || first === second || (at === 0 && second === '0')) return;
        const swapped = `${digitsOf.slice(0, at)}${second}${first}${digitsOf.slice(at + 2)}`;
        const key = numberKey(Number(`${whole}e${power}`), DEFAULT_TOLERANCE);
        const mark = markReply('a', `${swapped}e${power}`, key);
        const ratio = Number(swapped) / whole;
        // A small shift is accepted; 1.2 is half of 2.1 nearly enough, never in a tolerance of half a percent.
        if (accepts(key.accepts, Number(`${swapped}e${power}`))) expect(mark.credit).toBe(1);
        else expect(mark.mistake, String(ratio)).toBe('near: transposed digits');
      },
    ),
    { numRuns: 2000 },
  );
});

test('a slip is named only with a wrong reply, earns nothing, and has its comment', () => {
  fc.assert(
    fc.property(
      keys,
      tolerances,
      fc.oneof(fc.constantFrom(1, -1, 2, 0.5, 10, 0.01, 1.01, 0.96), fc.double({ min: -3, max: 3, noNaN: true })),
      (value, tolerance, factor) => {
        const key = numberKey(value, tolerance);
        const reply = value * factor;
        const { credit, mistake, comment } = markReply('a', String(reply), key);
        expect(credit).toBe(accepts(key.accepts, reply) ? 1 : 0);
        if (credit === 1) expect(mistake).toBeNull();
        // A multiple is a clue without a name.
        expect(comment === null).toBe(mistake === null && !/times/.test(comment ?? ''));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a key of 0 knows no slip', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), tolerances, (reply, tolerance) => {
      expect(markReply('a', String(reply), numberKey(0, tolerance)).mistake).toBeNull();
    }),
  );
});
