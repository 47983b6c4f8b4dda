import type { Key } from 'ink';
import { expect, it } from 'vitest';
import { asKey, asText, gathered, presses } from '../../src/tui/input.ts';

const key = (rest: Partial<Key> = {}): Key => rest as Key;
const keys = (input: string, rest?: Partial<Key>): string[] => presses(input, key(rest)).map(asKey);

it('takes fast typing that arrives at once apart, Enter included', () => {
  expect(keys('784\r')).toEqual(['7', '8', '4', 'enter']);
  expect(keys('+++')).toEqual(['+', '+', '+']);
  expect(keys('1 2\t3\n')).toEqual(['1', 'space', '2', 'tab', '3', 'enter']);
  expect(keys('12\x7f\x083\x03')).toEqual(['1', '2', 'backspace', 'backspace', '3', 'ctrl-c']);
  expect(keys('12\x01\x15')).toEqual(['1', '2', 'ctrl-a', 'ctrl-u']);
  expect(keys('\x14\x19\x1a\x1f')).toEqual(['ctrl-t', 'ctrl-y', 'ctrl-z', 'ctrl-_']);
});

it.each<[string, Partial<Key>, string]>([
  ['', { upArrow: true }, 'up'],
  ['', { downArrow: true }, 'down'],
  ['', { upArrow: true, shift: true }, 'shift-up'],
  ['', { downArrow: true, meta: true }, 'alt-down'],
  ['', { leftArrow: true, shift: true }, 'left'],
  ['', { leftArrow: true }, 'left'],
  ['', { rightArrow: true }, 'right'],
  ['', { pageUp: true }, 'pageup'],
  ['', { pageDown: true }, 'pagedown'],
  ['', { home: true }, 'home'],
  ['', { end: true }, 'end'],
  ['\r', { return: true }, 'enter'],
  ['', { escape: true, meta: true }, 'escape'],
  ['', { backspace: true }, 'backspace'],
  ['', { delete: true }, 'delete'],
  ['', { tab: true }, 'tab'],
  ['', { tab: true, shift: true }, 'shift-tab'],
  ['h', { meta: true }, 'alt-h'],
  ['c', { ctrl: true }, 'ctrl-c'],
  ['u', { ctrl: true }, 'ctrl-u'],
  ['G', { shift: true }, 'G'],
])('names %j with %j', (input, rest, name) => {
  expect(keys(input, rest)).toEqual([name]);
});

it('takes whole characters, also those of two code units', () => {
  expect(presses('𝜎π', key())).toEqual([{ text: '𝜎' }, { text: 'π' }]);
});

it('reads the space both as a key and as text, and other keys not as text', () => {
  expect(presses(' a\r', key()).map(asText)).toEqual([' ', 'a', null]);
});

it('gathers so many characters at once as nobody presses, and leaves keys among them where they are', () => {
  const many = 'two words '.repeat(4);
  const found = gathered(presses(`ab\r${many}\x7fc`, key()));
  expect(found.map(one => ('run' in one ? one.text : asKey(one)))).toEqual(['a', 'b', 'enter', many, 'backspace', 'c']);
  expect(gathered(presses('j'.repeat(31), key()))).toHaveLength(31);
});
