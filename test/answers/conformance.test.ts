import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnswerKey,
  answerSheet,
  answerSpace,
  type KindName,
  keyData,
  markReply,
  readReply,
  showKey,
} from '../../src/answers/answers.ts';
import { digitsTex, shownDigits } from '../../src/compute/digits.ts';
import { kindCases } from './kinds.ts';
import { notationsOf } from './notations.ts';
import { blank, filledIn, otherKey } from './other-keys.ts';

/** What every kind of answer promises. */

const CONTROL = /\p{Cc}/u;
/** Characters of a reading: of many numbers in full precision, or else of a line. */
const LONGEST: Partial<Record<KindName, number>> = { tensor: 2000, table: 2000 };

const MOST_AXES = 9;

/** Any Unicode, lone surrogates and control characters included, and long texts of few characters. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 }).map(codes => String.fromCharCode(...codes)),
  fc
    .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), fc.nat(100_000))
    .map(([part, length]) => part.repeat(Math.ceil(length / part.length))),
);
const LONG = [..."a b,1(√-%.,'\u0000\u001b\ud800²½ePand"].flatMap(character => [
  character.repeat(100_000),
  `${character} `.repeat(50_000),
]);

describe.each(Object.entries(kindCases))('%s', (_, { keys, replies, mistakes }) => {
  test('the key earns full credit in every notation that it is printed in', () => {
    fc.assert(
      fc.property(keys, key => {
        for (const text of notationsOf(key))
          expect(markReply('p', text, key), text).toMatchObject({ name: 'p', credit: 1, error: null, mistake: null });
        expect(showKey(key)).not.toMatch(/undefined|NaN|^$/);
        expect(answerSheet(key)).not.toMatch(/undefined|NaN|^$/);
      }),
      { numRuns: 500 },
    );
  });

  test('wrong replies are known, for each to be told why', () => {
    expect(mistakes).not.toEqual([]);
  });

  test.each(mistakes)('%s is wrong and told why', (reply, key, comment) => {
    const mark = markReply('p', reply, key);
    expect(mark.error).toBeNull();
    expect(mark.credit).toBeLessThan(1);
    expect(mark.comment).toMatch(comment);
  });

  test('what was read is read again as the same', () => {
    fc.assert(
      fc.property(keys, replies, (key, text) => {
        const first = readReply(text, key);
        if (first.status !== 'read') return;
        const again = readReply(first.readAs, key);
        expect(again).toMatchObject({ status: 'read', readAs: first.readAs });
        expect(markReply('p', first.readAs, key)).toEqual(markReply('p', text, key));
      }),
      { numRuns: 500 },
    );
  });

  test('on paper nothing tells what is right, and the solutions say what the key says', () => {
    fc.assert(
      fc.property(keys, key => {
        const space = answerSpace(key);
        expect(blank(answerSpace(otherKey(key)))).toEqual(blank(space));
        expect(answerSheet(otherKey(key))).toBe(answerSheet(key));
        const right = keyData(key).key;
        if (space.kind === 'grid') {
          const wanted = [right].flat(MOST_AXES).map(value => `$${digitsTex(shownDigits(value as number).text)}$`);
          expect(filledIn(key)).toEqual(wanted);
        } else if (space.kind !== 'line' && space.kind !== 'page') expect(filledIn(key)).toEqual(right);
      }),
      { numRuns: 200 },
    );
  });

  test('no answer is no error', () => {
    fc.assert(
      fc.property(keys, fc.constantFrom('', ' ', '\t\n', '\u00a0\u2009'), (key, text) => {
        expect(readReply(text, key)).toEqual({ status: 'empty' });
        expect(markReply('p', text, key)).toMatchObject({
          credit: 0,
          error: null,
          readAs: null,
          comment: 'No answer.',
        });
      }),
    );
  });

  test('what scripts and the log see of a key is plain data, and says as much as the key', () => {
    fc.assert(
      fc.property(keys, key => {
        const data = keyData(key);
        expect(JSON.parse(JSON.stringify(data))).toEqual(data);
        expect(data.key).not.toBeUndefined();
      }),
    );
  });

  test('any text is marked between 0 and 1, always alike, and nothing of it reaches the terminal unescaped', () => {
    fc.assert(fc.property(keys, anyText, checkMark), { numRuns: 300 });
    const [key] = fc.sample(keys, { numRuns: 1, seed: 1 });
    for (const text of LONG) checkMark(key as AnswerKey, text);
  });
});

function checkMark(key: AnswerKey, text: string): void {
  const mark = markReply('p', text, key);
  expect(mark.credit).toBeGreaterThanOrEqual(0);
  expect(mark.credit).toBeLessThanOrEqual(1);
  expect(markReply('p', text, key)).toEqual(mark);
  if (mark.error !== null) expect(mark).toMatchObject({ credit: 0, readAs: null });
  expect(`${mark.error}${mark.readAs}`).not.toMatch(CONTROL);
  expect(`${mark.error}${mark.readAs}`.length).toBeLessThan(LONGEST[key.kind] ?? 300);
}
