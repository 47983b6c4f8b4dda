import fc from 'fast-check';
import type { NumberKey, NumberMistake } from '../../../src/answers/number/number.ts';
import { acceptedInterval, DEFAULT_TOLERANCE, EXACT, type Tolerance } from '../../../src/answers/number/tolerance.ts';
import type { KindCase } from '../kinds.ts';

export function numberKey(value: number, tolerance: Tolerance = EXACT, mistakes: readonly number[] = []): NumberKey {
  const mistake = (wrong: number): NumberMistake => {
    return {
      value: wrong,
      accepts: acceptedInterval(wrong, tolerance),
      tag: `tag ${wrong}`,
      because: `because ${wrong}`,
    };
  };
  return { kind: 'number', value, accepts: acceptedInterval(value, tolerance), mistakes: mistakes.map(mistake) };
}

export const tolerances: fc.Arbitrary<Tolerance> = fc.oneof(
  fc.constant(EXACT),
  fc.constant(DEFAULT_TOLERANCE),
  fc.double({ min: 0, max: 10, noNaN: true }).map((by): Tolerance => ({ rule: 'absolute', by })),
  fc.integer({ min: 1, max: 12 }).map((by): Tolerance => ({ rule: 'digits', by })),
  fc.integer({ min: 0, max: 12 }).map((by): Tolerance => ({ rule: 'decimals', by })),
);
/** No key is −0: the engine never yields it. */
const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(value => value + 0);

export const numberCase: KindCase<NumberKey> = {
  keys: fc.tuple(finite, tolerances).map(([value, rule]) => numberKey(value, rule)),
  replies: fc.oneof(
    finite.map(String),
    fc.constantFrom('16*7*7', '3/8', '1 024', '√2', '5 %', '0.1 + 0.2', '1e-7', ',5'),
  ),
  mistakes: [
    ['32', numberKey(33, EXACT, [32, 17]), /^because 32$/],
    ['0.5', numberKey(0.25, DEFAULT_TOLERANCE, [0.5]), /^because 0\.5$/],
    ['1/2', numberKey(0.25, DEFAULT_TOLERANCE, [0.5]), /^because 0\.5$/],
    ['0.501', numberKey(0.25, DEFAULT_TOLERANCE, [0.5]), /^because 0\.5$/],
    ['-0.25', numberKey(0.25, DEFAULT_TOLERANCE, [0.5]), /^The sign is wrong/],
  ],
};
