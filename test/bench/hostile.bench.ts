import fc from 'fast-check';
import { test } from 'vitest';
import { type AnswerKey, markReply } from '../../src/answers/answers.ts';
import { LanguageError } from '../../src/language/error.ts';
import { buildAuthor, parseAuthor, readNumber } from '../../src/language/evaluate.ts';
import { kindCases } from '../answers/kinds.ts';

/** Texts that are meant to hurt. Each has to be refused, and fast. */

function refused(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (error instanceof LanguageError) return;
    throw error;
  }
  throw new Error('this was read');
}

const student: readonly (readonly [what: string, text: string])[] = [
  ['a word', 'two'],
  ['a division by zero', '1/0'],
  ['400 parentheses', '('.repeat(400)],
  ['500 digits', '9'.repeat(500)],
  ['500 commas', '1,'.repeat(250)],
  ['500 letters', 'x'.repeat(500)],
  ['10,000 characters', '1'.repeat(10_000)],
  ['a tower of powers', '2^2^2^2^2^2'],
];

test('a student types', async ({ bench }) => {
  for (const [what, text] of student) await bench(what, () => refused(() => readNumber(text))).run({ time: 200 });
});

const author: readonly (readonly [what: string, text: string])[] = [
  ['1,000 parentheses', '('.repeat(1000)],
  ['a chain of 1,999 sums', `1${'+1'.repeat(1999)}`],
  ['4,001 characters', '1'.repeat(4001)],
  ['a tower of powers', '2^2^2^2^2^2'],
  ['__proto__', '__proto__'],
  ['a long unknown name', 'a'.repeat(4000)],
];

test('an author writes', async ({ bench }) => {
  for (const [what, text] of author)
    await bench(what, () => refused(() => buildAuthor(parseAuthor(text), new Map()))).run({ time: 200 });
});

/** Repeated, these take a reader longest. */
const BOOKS = ['1', '(', '[', 'a,', '1,', '|x', '\\frac', 'ᵀ', 'e', '\u0000'];

test('someone pastes a book', async ({ bench }) => {
  for (const [kind, { keys }] of Object.entries(kindCases)) {
    const [key] = fc.sample(keys, { numRuns: 1, seed: 1 });
    for (const text of BOOKS)
      for (const length of [490, 2490, 100_000])
        await bench(
          `${length} characters of ${JSON.stringify(text)}, asked for: ${kind}`,
          () => void markReply('p', text.repeat(length / text.length), key as AnswerKey),
        ).run({ time: 20 });
  }
});
