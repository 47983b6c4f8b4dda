import { describe, expect, test } from 'vitest';
import { LanguageError } from '../../src/language/error.ts';
import { buildAuthor, parseAuthor, readTensor } from '../../src/language/evaluate.ts';
import { exhausting, hostileToAuthors, hostileToStudents } from './hostile.ts';
import { names } from './names.ts';

const MILLISECONDS = 20;
const A_MOMENT = 1000;
const TRIES = 5;

/** How long the quickest of some refusals takes; the others wait for the garbage collector, or for another process. */
function refusalTime(text: string, compute: (text: string) => unknown): number {
  const once = (): number => {
    const start = performance.now();
    expect(() => compute(text)).toThrow(LanguageError);
    return performance.now() - start;
  };
  return Math.min(...Array.from({ length: TRIES }, once));
}

describe('an author who means harm is refused at once', () => {
  test.each(hostileToAuthors)('%s', (_, text) => {
    expect(refusalTime(text, hostile => buildAuthor(parseAuthor(hostile), names))).toBeLessThan(MILLISECONDS);
  });
});

describe('a student who means harm is refused at once', () => {
  test.each(hostileToStudents)('%s', (_, text) => {
    expect(refusalTime(text, readTensor)).toBeLessThan(MILLISECONDS);
  });
});

test.each(exhausting)('an author who never has enough is stopped: %s', (_, text) => {
  expect(() => buildAuthor(parseAuthor(text), names)).toThrow('more than 2000000 numbers to compute');
  expect(refusalTime(text, hostile => buildAuthor(parseAuthor(hostile), names))).toBeLessThan(A_MOMENT);
});
