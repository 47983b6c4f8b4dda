import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceKey } from '../../src/answers/choice/choice.ts';
import {
  type BoxesEntry,
  type Edit,
  edit,
  insert,
  isEmpty,
  moveRow,
  replyText,
  rowsOf,
  type TextEntry,
  tick,
} from '../../src/app/entry.ts';
import { graphemes } from '../../src/notation/columns.ts';

const EMPTY: TextEntry = { kind: 'text', characters: [], cursor: 0 };
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
    expect([replyText(entry), entry.cursor]).toEqual([after, at]);
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
    expect([replyText(entry), entry.cursor]).toEqual([after, cursor]);
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
        expect(replyText(entry)).not.toMatch(/\p{Cc}/u);
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

describe('boxes', () => {
  const options = ['a', 'b', 'c'].map((label, i) => ({ label, text: label, right: i === 0, why: null }));
  const many: ChoiceKey = { kind: 'choice', many: true, options };
  const one: ChoiceKey = { kind: 'choice', many: false, options };
  const none: BoxesEntry = { kind: 'boxes', ticked: [], none: false, row: 0 };

  it('ticks several in the order of the labels, and unticks', () => {
    const both = tick(tick(none, 2, many), 0, many);
    expect(replyText(both)).toBe('a,c');
    expect(replyText(tick(both, 2, many))).toBe('a');
  });

  it('moves the tick where one option is right', () => {
    expect(replyText(tick(tick(none, 0, one), 1, one))).toBe('b');
    expect(isEmpty(tick(tick(none, 0, one), 0, one))).toBe(true);
  });

  it('says "none" in place of ticks, and ticks in place of "none"', () => {
    const nothing = tick(tick(none, 0, many), 3, many);
    expect([replyText(nothing), isEmpty(nothing)]).toEqual(['none', false]);
    expect(replyText(tick(nothing, 1, many))).toBe('b');
    expect(isEmpty(tick(nothing, 3, many))).toBe(true);
  });

  it('has a row for "none" only where any number may be right, and stays inside', () => {
    expect([rowsOf(many), rowsOf(one)]).toEqual([4, 3]);
    expect([moveRow(none, 9, many).row, moveRow(none, 9, one).row, moveRow(none, -1, one).row]).toEqual([3, 2, 0]);
  });
});
