import { describe, expect, test } from 'vitest';
import { markReply, printKey, readReply, showKey } from '../../src/answers/answers.ts';
import { choiceKey } from './kinds.ts';

const many = choiceKey('-x-x');
const one = choiceKey('-x--', false);

describe('ways to name options', () => {
  test.each([
    ['b,d', 'b,d'],
    ['bd', 'b,d'],
    ['db', 'b,d'],
    ['B D', 'b,d'],
    ['b, d', 'b,d'],
    ['b; d.', 'b,d'],
    ['b and d', 'b,d'],
    ['b & d', 'b,d'],
    ['b+d', 'b,d'],
    ['b/d', 'b,d'],
    ['(b) (d)', 'b,d'],
    ['b) d)', 'b,d'],
    ['[b, d]', 'b,d'],
    ['{b, d}', 'b,d'],
    ['b\nd', 'b,d'],
    ['b,b,d', 'b,d'],
    ['a', 'a'],
    ['abcd', 'a,b,c,d'],
    ['bad', 'a,b,d'],
    ['none', 'none'],
    ['None', 'none'],
    ['none of them', 'none'],
    ['none of the above', 'none'],
    ['∅', 'none'],
    ['{}', 'none'],
    ['-', 'none'],
  ])('%j is %s', (text, readAs) => {
    expect(readReply(text, many)).toMatchObject({ status: 'read', readAs });
  });
});

const NO_OPTION = (word: string): string =>
  `"${word}" names no option: they are a–d; several as a,b and no option as none`;

describe('what names no options is refused', () => {
  test.each([
    ['e', NO_OPTION('e'), 0],
    ['b, e', NO_OPTION('e'), 3],
    ['1', NO_OPTION('1'), 0],
    ['both', NO_OPTION('both'), 0],
    ['ß', NO_OPTION('ß'), 0],
    ['\u001b[2J', NO_OPTION('U+001B'), 0],
    ['x'.repeat(50), NO_OPTION(`${'x'.repeat(20)}…`), 0],
    [',', 'name an option (a–d)', 0],
    ['( )', 'name an option (a–d)', 0],
  ])('%j', (text, reason, position) => {
    expect(readReply(text, many)).toEqual({ status: 'unreadable', reason, position });
  });

  test('where one option is right, exactly one may be named', () => {
    expect(readReply('b', one)).toMatchObject({ status: 'read', readAs: 'b' });
    expect(readReply('b,d', one)).toMatchObject({ reason: 'one option is right: name only one' });
    expect(readReply('none', one)).toMatchObject({ reason: 'one option is right: name it (a–d)' });
    expect(readReply('e', one)).toMatchObject({ reason: '"e" names no option: they are a–d' });
  });
});

describe('all boxes right or nothing', () => {
  test.each([
    ['b,d', 1],
    ['b', 0],
    ['d', 0],
    ['a,b,d', 0],
    ['none', 0],
    ['a,c', 0],
  ])('%s earns %d', (text, credit) => {
    expect(markReply('a', text, many)).toMatchObject({ credit, readAs: text, mistake: null });
  });

  test('none may be right', () => {
    const nothing = choiceKey('----');
    expect(printKey(nothing)).toBe('none');
    expect(showKey(nothing)).toBe('none of the options');
    expect(markReply('a', 'none', nothing).credit).toBe(1);
    expect(markReply('a', 'a', nothing).credit).toBe(0);
  });

  test('the comment names each box that is not as it should be, with its reason', () => {
    expect(markReply('a', 'a,b', many).comment).toBe('- **a** is wrong: reason a\n- **d** is right.');
  });

  test('the key is shown by its letters', () => {
    expect(showKey(many)).toBe('**b, d**');
  });
});
