import { expect, test } from 'vitest';
import { cursorIn, styled } from '../../src/tui/styled.ts';

test('the cursor is found by columns, which wide and combining characters do not share with letters', () => {
  const before = [styled('ab'), styled('m̂'), styled('界')];
  expect(cursorIn([[styled('first')], [...before, styled(' ', 'cursor'), styled('rest')]])).toEqual({ x: 5, y: 1 });
});

test('there is none where nothing is typed', () => {
  expect(cursorIn([[styled('only text')], []])).toBeUndefined();
});
