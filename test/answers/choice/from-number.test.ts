import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { asChoice } from '../../../src/answers/choice/from-number.ts';
import { DEFAULT_TOLERANCE, EXACT, type Tolerance } from '../../../src/answers/number/tolerance.ts';
import { numberKey } from '../number/case.ts';

/** The key, its mistakes, and the texts of the options: the right one first. */
const rows: readonly (readonly [
  key: number,
  tolerance: Tolerance,
  mistakes: readonly number[],
  texts: string[] | null,
])[] = [
  // counts as they are
  [33, EXACT, [32, 17], ['33', '32', '17']],
  [1_048_576, EXACT, [0, -1], ['1048576', '0', '-1']],
  // all with the digits that the longest of them needs, up to four
  [0.5, DEFAULT_TOLERANCE, [0.25, 0.125], ['0.500', '0.250', '0.125']],
  [2, DEFAULT_TOLERANCE, [0.1, 20], ['2.0', '0.10', '20']],
  [33, EXACT, [32.5, 17], ['33.0', '32.5', '17.0']],
  [1 / 3, DEFAULT_TOLERANCE, [0.5, 2], ['0.3333', '0.5000', '2.000']],
  [-0.65, DEFAULT_TOLERANCE, [0.65, 0], ['-0.65', '0.65', '0.0']],
  [9999.96, EXACT, [1 / 3, 1], ['10000', '0.3333', '1.000']],
  // the whole part is never cut
  [12345.67, DEFAULT_TOLERANCE, [1 / 3, 2], ['12346', '0.33333', '2.0000']],
  // very small and very large ones with a power of ten, and then all of them
  [1e-5, DEFAULT_TOLERANCE, [2.5e-5, 0.5], ['1.0 \\cdot 10^{-5}', '2.5 \\cdot 10^{-5}', '5.0 \\cdot 10^{-1}']],
  [1e20 / 3, DEFAULT_TOLERANCE, [1, 0], ['3.333 \\cdot 10^{19}', '1.000 \\cdot 10^{0}', '0']],
  // whatever could be taken for another value is left out
  [100, DEFAULT_TOLERANCE, [100.2, 50, 25], ['100', '50', '25']],
  [100, DEFAULT_TOLERANCE, [50, 50, 25], ['100', '50', '25']],
  [100, DEFAULT_TOLERANCE, [50, 50.2, 25], ['100', '50', '25']],
  [1 / 3, EXACT, [1 / 3 + 1e-6, 2 / 3, 1], ['0.3333', '0.6667', '1.000']],
  // and at least two must be left
  [33, EXACT, [32], null],
  [33, EXACT, [], null],
  [100, DEFAULT_TOLERANCE, [100.2, 50], null],
  [1 / 3, EXACT, [1 / 3 + 1e-6, 2 / 3], null],
];

describe('a number asked as a choice', () => {
  test.each(rows)('%d', (value, tolerance, mistakes, texts) => {
    const options = asChoice(numberKey(value, tolerance, mistakes), null);
    expect(options?.map(({ text }) => text) ?? null).toEqual(texts?.map(text => `$${text}$`) ?? null);
  });

  test('the first is right, and the others say why they are not', () => {
    expect(asChoice(numberKey(33, EXACT, [32, 17]), null)).toEqual([
      { text: '$33$', right: true, why: null },
      { text: '$32$', right: false, why: 'because 32', tag: 'tag 32' },
      { text: '$17$', right: false, why: 'because 17', tag: 'tag 17' },
    ]);
  });

  test('no more are shown than asked for, and one left out gives its place to the next', () => {
    const key = numberKey(1 / 3, EXACT, [2 / 3, 2 / 3 + 1e-6, 1, 2, 3]);
    expect(asChoice(key, 4)?.map(({ text }) => text)).toEqual(['$0.3333$', '$0.6667$', '$1.000$', '$2.000$']);
    expect(asChoice(key, 2)).toBeNull();
  });
});

const keys = fc
  .tuple(
    fc.array(
      fc
        .oneof(
          fc.double({ min: -1e4, max: 1e4, noNaN: true }),
          fc.double({ min: -1, max: 1, noNaN: true }),
          fc.integer({ min: -50, max: 5000 }),
          fc.integer({ min: -500, max: 500 }).map(n => n / 100),
        )
        .map(value => (Math.abs(value) < 1e-300 ? 0 : value)),
      { minLength: 3, maxLength: 6 },
    ),
    fc.constantFrom<Tolerance>(EXACT, DEFAULT_TOLERANCE, { rule: 'absolute', by: 0.01 }),
  )
  .map(([[value = 0, ...mistakes], tolerance]) => numberKey(value, tolerance, mistakes));

describe('of any numbers', () => {
  test('all options read differently, one is right, and each is its value, rounded', () => {
    fc.assert(
      fc.property(keys, key => {
        const options = asChoice(key, null) ?? [];
        expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
        const rounded = (text: string) => (value: number) =>
          markReply('a', typed(text), numberKey(value, { rule: 'digits', by: 4 })).credit === 1;
        options.forEach(({ text, right, why }, i) => {
          expect(right).toBe(i === 0);
          const source = right ? [key.value] : key.mistakes.filter(({ because }) => because === why).map(m => m.value);
          // A rounding of fewer digits is shown only of what has no more.
          expect(source.some(rounded(text)), text).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('the right one does not stand out by its precision', () => {
    fc.assert(
      fc.property(keys, key => {
        const options = asChoice(key, null) ?? [];
        const values = [key, ...key.mistakes].map(({ value }) => `$${value}$`);
        const areCounts = options.every(({ text }) => values.includes(text) && !text.includes('.'));
        if (options.length === 0 || areCounts) return;
        const precisions = options.map(({ text }) => significant(text)).filter(digits => digits > 0);
        // Only rounding up to the next power of ten makes one digit more.
        expect(Math.max(...precisions) - Math.min(...precisions)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });
});

const typed = (text: string): string =>
  text
    .slice(1, -1)
    .replace('\\cdot', '*')
    .replace(/\^\{(.*)\}/, '^($1)');

/** Of a decimal as printed; 0 for zero, which has none. */
function significant(text: string): number {
  const [mantissa = ''] = text.slice(1, -1).split(' ');
  return mantissa.replace(/[-.]/g, '').replace(/^0+/, '').length;
}
