import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RubricKey } from '../../../src/answers/rubric/key.ts';
import { rubricParts } from '../../../src/answers/rubric/reply.ts';
import type { Edit, EntryAction } from '../../../src/app/entries/entry.ts';
import { EMPTY_PAGE, type PageEntry, pageEntries, pageOf, pageText } from '../../../src/app/entries/page.ts';
import { lineAt, pageLines } from '../../../src/app/entries/page-lines.ts';
import { expectPage } from '../consistency.ts';

const KEY: RubricKey = { kind: 'rubric', points: [{ text: 'it says so', credits: 1 }], model: null };
const insert = (entry: PageEntry, text: string): PageEntry => pageEntries.insert(entry, text, KEY, true);
const edit = (entry: PageEntry, change: Edit): PageEntry => pageEntries.edit(entry, change, KEY);
const act = (entry: PageEntry, action: EntryAction): PageEntry | null => pageEntries.act(entry, action, KEY);
/** A page with its cursor where the bar stands. */
const at = (text: string): PageEntry => ({ ...pageOf(text.replace('|', '')), cursor: [...text].indexOf('|') });
const shown = (entry: PageEntry): string => entry.characters.toSpliced(entry.cursor, 0, '|').join('');

describe('lines', () => {
  const broken = (text: string, width: number): string[] =>
    pageLines([...text], width).map(({ from, to }) => [...text].slice(from, to).join(''));

  it.each([
    ['', 8, ['']],
    ['one two three', 8, ['one two ', 'three']],
    ['one two three', 7, ['one two ', 'three']],
    ['one two three', 6, ['one ', 'two ', 'three']],
    ['a\n\nb\n', 8, ['a', '', 'b', '']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['to abcdefgh', 4, ['to ', 'abcd', 'efgh']],
    ['abcd  ef', 4, ['abcd ', ' ef']],
    ['a\nabcd ef', 4, ['a', 'abcd ', 'ef']],
  ])('of %j in %d columns', (text, width, lines) => {
    expect(broken(text, width)).toEqual(lines);
  });

  it('are all of the text, and none is too wide', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '界'), { maxLength: 80 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (characters, width) => {
        const widthOf = (character: string): number => (character === '界' ? 2 : 1);
        const lines = pageLines(characters, width, widthOf);
        const again = lines.map(({ from, to, soft }) => `${characters.slice(from, to).join('')}${soft ? '' : '\n'}`);
        expect(again.join('')).toBe(`${characters.join('')}\n`);
        for (const { from, to, soft } of lines) {
          const own = characters.slice(from, to).map(widthOf);
          const blank = characters[to - 1] === ' ' ? 1 : 0;
          expect(own.reduce((sum, columns) => sum + columns, 0)).toBeLessThanOrEqual(width + blank);
          if (soft) expect(to).toBeGreaterThan(from);
        }
        for (let cursor = 0; cursor <= characters.length; cursor++) expect(lines[lineAt(lines, cursor)]).toBeDefined();
      }),
    );
  });
});

describe('writing', () => {
  it.each([
    ['keeps line breaks of every sort', 'a|b', '1\r\n2\r3\n4\u2028', 'a1\n2\n3\n4\n|b'],
    ['makes four spaces of a tab', '|', '\tx', '    x|'],
    ['drops what a terminal would obey', '|', 'a\x1b[31mb\x07\u009bc', 'a[31mbc|'],
    ['joins an accent to the letter before it', 'e|', '\u0301', 'e\u0301|'],
    ['leaves no half of a character', '|', 'a\ud800', 'a\ufffd|'],
  ])('%s', (_, before, text, after) => {
    expect(shown(insert(at(before), text))).toBe(after);
  });

  it('holds 20,000 characters, and leaves out what comes after', () => {
    const full = insert(EMPTY_PAGE, 'ab\n'.repeat(10_000));
    expect(pageText(full)).toHaveLength(20_000);
    expect(insert({ ...full, cursor: 5 }, 'x')).toEqual({ ...full, cursor: 5 });
    expect(pageEntries.read(full, KEY).status).toBe('read');
  });

  it('begins a new line', () => {
    expect(shown(act(at('a|b'), 'newline') as PageEntry)).toBe('a\n|b');
  });
});

