import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellsReply } from '../../../src/answers/tensor/cells.ts';
import type { Edit, EntryAction } from '../../../src/app/entries/entry.ts';
import { gridEntries } from '../../../src/app/entries/grid.ts';
import { type GridEntry, type GridKey, readCell, textsOf } from '../../../src/app/entries/grid-cells.ts';
import { tableKey } from '../../answers/table/case.ts';
import { counted } from '../../answers/tensor/case.ts';
import { expectGrid } from '../consistency.ts';

const SQUARE = counted(2, 2);
const { empty, insert, edit, act, reply, read, isEmpty, goTo, gap } = gridEntries;

const typed = (text: string, key: GridKey = SQUARE): GridEntry =>
  [...text].reduce((now, character) => insert(now, character, key, false), empty(key));
const pasted = (text: string, key: GridKey, at = empty(key)): GridEntry => insert(at, text, key, true);
const acted = (entry: GridEntry, ...actions: EntryAction[]): GridEntry | null =>
  actions.reduce<GridEntry | null>((now, action) => now && act(now, action, SQUARE), entry);
const edited = (entry: GridEntry, ...edits: Edit[]): GridEntry =>
  edits.reduce((now, change) => edit(now, change, SQUARE), entry);
const place = ({ row, column, cells }: GridEntry): number[] => [row, column, cells[row]?.[column]?.cursor ?? -1];
const rows = (entry: GridEntry): string =>
  textsOf(entry)
    .map(row => row.join(' | '))
    .join(' / ');

describe('typed by hand', () => {
  it.each([
    ['1 2 3 4', '1 | 2 / 3 | 4'],
    ['1, 2, 3, 4', '1 | 2 / 3 | 4'],
    ['1 2; 3 4', '1 | 2 / 3 | 4'],
    ['1 2 ; 3 4', '1 | 2 / 3 | 4'],
    ['1;3', '1 |  / 3 | '],
    ['1 2 3 4 ', '1 | 2 / 3 | 4'],
    ['1 2 3 4 5', '1 | 2 / 3 | 4 5'],
    ['1 2; 3 4; 5', '1 | 2 / 3 | 4; 5'],
    ['0,5 -1/3 sqrt(2) 1e-3', '0,5 | -1/3 / sqrt(2) | 1e-3'],
    ['max(1, 2) (3 + 4)', 'max(1, 2) | (3 + 4) /  | '],
    ['max(1; 2', 'max(1; 2 |  /  | '],
    ['2 *', '2 | * /  | '],
    ['2* 3', '2* 3 |  /  | '],
    ['two words', 'two words |  /  | '],
    ['  1', '1 |  /  | '],
    ['1]', '1 |  /  | '],
    // in brackets, and with the signs that stand there
    ['[1 2; 3 4]', '1 | 2 / 3 | 4'],
    ['[[1,2],[3,4]]', '1 | 2 / 3 | 4'],
    ['[1, 0.5; 2 , 3]', '1 | 0.5 / 2 | 3'],
    ['[1 2]', '1 | 2 /  | '],
    ['[1 2; 3', '[1 2; 3 |  /  | '],
    ['[1 2 3]', '[1 2 3] |  /  | '],
  ])('%j', (text, cells) => {
    expect(rows(typed(text))).toBe(cells);
  });

  it('goes down the cells of a list, whichever sign stands between them', () => {
    for (const text of ['1 2 3', '1; 2; 3', '1, 2, 3', '[1 2 3]', '[1; 2; 3]'])
      expect(rows(typed(text, counted(3)))).toBe('1 / 2 / 3');
    expect(rows(typed('1 2 3', counted(1, 3)))).toBe('1 | 2 | 3');
    expect(rows(typed('1 024', counted(1)))).toBe('1 024');
  });

  it('inserts a space within a text as it stands', () => {
    expect(rows(insert(edited(typed('12'), 'left'), ' ', SQUARE, false))).toBe('1 2 |  /  | ');
  });
});

