import { describe, expect, test } from 'vitest';
import { answerSheet, keyData, keyMistakes, markReply, printKey, showKey } from '../../../src/answers/answers.ts';
import { makeVariant } from '../../../src/bank/variant.ts';
import { kindFixture } from '../../app/support.ts';
import { problemsOf, question } from '../../bank/support.ts';

/** Any kernel size, stride and padding that keep the size are right. */

const fixture = kindFixture('tensor/free');
const keyAt = (seed: number | null) => {
  const [part] = makeVariant(fixture, seed).parts;
  if (part?.key.kind !== 'tensor') throw new Error('it is a tensor');
  return part.key;
};

test.each([
  ['[3 1 1]', 1, null],
  ['5, 1, 2', 1, null],
  ['k = 5, s=1, p = 2', 1, null],
  ['[k=5; s=1; p=2]', 1, null],
  ['(7, 1, 3)', 1, null],
  ['[28, 2, 26]', 0, 'does not hold'],
  ['[30 2 28]', 1, null],
  ['[3 1 0]', 0, 'without padding'],
  ['[3 2 1]', 0, 'halves the size'],
  ['[1 1 0]', 0, 'a kernel of at least 2'],
  ['[3 0 1]', 0, 'a kernel of at least 2'],
  ['[2.5 1 0.75]', 0, 'a kernel of at least 2'],
  ['[4 1 1]', 0, 'this does not hold: $'],
  ['[4 1 1.5]', 1, null],
  ['[3 1 _]', 0, 'Left blank: $p$.'],
])('%s earns %i', (reply, credit, comment) => {
  const mark = markReply('a', reply, keyAt(null));
  expect(mark).toMatchObject({ credit, error: null });
  if (comment === null) expect(mark.comment).toBeNull();
  else expect(mark.comment).toContain(comment);
});

test('the conditions follow what is drawn', () => {
  for (let seed = 0; seed < 100; seed++) {
    const { vars } = makeVariant(fixture, seed);
    const { H, d } = vars as Record<'H' | 'd', number>;
    const key = keyAt(seed);
    expect(markReply('a', printKey(key), key)).toMatchObject({ credit: 1 });
    for (let k = 2; k <= 5; k++) {
      for (let p = 0; p <= 6; p++) {
        const keeps = H + 2 * p - d * (k - 1) === H;
        expect(markReply('a', `${k} 1 ${p}`, key).credit, `k = ${k}, p = ${p}, d = ${d}`).toBe(keeps ? 1 : 0);
      }
    }
    for (const { value } of keyMistakes(key)) {
      expect(markReply('a', JSON.stringify(value), key)).toMatchObject({ credit: 0, mistake: expect.any(String) });
    }
  }
});

test('scripts, paper and the solution say what is asked for', () => {
  const key = keyAt(null);
  expect(keyData(key)).toMatchObject({ key: [3, 1, 1], shape: [3], cells: ['k', 's', 'p'], holds: expect.any(Array) });
  expect(answerSheet(key)).toContain('| $k$ | $s$ | $p$ |');
  expect(showKey(key)).toContain('for example $k = 3$, $s = 1$, $p = 1$');
  expect(keyMistakes(key).map(({ shown }) => shown)).toEqual([
    '$k = 3$, $s = 1$, $p = 0$',
    '$k = 3$, $s = 2$, $p = 1$',
  ]);
  expect(structuredClone(key)).toEqual(key);
});

describe('what an author gets wrong', () => {
  const problems = (answer: string): string[] =>
    problemsOf(question(`vars: { H: { given: 8, int: [4, 9] } }\n${answer}`));

  test.each([
    ["answer: { tensor: '[3, 1]', cells: [k, p] }", 'give both'],
    ["answer: { tensor: '[3, 1]', holds: ['k > 0'] }", 'give both'],
    ["answer: { tensor: '[3, 1]', cells: [k], holds: ['k > 0'] }", 'names 1 places'],
    ["answer: { tensor: '[3, 1]', cells: [k, p], holds: ['k > H'] }", 'does not hold for the example, k = 3, p = 1'],
    ["answer: { tensor: '[3, 1]', cells: [k, p], holds: ['k > q'] }", 'unknown name "q"'],
    ["answer: { tensor: '[3, 1]', cells: [k, p], holds: ['sqroot(k) > 0'] }", 'sqroot'],
    ["answer: { tensor: '[3, 1]', cells: [k, p], holds: ['k >'] }", 'k >'],
    ["answer: { number: H, cells: [k], holds: ['k > 0'] }", 'does not go with number'],
  ])('%s', (answer, message) => {
    expect(problems(answer).join('\n')).toContain(message);
    expect(problems(answer)[0]).toMatch(/^cnn\/q\.md:\d+/);
  });
});
