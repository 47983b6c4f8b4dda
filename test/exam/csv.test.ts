import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../src/commands/transfer/export-cells.ts';
import { decodeCsv, readCsv, TableError } from '../../src/exam/csv.ts';

const cellsOf = (text: string): (readonly string[])[] => readCsv(text, 'class.csv').map(({ cells }) => cells);

describe('reading CSV', () => {
  it('reads quotes, line breaks in cells, and rows of any line break', () => {
    expect(cellsOf('a,"b, ""c""",\r\n"one\ntwo",,3\rx')).toEqual([['a', 'b, "c"', ''], ['one\ntwo', '', '3'], ['x']]);
  });

  it.each([
    ['commas', 'name,id\nA;B,1', ['A;B', '1']],
    ['semicolons', 'name;id\n"A, B";1', ['A, B', '1']],
    ['tabs', 'name\tid\nA\t1,5', ['A', '1,5']],
    ['semicolons beside commas in quotes', '"Name, full";id\nA;1', ['A', '1']],
    ['what it says itself', 'sep=;\nname,first;id\nA;1', ['A', '1']],
    ['nothing at all', 'name\nA', ['A']],
  ])('finds out that cells are divided by %s', (_, text, row) => {
    expect(cellsOf(text)[1]).toEqual(row);
  });

  it('leaves out a byte order mark and blank rows, and keeps the lines of all others', () => {
    const rows = readCsv('\uFEFFname,id\r\n\r\n , \r\n"A\r\nB",1\r\nC,2\r\n', 'class.csv');
    expect(rows).toEqual([
      { line: 1, cells: ['name', 'id'] },
      { line: 4, cells: ['A\r\nB', '1'] },
      { line: 6, cells: ['C', '2'] },
    ]);
    expect(readCsv('sep=;\r\na;b', 'class.csv')).toEqual([{ line: 2, cells: ['a', 'b'] }]);
    expect(readCsv('', 'class.csv')).toEqual([]);
  });

  it.each([
    ['a,b\n1,"2\n3', 'class.csv:2: a quote is opened and never closed'],
    ['a,b\n"1" x,2', 'class.csv:2: " x,2" follows a closing quote'],
    [
      'a\n5" pipe',
      'class.csv:2: "5" pipe" has a quote in it: put the cell in quotes, and write each quote within twice',
    ],
    ['"a\nb"\n"c', 'class.csv:3: a quote is opened and never closed'],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => readCsv(text, 'class.csv')).toThrow(new TableError([{ file: 'class.csv', ...split(message) }]));
  });

  it('takes nothing but UTF-8', () => {
    expect(decodeCsv(new TextEncoder().encode('Müller'), 'class.csv')).toBe('Müller');
    expect(() => decodeCsv(Uint8Array.of(0x4d, 0xfc, 0x6c), 'class.csv')).toThrow('class.csv:1: is not UTF-8');
  });

  it('reads back what exports write', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...',;\t"\r\n ab1ü') }), fc.string({ unit: 'grapheme' }));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, written => {
        // Exports put an apostrophe before what a spreadsheet would compute.
        const plain = written.map(cells =>
          cells.map(text => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `x${text}` : text)),
        );
        const text = ['name,id,form\r\n', ...plain.map(csvLine)].join('');
        const kept = plain.filter(cells => cells.some(value => value.trim() !== ''));
        expect(cellsOf(text).slice(1)).toEqual(kept);
      }),
    );
  });

  it('ends on anything, with rows or with an error of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'",;\t\r\na') }), text => {
        try {
          expect(readCsv(text, 'x').every(({ line, cells }) => line >= 1 && cells.length >= 1)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(TableError);
        }
      }),
    );
  });
});

function split(message: string): { line: number; message: string } {
  const [, line, rest = ''] = /^class\.csv:(\d+): ([\s\S]*)$/.exec(message) ?? [];
  return { line: Number(line), message: rest };
}
