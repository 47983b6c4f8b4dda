import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { clip, columns, pad } from '../../src/notation/columns.ts';

test('counts every character of the basic plane as string-width does', () => {
  const differing: string[] = [];
  for (let code = 0x20; code < 0x10000; code++) {
    const isControl = code >= 0x7f && code < 0xa0;
    const isSurrogate = code >= 0xd800 && code < 0xe000;
    const text = `a${String.fromCharCode(code)}b`;
    if (!isControl && !isSurrogate && columns(text) !== stringWidth(text)) differing.push(code.toString(16));
  }
  expect(differing).toEqual([]);
});

test('pads and clips by columns', () => {
  expect(pad('x̄', 3, 'right')).toBe('  x̄');
  expect(pad('学', 5, 'center')).toBe(' 学  ');
  expect(clip('学学学', 4)).toBe('学…');
  expect(clip('abc', 3)).toBe('abc');
});
