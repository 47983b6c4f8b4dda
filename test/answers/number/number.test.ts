import { describe, expect, test } from 'vitest';
import { answerSheet, keyData, markReply, numbersOf, readReply } from '../../../src/answers/answers.ts';
import { DEFAULT_TOLERANCE } from '../../../src/answers/number/tolerance.ts';
import { numberKey } from './case.ts';
import { accepted, rejected } from './replies.ts';

const label = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

describe('a student may write', () => {
  test.each(accepted.map(([text, value]) => [label(text), value, text] as const))('%s for %d', (_, value, text) => {
    const reading = readReply(text, numberKey(2));
    expect(reading).toMatchObject({ status: 'read' });
    expect(markReply('a', text, numberKey(value))).toMatchObject({ credit: 1, error: null });
  });
});

describe('what is no number is refused, with what to type instead', () => {
  test.each(rejected.map(([text, reason, position]) => [label(text), reason, position, text] as const))(
    '%s: %s',
    (_, reason, position, text) => {
      expect(readReply(text, numberKey(2))).toEqual({ status: 'unreadable', reason, position });
    },
  );

  test('it costs nothing but the credit, and the place is counted from 1', () => {
    expect(markReply('a', '2*two', numberKey(2))).toMatchObject({
      name: 'a',
      credit: 0,
      readAs: null,
      error: 'unknown name "two"; give a number such as 784, 3/8, 1e-3 or sqrt(2) (at character 3)',
      mistake: null,
      carried: false,
      comment: null,
    });
  });
});

describe('what was understood is shown without the noise of binary fractions', () => {
  test.each([
    ['16*7*7', '784'],
    ['0.1 + 0.2', '0.3'],
    ['log10(1000)', '3'],
    ['1 024', '1024'],
    ['1e-7', '1e-7'],
    ['0.12345678901234', '0.12345678901234'],
  ])('%s as %s', (reply, readAs) => {
    expect(markReply('a', reply, numberKey(2)).readAs).toBe(readAs);
  });
});

test('scripts see the key and what is accepted', () => {
  expect(keyData(numberKey(100, { rule: 'absolute', by: 1 }, [50]))).toEqual({ key: 100, accepts: [99, 101] });
});

test('later parts rest on the key itself where a reply is accepted, else on the reply', () => {
  const key = numberKey(1 / 3, DEFAULT_TOLERANCE);
  expect(numbersOf('0.333', key, 'as keyed')).toEqual({ shape: [], data: new Float64Array([1 / 3]) });
  expect(numbersOf('0.333', key, 'as given')).toEqual({ shape: [], data: new Float64Array([0.333]) });
  expect(numbersOf('0.4', key, 'as keyed')).toEqual({ shape: [], data: new Float64Array([0.4]) });
  expect(numbersOf('two', key, 'as keyed')).toBeNull();
});

test('on paper there is room for it, the same for every key', () => {
  expect(answerSheet(numberKey(33))).toBe(answerSheet(numberKey(-0.5, DEFAULT_TOLERANCE)));
});