describe('pasted', () => {
  const deep = counted(2, 1, 2);
  const table = tableKey('a b', 'x y', [1, 2, 3, 4]);

  it.each<[string, GridKey, string]>([
    ['[1 2; 3 4]', SQUARE, '1 | 2 / 3 | 4'],
    ['array([[1., 2.],\n       [3., 4.]], dtype=float32)', SQUARE, '1. | 2. / 3. | 4.'],
    ['[[1. 2.]\n [3. 4.]]', table, '1. | 2. / 3. | 4.'],
    ['0,5\t1 024\r\n2\t\r\n', table, '0,5 | 1 024 / 2 | '],
    ['[pi 1; 2 3]', SQUARE, '3.141592653589793 | 1 / 2 | 3'],
    ['[[[1, 2]], [[3, 4]]]', deep, '1 | 2 / 3 | 4'],
    ['1\n2\n3\n', counted(3), '1 / 2 / 3'],
    ['1 2 3', counted(3), '1 / 2 / 3'],
    ['1\n2\n3', counted(1, 3), '1 | 2 | 3'],
    // a single value, and what is none
    ['1/3', SQUARE, '1/3 |  /  | '],
    ['two\nwords', SQUARE, 'two words |  /  | '],
    // a part of the grid
    ['1 2', SQUARE, '1 | 2 /  | '],
    ['1\n3', SQUARE, '1 |  / 3 | '],
    ['1 2', counted(3), '1 / 2 / '],
  ])('%j', (text, key, cells) => {
    const entry = pasted(text, key);
    expect(rows(entry)).toBe(cells);
    expect(entry.note).toBeNull();
  });

  it('fills from the current cell on, and the whole grid from its corner', () => {
    const second = acted(typed('9'), 'down');
    expect(second && rows(pasted('3 4', SQUARE, second))).toBe('9 |  / 3 | 4');
    expect(second && rows(pasted('[1 2; 3 4]', SQUARE, second))).toBe('1 | 2 / 3 | 4');
    expect(second && place(pasted('[1 2; 3 4]', SQUARE, second))).toEqual([1, 1, 1]);
  });

  it.each<[string, GridKey, string]>([
    ['[1 2 3; 4 5 6]', SQUARE, 'Nothing was pasted: this is 2×3, and 2×2 is wanted.'],
    ['[1 2 3; 4 5 6]', counted(3, 2), 'Nothing was pasted: this is 2×3, and 3×2 is wanted: its transpose would fit.'],
    ['1\n2\n3\n4', SQUARE, 'Nothing was pasted: this is 4×1, and 2×2 is wanted: write a ; between the rows.'],
    ['1 2 3', counted(2), 'Nothing was pasted: these are 3 numbers, and 2 are wanted.'],
    ['[1 2; 3 4; 5 6]', counted(2), 'Nothing was pasted: this is 3×2, and a list of 2 numbers is wanted.'],
    ['1\t2\n3', SQUARE, 'Nothing was pasted: its rows are not equally long.'],
  ])('%j does not fit and is not half-pasted', (text, key, note) => {
    const entry = pasted(text, key);
    expect(isEmpty(entry)).toBe(true);
    expect(entry.note).toBe(note);
    expect(insert(entry, '1', key, false).note).toBeNull();
    expect(edit(entry, 'right', key).note).toBeNull();
  });

  it('says so where the rest of the grid is too small', () => {
    const { note, cells } = pasted('3 4', SQUARE, typed('1 '));
    expect(note).toBe('Nothing was pasted: 1×2 cells do not fit from this one on.');
    expect(cells).toEqual(typed('1 ').cells);
  });
});

