import fc from 'fast-check';
import type { TableKey } from '../../../src/answers/table/table.ts';
import { cellTolerance } from '../../../src/answers/tensor/cells.ts';
import type { KindCase } from '../kinds.ts';
import { finite, gridTexts, tolerance } from '../tensor/case.ts';

/** A table with these labels, apart by blanks. */
export function tableKey(
  rows: string,
  columns: string,
  values: readonly number[],
  mistakes: readonly (readonly number[])[] = [],
): TableKey {
  return {
    kind: 'table',
    rows: rows.split(' '),
    columns: columns.split(' '),
    values,
    accepts: cellTolerance(values, null, false),
    mistakes: mistakes.map(wrong => ({
      values: wrong,
      accepts: cellTolerance(values, null, false),
      tag: `tag ${wrong.join(' ')}`,
      because: `because ${wrong.join(' ')}`,
    })),
  };
}

const labels = (length: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom('$f_t$', '$t = 1$', 'gate', '**o**', '$|x|$', '$\\|x\\|$', ''), {
    minLength: length,
    maxLength: length,
  });

const tableKeys: fc.Arbitrary<TableKey> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
  .chain(([height, width]) =>
    fc.record({
      kind: fc.constant('table' as const),
      rows: labels(height),
      columns: labels(width),
      values: fc.array(finite, { minLength: height * width, maxLength: height * width }),
      accepts: tolerance,
      mistakes: fc.constant([]),
    }),
  );

export const GATES = tableKey('$f$ $i$', '$t=1$ $t=2$', [0.5, 0.25, 1, 0.75], [[0.5, 0.5, 1, 1]]);

export const tableCase: KindCase<TableKey> = {
  keys: fc.oneof(tableKeys, fc.constant(GATES)),
  replies: gridTexts,
  mistakes: [
    ['[0.5 0.5; 1 1]', GATES, /^because 0\.5 0\.5 1 1$/],
    ['[0.5 0.3; 1 0.75]', GATES, /^Wrong: \$f\$, \$t=2\$\.$/],
    ['[0.5 0.25; _ 0.75]', GATES, /^Left blank: \$i\$, \$t=1\$\.$/],
    ['[0.5 1; 0.25 0.75]', GATES, /transpose/],
  ],
};
