import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridReply, gridShape, pastedCells } from '../../../src/answers/tensor/grid-text.ts';
import { tensorKind } from '../../../src/answers/tensor/tensor.ts';
import { type Shape, sizeOf } from '../../../src/compute/tensor.ts';
import { readNumber } from '../../../src/language/evaluate.ts';
import { tableKey } from '../table/case.ts';
import { counted, finite, shapes, tensorKey } from './case.ts';

describe('the grid of a key', () => {
  test.each([
    ['a vector is a column', counted(3), { rows: 3, columns: 1, shape: [3] }],
    ['a matrix', counted(2, 3), { rows: 2, columns: 3, shape: [2, 3] }],
    ['a row', counted(1, 3), { rows: 1, columns: 3, shape: [1, 3] }],
    ['the rows of a deeper array', counted(2, 2, 3), { rows: 4, columns: 3, shape: [2, 2, 3] }],
    ['a table', tableKey('a b', 'x y z', [1, 2, 3, 4, 5, 6]), { rows: 2, columns: 3, shape: [2, 3] }],
  ])('%s', (_, key, shape) => {
    expect(gridShape(key)).toEqual(shape);
  });
});

describe('the cells as one reply', () => {
  test.each<[string[][], Shape, string]>([
    [
      [
        ['1', '2'],
        ['3', '4'],
      ],
      [2, 2],
      '[1, 2; 3, 4]',
    ],
    [[['1'], [''], ['3']], [3], '[1, _, 3]'],
    [
      [
        ['1', '2'],
        ['3', '4'],
      ],
      [2, 1, 2],
      '[[[1, 2]], [[3, 4]]]',
    ],
    [[[' 0,5 '], ['1 024'], ['max(1, 2)']], [3], '[(0,5), (1 024), (max(1, 2))]'],
    [[['0,5']], [1], '0,5'],
    [
      [
        ['', ''],
        ['', ' '],
      ],
      [2, 2],
      '',
    ],
  ])('%j', (cells, shape, reply) => {
    expect(gridReply(cells, shape)).toBe(reply);
  });
});

/** Ways to write a number in a cell. */
const cell = fc.oneof(
  finite.map(String),
  fc.constantFrom(
    '',
    '0,5',
    '-1,25',
    '1 024',
    '1/3',
    'sqrt(2)',
    '2^-4',
    '- 3',
    '+4',
    '(1+2)*3',
    '5 %',
    'max(1, 2)',
    '1e-3',
  ),
);
const grids = shapes.chain(shape => {
  const columns = shape.length > 1 ? (shape.at(-1) as number) : 1;
  const rows = sizeOf(shape) / columns;
  return fc.tuple(
    fc.constant(shape),
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );
});

test('what stands in the cells is what is read', () => {
  fc.assert(
    fc.property(grids, ([shape, cells]) => {
      const texts = cells.flat();
      const reading = tensorKind.read(gridReply(cells, shape), tensorKey(shape, new Array(texts.length).fill(1)));
      if (texts.every(text => text === '')) expect(reading).toEqual({ status: 'empty' });
      else
        expect(reading).toMatchObject({
          status: 'read',
          reply: texts.map(text => (text === '' ? null : readNumber(text))),
        });
    }),
    { numRuns: 1000 },
  );
});

test('what was understood is understood again as the same', () => {
  fc.assert(
    fc.property(grids, ([shape, cells]) => {
      const key = tensorKey(shape, new Array(cells.flat().length).fill(0.5));
      const first = tensorKind.read(gridReply(cells, shape), key);
      if (first.status !== 'read') return;
      const again = tensorKind.read(first.readAs, key);
      expect(again).toMatchObject({ status: 'read', readAs: first.readAs });
      if (again.status === 'read') expect(tensorKind.mark(again.reply, key)).toEqual(tensorKind.mark(first.reply, key));
    }),
    { numRuns: 1000 },
  );
});

test('a reply that is pasted fills the grid as it was', () => {
  fc.assert(
    fc.property(grids, ([shape, cells]) => {
      const reply = gridReply(cells, shape);
      fc.pre(reply !== '' && cells.flat().length > 1);
      expect(pastedCells(reply, shape)).toEqual(cells);
    }),
    { numRuns: 500 },
  );
});

describe('pasted', () => {
  test.each<[string, string[][] | null]>([
    [
      '[1 2; 3 4]',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '[[1, 2], [3, 4]]',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'array([[1., 2.],\n       [3., 4.]], dtype=float32)',
      [
        ['1.', '2.'],
        ['3.', '4.'],
      ],
    ],
    [
      '[[1. 2.]\n [3. 4.]]',
      [
        ['1.', '2.'],
        ['3.', '4.'],
      ],
    ],
    [
      '[[[1, 2]], [[3, 4]]]',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '[1 2; 3 4]^T',
      [
        ['1', '3'],
        ['2', '4'],
      ],
    ],
    [
      'W = [1 _; sqrt(2) 4]',
      [
        ['1', ''],
        ['sqrt(2)', '4'],
      ],
    ],
    [
      '0,5\t1 024\n2\t\n',
      [
        ['0,5', '1 024'],
        ['2', ''],
      ],
    ],
    ['0,5\n1,5\n2', [['0,5'], ['1,5'], ['2']]],
    ['1;2;3', [['1'], ['2'], ['3']]],
    ['1, 2, 3', [['1', '2', '3']]],
    ['1 2 3', [['1', '2', '3']]],
    ['(1, 2, 3)', [['1', '2', '3']]],
    ['[0,5 1,5]', [['0,5', '1,5']]],
    // a single cell's text
    ['5', null],
    ['[5]', null],
    ['0,5', null],
    ['1 024', null],
    ['1/3', null],
    ['max(1, 2)', null],
    ['2 +', null],
    // no numbers at all
    ['', null],
    [' \n', null],
    ['two words', null],
    ['[1 2', null],
    ['2 [1 2]', null],
    ['[1 2] [3; 4]', null],
    ['\u001b[2J', null],
    ['1 '.repeat(3000), null],
  ])('%j', (text, cells) => {
    expect(pastedCells(text)).toEqual(cells);
  });

  test.each<[string, Shape, string[][]]>([
    ['1, 2, 3', [3], [['1'], ['2'], ['3']]],
    ['[1; 2; 3]', [1, 3], [['1', '2', '3']]],
    [
      '1,2\n3,4',
      [2, 2],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1,2\n3,4', [2], [['1,2'], ['3,4']]],
    [
      '[1,2;3,4]',
      [2, 2],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    // as it stands, where it does not fit
    ['[1 2 3]', [2], [['1', '2', '3']]],
    [
      '[1 2; 3 4]',
      [4],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
  ])('%j where %j is wanted', (text, shape, cells) => {
    expect(pastedCells(text, shape)).toEqual(cells);
  });

  test('any text without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        for (const row of pastedCells(text) ?? []) expect(row.length).toBeGreaterThan(0);
      }),
    );
  });
});