describe('the cursor', () => {
  it('goes up and down a column and beyond its ends into nothing', () => {
    const entry = typed('1 22 3 4');
    expect(acted(entry, 'up')).toMatchObject({ row: 0, column: 1 });
    expect(acted(entry, 'up', 'up')).toBeNull();
    expect(acted(entry, 'down')).toBeNull();
  });

  it('goes from cell to cell, row by row', () => {
    const first = goTo?.(typed('1 2 3 4'), 'first', SQUARE) ?? typed('');
    expect(acted(first, 'next-cell', 'next-cell')).toMatchObject({ row: 1, column: 0 });
    expect(acted(first, 'next-cell', 'next-cell', 'previous-cell')).toMatchObject({ row: 0, column: 1 });
    expect(acted(first, 'previous-cell')).toBeNull();
    expect(acted(typed('1 2 3 4'), 'next-cell')).toBeNull();
    expect(acted(first, 'next-part')).toBeNull();
  });

  it('moves within the text, and at its ends to the cell beside', () => {
    const entry = typed('11 22');
    expect(place(edited(entry, 'left'))).toEqual([0, 1, 1]);
    expect(place(edited(entry, 'start'))).toEqual([0, 1, 0]);
    expect(place(edited(entry, 'start', 'left'))).toEqual([0, 0, 2]);
    expect(place(edited(entry, 'start', 'left', 'right'))).toEqual([0, 1, 0]);
    expect(place(edited(entry, 'right'))).toEqual([0, 1, 2]);
    expect(place(edited(typed('1'), 'start', 'left'))).toEqual([0, 0, 0]);
  });

  it('goes back to the cell before where there is nothing to erase', () => {
    expect(place(edited(typed('1 2 '), 'erase'))).toEqual([0, 1, 1]);
    expect(rows(edited(typed('1 2 '), 'erase', 'erase'))).toBe('1 |  /  | ');
    expect(rows(edited(typed('1 234'), 'erase-all'))).toBe('1 |  /  | ');
    expect(place(edited(empty(SQUARE), 'erase'))).toEqual([0, 0, 0]);
  });

  it('goes to the cell that is no number, or else to one that is left out', () => {
    expect(goTo?.(typed('1 2 x'), 'unfinished', SQUARE)).toMatchObject({ row: 1, column: 0 });
    expect(goTo?.(typed('1;3'), 'unfinished', SQUARE)).toMatchObject({ row: 0, column: 1 });
    expect(goTo?.(typed('1;x'), 'unfinished', SQUARE)).toMatchObject({ row: 1, column: 0 });
    expect(goTo?.(typed('1'), 'last', SQUARE)).toMatchObject({ row: 1, column: 1 });
  });
});

describe('the reply', () => {
  it.each([
    ['1 2 3 4', '[1, 2; 3, 4]'],
    ['0,5 1/3 _ 4', '[(0,5), 1/3; _, 4]'],
    ['1;3', '[1, _; 3, _]'],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(reply(typed(text), SQUARE)).toBe(expected);
  });

  it.each(['W = 5', '[5]', '5;', '{5}', 'np.float64(5)', '[1 2] [1; 2]'])('keeps what %j means by itself', text => {
    const entry = pasted('1', SQUARE, typed(''));
    const cells = entry.cells.with(
      1,
      [...(entry.cells[1] ?? [])].with(0, { kind: 'text', characters: [...text], cursor: 0 }),
    );
    expect(read({ ...entry, cells }, SQUARE)).toMatchObject({ status: 'read', reply: [1, null, 5, null] });
  });

  it('says why the first cell that is no number is none', () => {
    expect(read(typed('1 two'), SQUARE)).toMatchObject({
      status: 'unreadable',
      reason: expect.stringContaining('"two"'),
    });
    // brackets of one cell open nothing in another
    expect(read({ ...typed('[1'), row: 0 }, SQUARE)).toMatchObject({ status: 'unreadable' });
    expect(read(pasted('1],[2', SQUARE), SQUARE)).toMatchObject({ status: 'unreadable' });
  });

  it('counts the cells that are left out, but not those left blank on purpose', () => {
    expect(gap?.(typed('1 2 3 4'), SQUARE)).toBeNull();
    expect(gap?.(typed('1 2 3'), SQUARE)).toBe('One cell is still empty.');
    expect(gap?.(typed('1 2'), SQUARE)).toBe('2 cells are still empty.');
    expect(gap?.(typed('1 2 _'), SQUARE)).toBe('One cell is still empty.');
  });
});

