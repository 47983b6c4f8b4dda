import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Tensor, tensor } from '../../src/compute/tensor.ts';
import { buildAuthor, parseAuthor, readTensor } from '../../src/language/evaluate.ts';

/** Matrix algebra on paper: one matrix in many notations, its laws, and the author's language as a second path. */

type Rows = readonly (readonly number[])[];

const number = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.integer({ min: -999, max: 999 }).map(n => n / 100),
);
const matrixOf = (rows: number, columns: number): fc.Arbitrary<Rows> => {
  const row = fc.array(number, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
};
const side = fc.integer({ min: 2, max: 4 });
const matrix = fc.tuple(side, side).chain(([rows, columns]) => matrixOf(rows, columns));

const NOTATIONS: readonly ((rows: Rows) => string)[] = [
  rows => `[${rows.map(row => row.join(' ')).join('; ')}]`,
  rows => `[${rows.map(row => row.join(', ')).join('; ')}]`,
  rows => `[${rows.map(row => row.join('  ')).join('\n')}]`,
  rows => `[\n${rows.map(row => `  ${row.join(', ')};`).join('\n')}]`.replace(/;\]$/, '\n]'),
  rows => `[${rows.map(row => `[${row.join(', ')}]`).join(', ')}]`,
  rows => `[${rows.map(row => `[${row.join(',')}]`).join(',')}]`,
  rows => `[${rows.map(row => `[${row.join(' ')}]`).join('\n ')}]`,
  rows => `[${rows.map(row => row.join(' ').replaceAll('.', ',')).join('; ')}]`,
  rows => `M = [${rows.map(row => row.join(' ').replaceAll('-', '−')).join(';')}]`,
  rows => `[${rows.map(row => row.map(x => `(${x} + 1) - 1`).join(' ')).join('; ')}]`.replaceAll('--', '- -'),
];
const written = NOTATIONS[0] as (rows: Rows) => string;

function expectSame(found: Tensor, expected: Tensor): void {
  expect(found.shape).toEqual(expected.shape);
  found.data.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.data[i] as number, 9);
  });
}

test.each(NOTATIONS)('a matrix of any numbers is read in notation %#', notation => {
  fc.assert(
    fc.property(matrix, rows => expectSame(readTensor(notation(rows)), tensor(rows))),
    { numRuns: 200 },
  );
});

test('a product is that of the author’s language, and its transpose is that of the transposes in turn', () => {
  const pair = fc.tuple(side, side, side).chain(([m, k, n]) => fc.tuple(matrixOf(m, k), matrixOf(k, n)));
  fc.assert(
    fc.property(pair, ([left, right]) => {
      const [a, b] = [written(left), written(right)];
      const author = buildAuthor(parseAuthor(`${JSON.stringify(left)} @ ${JSON.stringify(right)}`), new Map());
      for (const sign of [' ', '', '*', ' · ']) expectSame(readTensor(`${a}${sign}${b}`), author);
      expectSame(readTensor(`(${a} ${b})^T`), readTensor(`${b}^T ${a}^T`));
    }),
  );
});

test('a matrix times its inverse is the identity, and its powers add up', () => {
  const square = side.chain(n => matrixOf(n, n));
  fc.assert(
    fc.property(square, rows => {
      // With a heavy diagonal there is an inverse.
      const heavy = rows.map((row, i) => row.map((x, j) => (i === j ? 100 + x : x)));
      const [a, n] = [written(heavy), rows.length];
      expectSame(readTensor(`${a} ${a}^-1`), readTensor(`${a}^0`));
      expectSame(readTensor(`${a}^0 ones(${n}, ${n})`), readTensor(`ones(${n}, ${n})`));
      expectSame(readTensor(`(${a}/100)^5`), readTensor(`(${a}/100)^2 (${a}/100)^3`));
      expectSame(readTensor(`${a}.^2`), readTensor(`${a} ⊙ ${a}`));
    }),
  );
});

test('a column’s softmax is that of the author’s list', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 2, maxLength: 6 }), numbers => {
      const author = buildAuthor(parseAuthor(`softmax(${JSON.stringify(numbers)})`), new Map());
      const column = readTensor(`softmax([${numbers.join('; ')}])`);
      expect(column.shape).toEqual([numbers.length, 1]);
      expect(column.data).toEqual(author.data);
    }),
  );
});
