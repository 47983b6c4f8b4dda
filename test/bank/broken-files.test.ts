import { describe, expect, test } from 'vitest';
import { broken } from './broken-files.ts';
import { FILE, problemsOf, question } from './support.ts';

const ONE = 'answer: { number: 1 }\n';

describe('an author is told what is wrong, where, and what to do', () => {
  test.each(broken)('%s', (_, content, ...problems) => {
    expect(problemsOf(content)).toEqual(problems.map(problem => `${FILE}:${problem}`));
  });
});

test('every problem of a file is told at once', () => {
  const content = question('credits: two\nvars: { a: { given: 1 } }\nansewr: 1');
  expect(problemsOf(content).length).toBeGreaterThanOrEqual(3);
});

describe('a file that is right is read whatever its line ends', () => {
  const content = question('answer: { number: 1 +  }', 'One\n');
  test.each([
    ['of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte-order mark', (text: string) => `\ufeff${text}`],
    ['with spaces behind the dashes', (text: string) => text.replace('\n---\n', '\n--- \n')],
  ])('%s', (_, change) => {
    expect(problemsOf(change(question(ONE)))).toEqual([]);
    expect(problemsOf(change(content))).toEqual([`${FILE}:4:22: "1 +": something is missing after "+"`]);
  });
});
