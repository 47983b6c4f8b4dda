import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/app/entries/entry.ts';
import {
  EMPTY_TEXT as EMPTY,
  edit,
  insert,
  type TextEntry,
  textEntries,
  textOf,
} from '../../../src/app/entries/text.ts';
import { graphemes } from '../../../src/notation/columns.ts';

const { isEmpty } = textEntries('');
const text = (typed: string, cursor?: number): TextEntry => {
  const entry = insert(EMPTY, typed);
  return { ...entry, cursor: cursor ?? entry.cursor };
};

describe('a line of text', () => {
  it.each([
    ['puts what is typed at the cursor', '74', 1, '8', '784', 2],
    ['takes a pasted list in one line', '', 0, '1\r\n2\n\n3\t4', '1 2 3 4', 7],
    ['drops what a terminal would obey', '', 0, '7\x1b[31m8\x07\x00\u009b4', '7[31m84', 7],
    ['counts a letter with its accent as one', '', 0, 'e\u0301a', 'e\u0301a', 2],
    ['joins an accent to the letter before it', 'e', 1, '\u0301', 'e\u0301', 1],
    ['counts a family as one', '', 0, '👨‍👩‍👧1', '👨‍👩‍👧1', 2],
  ])('%s', (_, before, cursor, typed, after, at) => {
    const entry = insert(text(before, cursor), typed);
    expect([textOf(entry), entry.cursor]).toEqual([after, at]);
  });

  it('holds 500 characters and keeps the cursor among them', () => {
    const full = insert(EMPTY, '1'.repeat(10_000));
    expect([full.characters.length, full.cursor]).toEqual([500, 500]);
    expect(insert({ ...full, cursor: 3 }, '7')).toEqual({ ...full, cursor: 3 });
    expect(insert(text('1'.repeat(498), 0), 'abc')).toMatchObject({ cursor: 2 });
  });

  it.each<[Edit, string, number]>([
    ['erase', '14', 1],
    ['erase-next', '12', 2],
    ['erase-all', '', 0],
    ['left', '124', 1],
    ['right', '124', 3],
    ['start', '124', 0],
    ['end', '124', 3],
  ])('understands %s', (change, after, cursor) => {
    const entry = edit(text('124', 2), change);
    expect([textOf(entry), entry.cursor]).toEqual([after, cursor]);
  });

  it.each<[Edit, number]>([
    ['erase', 0],
    ['left', 0],
    ['right', 2],
    ['erase-next', 2],
  ])('leaves the text alone when there is nothing to %s', (change, cursor) => {
    expect(edit(text('12', cursor), change)).toEqual(text('12', cursor));
  });

  it('stays a line of whole characters with the cursor inside, whatever is done', () => {
    const change = fc.constantFrom<Edit>('erase', 'erase-next', 'erase-all', 'left', 'right', 'start', 'end');
    const doing = fc.array(
      fc.oneof(
        change,
        fc.string({ unit: 'binary', maxLength: 300 }).map(typed => ({ typed })),
      ),
    );
    fc.assert(
      fc.property(doing, steps => {
        const entry = steps.reduce<TextEntry>(
          (now, step) => (typeof step === 'string' ? edit(now, step) : insert(now, step.typed)),
          EMPTY,
        );
        expect(entry.characters.length).toBeLessThanOrEqual(500);
        expect(entry.cursor).toBeGreaterThanOrEqual(0);
        expect(entry.cursor).toBeLessThanOrEqual(entry.characters.length);
        expect(textOf(entry)).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('counts as a reader does when it is typed character by character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('e', '\u0301', '🇩', '🇪', '👍', '🏽', '\u200d', '한', '7') }),
        typed => {
          const entry = [...typed].reduce((now, character) => insert(now, character), EMPTY);
          expect(entry.characters).toEqual(graphemes(typed));
          expect(entry.cursor).toBe(entry.characters.length);
        },
      ),
    );
  });

  it('is empty as long as it is blank', () => {
    expect([isEmpty(EMPTY), isEmpty(text('  ')), isEmpty(text(' 0'))]).toEqual([true, true, false]);
  });
});
