import { test } from 'vitest';
import { readReply } from '../../src/answers/answers.ts';
import { LanguageError } from '../../src/language/error.ts';
import { buildAuthor, parseAuthor, readNumber } from '../../src/language/evaluate.ts';

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

const NUMBER = { kind: 'number', value: 1, accepts: [1, 1], mistakes: [] } as const;
const CHOICE = { kind: 'choice', many: true, options: [] } as const;

test('someone pastes a book', async ({ bench }) => {
  for (const key of [NUMBER, CHOICE])
    for (const text of ['1', '(', 'a,', '1,', '\u0000'])
      await bench(
        `100 kB of ${JSON.stringify(text)} as a ${key.kind}`,
        () => void readReply(text.repeat(100_000), key),
      ).run({ time: 100 });
});