describe('moving and erasing', () => {
  const long = `${'word '.repeat(14)}next words`;
  it.each<[Edit, string, string]>([
    ['erase', 'a\n|b', 'a|b'],
    ['erase-next', 'a|\nb', 'a|b'],
    ['erase', '|a', '|a'],
    ['erase-next', 'a|', 'a|'],
    ['left', 'a\n|b', 'a|\nb'],
    ['right', 'a|\nb', 'a\n|b'],
    ['start', 'a\nb|c', 'a\n|bc'],
    ['end', 'a|b\nc', 'ab|\nc'],
    ['erase-all', 'a\nb|c\nd', 'a\n|\nd'],
    ['erase-all', 'a\n|\nd', 'a\n|d'],
    ['erase-all', 'a\n|', 'a|'],
    ['erase-all', '|', '|'],
    ['start', `${long}|`, `${long.slice(0, 70)}|next words`],
    ['end', `|${long}`, `${long.slice(0, 69)}| next words`],
    ['erase-all', `${long}|`, `${long.slice(0, 70)}|`],
  ])('%s: %j', (change, before, after) => {
    expect(shown(edit(at(before), change))).toBe(after);
  });

  it.each<[EntryAction, string, string | null]>([
    ['up', 'abc\nd|e', 'a|bc\nde'],
    ['up', 'a\nbc|d', 'a|\nbcd'],
    ['down', 'ab|c\nd', 'abc\nd|'],
    ['down', `wo|${long.slice(2)}`, `${long.slice(0, 70)}ne|xt words`],
    ['up', `${long.slice(0, 70)}ne|xt words`, `wo|${long.slice(2)}`],
    ['up', 'ab|c', null],
    ['down', 'a\nb|c', null],
    ['toggle', 'a|', null],
  ])('%s: %j', (action, before, after) => {
    const moved = act(at(before), action);
    expect(moved && shown(moved)).toBe(after);
  });
});

it('is a reply in which nothing is granted yet, and none at all where nothing was written', () => {
  expect(pageEntries.reply(pageOf('1 3\nmore'), KEY)).toBe('none\n\n1 3\nmore');
  expect(pageEntries.reply(pageOf(' \n '), KEY)).toBe('');
  expect([pageOf(' \n '), pageOf('a')].map(pageEntries.isEmpty)).toEqual([true, false]);
  expect(pageEntries.read(pageOf(' \n '), KEY)).toEqual({ status: 'empty' });
});

it('stays a page that can be read and kept, whatever is done', () => {
  const edits = fc.constantFrom<Edit>('erase', 'erase-next', 'erase-all', 'left', 'right', 'start', 'end');
  const actions = fc.constantFrom<EntryAction>('up', 'down', 'newline', 'toggle').map(action => ({ action }));
  const text = fc.string({ unit: 'binary', maxLength: 200 }).map(typed => ({ typed }));
  fc.assert(
    fc.property(fc.array(fc.oneof(edits, actions, text)), steps => {
      const entry = steps.reduce<PageEntry>((now, step) => {
        if (typeof step === 'string') return edit(now, step);
        return 'action' in step ? (act(now, step.action) ?? now) : insert(now, step.typed);
      }, EMPTY_PAGE);
      expectPage(entry);
      const reply = pageEntries.reply(entry, KEY);
      if (pageEntries.isEmpty(entry)) expect(reply).toBe('');
      else expect(rubricParts(reply)).toEqual({ granted: 'none', written: pageText(entry) });
      expect(pageEntries.read(entry, KEY).status).toBe(pageEntries.isEmpty(entry) ? 'empty' : 'read');
    }),
  );
});

it('counts characters as a reader does when it is written character by character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
      const slowly = [...text].reduce(insert, EMPTY_PAGE);
      expect(slowly).toEqual(pageOf(text));
    }),
  );
});
