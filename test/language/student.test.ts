import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Nested, tensor } from '../../src/compute/tensor.ts';
import { LanguageError } from '../../src/language/error.ts';
import { readNumber, readTensor } from '../../src/language/evaluate.ts';
import { matrices } from './matrices.ts';
import { noMatrices, noNumbers } from './no-matrices.ts';
import { accepted, rejected } from './notations.ts';

function refusal(text: string, read: (text: string) => unknown = readNumber): LanguageError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof LanguageError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(text.slice(0, 40))} was read`);
}

const label = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

describe('a student may write', () => {
  test.each(accepted.map(([text, value]) => [label(text), value, text] as const))('%s for %d', (_, value, text) => {
    const read = readNumber(text);
    if (Number.isInteger(value)) expect(read).toBeCloseTo(value, 12);
    else expect(read / value).toBeCloseTo(1, 14);
  });
});

describe('a text that is no number is refused with the reason and the place', () => {
  test.each(rejected.map(([text, message, position]) => [label(text), message, position, text] as const))(
    '%s: %s',
    (_, message, position, text) => {
      expect(refusal(text)).toMatchObject({ message, position });
    },
  );
});

const rowsIn = (value: string): Nested => value.split(' | ').map(row => row.split(' ').map(Number));

describe('a student may write a matrix', () => {
  test.each(matrices.map(([text, value]) => [label(text), value, text] as const))('%s for %j', (_, value, text) => {
    const { shape, data } = readTensor(text);
    const expected = tensor(typeof value === 'string' ? rowsIn(value) : value);
    expect(shape).toEqual(expected.shape);
    expected.data.forEach((number, i) => {
      expect(data[i]).toBeCloseTo(number, 12);
    });
  });
});

describe('a text that is no matrix is refused with the reason and the place', () => {
  test.each(noMatrices.map(([text, message, position]) => [label(text), message, position, text] as const))(
    '%s: %s',
    (_, message, position, text) => {
      expect(refusal(text, readTensor)).toMatchObject({ message, position });
    },
  );
});

test.each(noNumbers)('where a number is wanted, %s is refused: %s', (text, message, position) => {
  expect(refusal(text)).toMatchObject({ message, position });
});

test('a printed number is read back as the very same double', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(finite, value => {
      expect(readNumber(String(value))).toBe(value + 0);
    }),
    { numRuns: 3000, examples: [[5e-324], [Number.MAX_VALUE], [1e21], [-1e-7], [0.1 + 0.2], [2 ** 53]] },
  );
});

test('grouping digits in threes changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 1e15 }), fc.constantFrom(' ', '\u2009', '\u202f', "'"), (value, mark) => {
      expect(readNumber(String(value).replace(/\B(?=(?:\d{3})+$)/g, mark))).toBe(value);
    }),
  );
});
