import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LanguageError } from '../../src/language/error.ts';
import { readNumber } from '../../src/language/evaluate.ts';
import { accepted, rejected } from './notations.ts';

function refusal(text: string): LanguageError {
  try {
    readNumber(text);
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

test('any text is a finite number or a refusal that points into it', () => {
  const pieces = fc.constantFrom(
    ...'0123456789.,+-*/^()%eExπ√²⁻½ \u2009−×·÷[];=_',
    'sqrt',
    'ln',
    'max(',
    'log(',
    '1e',
    '__proto__',
  );
  const lookalikes = fc.array(pieces, { maxLength: 60 }).map(parts => parts.join(''));
  const anything = fc.string({ unit: 'binary', maxLength: 2000 });
  fc.assert(
    fc.property(fc.oneof(lookalikes, anything), text => {
      try {
        expect(readNumber(text)).toSatisfy(Number.isFinite);
      } catch (error) {
        if (!(error instanceof LanguageError)) throw error;
        expect(error.position).toBeGreaterThanOrEqual(0);
        expect(error.position).toBeLessThanOrEqual(text.length);
        expect(error.message).toMatch(/^[^\p{Cc}\p{Cs}]+$/u);
      }
    }),
    { numRuns: 3000 },
  );
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
