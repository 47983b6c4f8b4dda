import fc from 'fast-check';
import type { Tolerance } from '../../../src/answers/number/tolerance.ts';
import { type CellTolerance, cellTolerance } from '../../../src/answers/tensor/cells.ts';
import { MOST_CELLS, type TensorKey, type TensorMistake } from '../../../src/answers/tensor/tensor.ts';
import { sizeOf } from '../../../src/compute/tensor.ts';
import type { KindCase } from '../kinds.ts';

/** A key of these values, with mistakes that have others. */
export function tensorKey(
  shape: readonly number[],
  values: readonly number[],
  rule: Tolerance | null = null,
  mistakes: readonly (readonly number[])[] = [],
): TensorKey {
  const mistake = (wrong: readonly number[]): TensorMistake => ({
    values: wrong,
    accepts: cellTolerance(values, rule, false),
    tag: `tag ${wrong.join(' ')}`,
    because: `because ${wrong.join(' ')}`,
  });
  return {
    kind: 'tensor',
    shape,
    values,
    accepts: cellTolerance(values, rule, false),
    mistakes: mistakes.map(mistake),
  };
}

/** 1, 2, 3 … in this shape. */
export function counted(...shape: readonly number[]): TensorKey {
  return tensorKey(
    shape,
    Array.from({ length: sizeOf(shape) }, (_, i) => i + 1),
  );
}

export const shapes: fc.Arbitrary<readonly number[]> = fc
  .array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 })
  .filter(shape => sizeOf(shape) <= MOST_CELLS);

/** No key is −0: the engine never yields it. */
export const finite = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(value => value + 0),
  fc.double({ noNaN: true, min: -1e300, max: 1e300 }).map(value => value + 0),
);

export const tolerance: fc.Arbitrary<CellTolerance> = fc.record({
  absolute: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 10, noNaN: true })),
  relative: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.1, noNaN: true })),
});

const tensorKeys: fc.Arbitrary<TensorKey> = fc
  .tuple(shapes, tolerance)
  .chain(([shape, accepts]) =>
    fc
      .array(finite, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
      .map((values): TensorKey => ({ kind: 'tensor', shape, values, accepts, mistakes: [] })),
  );

const cell = fc.oneof(
  finite.map(String),
  fc.constantFrom('_', '?', '1/3', 'sqrt(2)', '2^-4', '0,5', '(0,5)', '1 024', '-2', '−2', 'π', '50%'),
);

export const gridTexts: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), fc.nat(5))
  .map(([rows, style]) => {
    const joined = (between: string, behind: string): string => rows.map(row => row.join(between)).join(behind);
    const written = [
      `[${joined(' ', '; ')}]`,
      `[[${joined(', ', '], [')}]]`,
      `array([[${joined(', ', '],\n       [')}]])`,
      joined('\t', '\n'),
      joined(', ', '\n'),
      joined(' ', '; '),
    ];
    return written[style] as string;
  });

const SQUARE = tensorKey([2, 2], [1, 2, 3, 5], null, [[1, 2, 3, 6]]);

export const tensorCase: KindCase<TensorKey> = {
  keys: fc.oneof(tensorKeys, fc.constantFrom(SQUARE, counted(3), counted(1, 3), counted(3, 2), counted(1))),
  replies: gridTexts,
  mistakes: [
    ['[1 2; 3 6]', SQUARE, /^because 1 2 3 6$/],
    ['[1 2; 3 6.001]', SQUARE, /^because 1 2 3 6$/],
    ['[1 2; 4 6]', SQUARE, /^Wrong: row 2, column 1; row 2, column 2\.$/],
    ['[1 2; _ 6]', SQUARE, /^Wrong: row 2, column 2\. Left blank: row 2, column 1\.$/],
    ['[1 3; 2 5]', SQUARE, /transpose/],
    ['3 2 1', counted(3), /reverse order/],
    ['-1 -2 -3', counted(3), /opposite sign/],
  ],
};