it('takes letters as commands until something is typed', () => {
  expect(gridEntries.situations(empty(SQUARE), SQUARE)).toEqual(['grid', 'text']);
  expect(gridEntries.situations(typed('1'), SQUARE)).toEqual(['grid', 'text', 'typing']);
});

const EDITS: readonly Edit[] = ['erase', 'erase-next', 'erase-all', 'left', 'right', 'start', 'end'];
const ACTIONS: readonly EntryAction[] = ['up', 'down', 'next-cell', 'previous-cell', 'next-part', 'toggle'];
const text = fc.oneof(
  fc.constantFrom('1', '0,5', '1/3 ', '; ', '[', ']', '[1 2; 3 4]', '[[1,2],[3,4]]', '1\t2\n3\t4', '1 2', '_', ','),
  fc.string({ unit: fc.constantFrom(...'0123456789.,;[] ()-e/\n\t') }),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const step = fc.oneof(
  fc.constantFrom(...EDITS).map(change => ({ change })),
  fc.constantFrom(...ACTIONS).map(action => ({ action })),
  fc.record({ text, pasted: fc.boolean() }),
);
const keys = fc.constantFrom<GridKey>(
  SQUARE,
  counted(3),
  counted(1),
  counted(1, 3),
  counted(2, 2, 2),
  tableKey('a b', 'x y z', [1, 2, 3, 4, 5, 6]),
);

const letters = (text: string) => ({ text, pasted: false });

/** But for the last digits that a number holds. */
function isSameNumber(one: number | null, other: number | null | undefined): boolean {
  if (one === null || typeof other !== 'number') return one === other;
  return Object.is(one, other) || Math.abs(one - other) <= 1e-12 * Math.abs(other);
}

it('stays a grid that can be read cell by cell, whatever is done to it', () => {
  fc.assert(
    fc.property(keys, fc.array(step, { maxLength: 30 }), (key, steps) => {
      const entry = steps.reduce((now, next) => {
        if ('change' in next) return edit(now, next.change, key);
        if ('action' in next) return act(now, next.action, key) ?? now;
        return insert(now, next.text, key, next.pasted);
      }, empty(key));
      expectGrid(entry, key);
      expect(reply(entry, key)).not.toMatch(/\p{Cc}/u);
      const cells = textsOf(entry).flat().map(readCell);
      const numbers = cells.map(cell => (cell.status === 'read' ? cell.reply[0] : null));
      const reading = read(entry, key);
      if (cells.some(({ status }) => status === 'unreadable')) expect(reading.status).toBe('unreadable');
      else if (numbers.every(number => number === null)) expect(reading.status).toBe('empty');
      else {
        const together = (reading.status === 'read' ? reading.reply : []) as CellsReply;
        expect(together.map((number, i) => isSameNumber(number, numbers[i]))).toEqual(numbers.map(() => true));
      }
      expect(goTo?.(entry, 'unfinished', key).cells.map(row => row.length)).toEqual(entry.cells.map(row => row.length));
    }),
    // What cannot be joined as it stands is joined by its value as it is shown, 1.8 for 0.6 times 3.
    { numRuns: 400, examples: [[SQUARE, [letters('[3];'), { change: 'start' }, letters(',6')]]] },
  );
});

it('takes a very long paste or typing in one go', () => {
  for (const how of [true, false]) expectGrid(insert(empty(SQUARE), '[1 2; '.repeat(20_000), SQUARE, how), SQUARE);
});
