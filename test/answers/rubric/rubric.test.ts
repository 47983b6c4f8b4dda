import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSheet } from '../../../src/answers/answers.ts';
import { rubricParts, rubricReply } from '../../../src/answers/rubric/reply.ts';
import { rubricKind } from '../../../src/answers/rubric/rubric.ts';
import { rubricKey, rubricKeys } from './case.ts';
import { accepted, rejected } from './replies.ts';

const three = rubricKey([1, 0.5, 0.5]);
const label = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

describe('points are granted as', () => {
  test.each(accepted.map(([text, ...rest]) => [label(text), text, ...rest] as const))(
    '%s',
    (_, text, readAs, written) => {
      expect(rubricKind.read(text, three)).toMatchObject({ status: 'read', readAs });
      expect(rubricParts(text).written).toBe(written);
    },
  );
});

describe('what grants no points is refused, with what to type instead', () => {
  test.each(rejected.map(([text, ...rest]) => [label(text), text, ...rest] as const))(
    '%s',
    (_, text, reason, position) => {
      expect(rubricKind.read(text, three)).toEqual({ status: 'unreadable', reason, position });
    },
  );

  test('of a single point there is only one', () => {
    expect(rubricKind.read('2', rubricKey([1]))).toMatchObject({
      reason: 'there is no point 2: the only one is 1; all or none will do too',
    });
  });

  test('nothing at all is no answer', () => {
    for (const text of ['', ' ', '\n\n\t']) expect(rubricKind.read(text, three)).toEqual({ status: 'empty' });
  });
});

describe('the credit', () => {
  test.each([
    ['all', 1],
    ['1', 1 / 2],
    ['2', 1 / 4],
    ['1 3', 3 / 4],
    ['2 3', 1 / 2],
    ['none', 0],
  ])('of %s is the share of the credits: %d', (text, credit) => {
    const reading = rubricKind.read(text, three);
    if (reading.status !== 'read') throw new Error('it was not read');
    expect(rubricKind.mark(reading.reply, three)).toMatchObject({ credit, mistake: null });
  });

  test('is whole if every point is granted, and only then', () => {
    fc.assert(
      fc.property(rubricKeys, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (key, choices) => {
        const granted = choices.slice(0, key.points.length);
        const { credit, comment } = rubricKind.mark(granted, key);
        expect(credit === 1).toBe(!granted.includes(false));
        expect(comment === null).toBe(credit === 1);
        expect(credit).toBeGreaterThanOrEqual(0);
        expect(credit).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('one text holds both halves of a reply', () => {
  const anyWritten = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('\n', '\r', '1', ' ', 'all', 'x', '\u2028') }),
  );

  test('the points and the text come back as they were put in', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), anyWritten, (granted, written) => {
        const reply = rubricReply(granted, written);
        expect(rubricParts(reply).written).toBe(written);
        const key = rubricKey(granted.map(() => 1));
        expect(rubricKind.read(reply, key)).toMatchObject({ status: 'read', reply: granted });
        expect(rubricKind.read(rubricParts(reply).granted, key)).toMatchObject({ reply: granted });
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['Because.', { granted: '', written: 'Because.' }],
    ['A first line.\n\n1 3', { granted: '', written: 'A first line.\n\n1 3' }],
    ['', { granted: '', written: '' }],
    ['  1, 3 \nBecause.', { granted: '1, 3', written: 'Because.' }],
  ])('before the marking there is only the text: %j', (text, parts) => {
    expect(rubricParts(text)).toEqual(parts);
  });
});

describe('what is told of it', () => {
  const key = rubricKey([1, 0.5], 'The model answer.\n');

  test('the model answer, and the points by their numbers', () => {
    expect(rubricKind.show(key)).toBe('The model answer.\n\n1. says thing 1 (1 credit)\n2. says thing 2 (0.5 credits)');
    expect(rubricKind.show(rubricKey([2]))).toBe('1. says thing 1 (2 credits)');
  });

  test('a point of several lines stays one item of the list', () => {
    const lines = { ...key, points: [{ text: 'one\ntwo', credits: 1 }] };
    expect(rubricKind.mark([false], lines).comment).toBe('Not granted:\n\n- one\n   two');
  });

  test('scripts see the points, and that students mark themselves', () => {
    expect(rubricKind.self).toBe(true);
    expect(rubricKind.data(key)).toEqual({
      key: [
        { credits: 1, text: 'says thing 1' },
        { credits: 0.5, text: 'says thing 2' },
      ],
      self: true,
    });
  });

  test('on paper there are lines to write on, more for more credits, and no point is told', () => {
    const lines = (credits: readonly number[]): number => answerSheet(rubricKey(credits)).split('\n\n').length;
    expect([[0.5], [1], [2], [1, 1, 2], [100]].map(lines)).toEqual([3, 3, 6, 12, 24]);
    expect(answerSheet(key)).not.toMatch(/\w/);
  });
});
