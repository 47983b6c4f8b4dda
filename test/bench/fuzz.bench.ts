import fc from 'fast-check';
import { test } from 'vitest';
import { authorMeetsHisMatch, authorTexts, studentMeetsHisMatch, studentTexts } from '../language/fuzz.ts';

/** Many more texts that nobody would write than the tests have time for. */

const RUNS = 100_000;
const MOST_MILLISECONDS = 600_000;

test.each([
  ['an author', authorTexts, authorMeetsHisMatch],
  ['a student', studentTexts, studentMeetsHisMatch],
] as const)(
  `${RUNS} texts of %s are computed or refused`,
  (who, texts, meetsHisMatch) => {
    const start = performance.now();
    fc.assert(fc.property(texts, meetsHisMatch), { numRuns: RUNS });
    const milliseconds = performance.now() - start;
    console.log(
      `${RUNS} texts of ${who}: ${(milliseconds / 1000).toFixed(1)} s, ${((1000 * milliseconds) / RUNS).toFixed(0)} µs each`,
    );
  },
  MOST_MILLISECONDS,
);
