import xterm from '@xterm/headless';
import { expect, test } from 'vitest';
import { EMPTY_TEXT, edit, insert } from '../../src/app/entries/text.ts';
import { cursorIn, styled, textOf } from '../../src/tui/styled.ts';
import { fieldLine } from '../../src/tui/widgets/field.ts';

test('the cursor is found by columns, which wide and combining characters do not share with letters', () => {
  const before = [styled('ab'), styled('m̂'), styled('界')];
  expect(cursorIn([[styled('first')], [...before, styled(' ', 'cursor'), styled('rest')]])).toEqual({ x: 5, y: 1 });
});

test('there is none where nothing is typed', () => {
  expect(cursorIn([[styled('only text')], []])).toBeUndefined();
});

/** Where a terminal stands after it has drawn a text. */
async function columnAfter(text: string): Promise<number> {
  const terminal = new xterm.Terminal({ cols: 200, rows: 3, allowProposedApi: true });
  await new Promise<void>(done => terminal.write(text, done));
  const { cursorX } = terminal.buffer.active;
  terminal.dispose();
  return cursorX;
}

test.each([
  ['letters', 'w = 3'],
  ['wide characters', '重み7한국어'],
  ['combining accents', 'm\u0302 + e\u0301'],
  ['from right to left', 'שלום 784'],
  ['marks that are not seen', 'a\u202eb\u200bc\u00add\ufeffe'],
  ['a control character', 'a\u0007b'],
])('the cursor stands where a terminal has drawn what is before it: %s', async (_, text) => {
  let entry = insert(EMPTY_TEXT, text);
  for (let left = entry.characters.length; left >= 0; left--) {
    const line = fieldLine(entry, true, 60);
    const at = line.findIndex(({ token }) => token === 'cursor');
    expect(cursorIn([line])?.x).toBe(await columnAfter(textOf(line.slice(0, at))));
    // Each step of the cursor is seen: nothing in the field takes no room.
    if (left > 0) {
      const before = cursorIn([line])?.x ?? 0;
      entry = edit(entry, 'left');
      expect(cursorIn([fieldLine(entry, true, 60)])?.x).toBeLessThan(before);
    }
  }
});
