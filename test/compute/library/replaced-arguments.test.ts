import { expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import {
  type Argument,
  ArgumentError,
  callLibrary,
  type LibraryFunction,
} from '../../../src/compute/library/function.ts';
import { chapters } from '../../../src/compute/library.ts';
import { type Node, sameShape } from '../../../src/compute/node.ts';
import { replace } from '../../../src/compute/replace.ts';
import { ShapeError } from '../../../src/compute/tensor.ts';
import { argumentsOf, fixtures } from '../../oracle/fixtures.ts';

/** Whatever argument of a call is replaced, the result is that of the call with the other argument. */

const rows = chapters.flatMap(({ functions }) => functions.map(row => [row.name, row] as const));

/** An argument of another case that has the same shape and is not the same. */
function otherFor(name: string, parameter: string, node: Node): Node | null {
  for (const { args } of fixtures(name)) {
    const other = argumentsOf(args).get(parameter);
    if (typeof other !== 'object' || !sameShape(other.shape, node.shape)) continue;
    if (other.data.some((value, i) => value !== node.data[i])) return other;
  }
  return null;
}

function called(row: LibraryFunction, args: ReadonlyMap<string, Argument>): Node | null {
  try {
    return callLibrary(row, args);
  } catch (error) {
    if (error instanceof ArgumentError || error instanceof ShapeError) return null;
    throw error;
  }
}

const partsOf = (node: Node): ReadonlyMap<string, Node> => fieldsOf(node) ?? new Map([['', node]]);

/** How many results of one function were compared. */
function compare(row: LibraryFunction): number {
  let compared = 0;
  for (const { args } of fixtures(row.name).slice(0, 8)) {
    const given = argumentsOf(args);
    for (const [parameter, node] of given) {
      const other = typeof node === 'object' ? otherFor(row.name, parameter, node) : null;
      const wanted = other && called(row, new Map([...given, [parameter, other]]));
      if (typeof node !== 'object' || !wanted || !other) continue;
      for (const [field, part] of partsOf(callLibrary(row, given))) {
        const expected = partsOf(wanted).get(field);
        if (!expected || !sameShape(expected.shape, part.shape) || part.args.length === 0) continue;
        const found = replace(part, new Map([[parameter, other]]), new Map([[parameter, node]]));
        const scale = Math.max(1, ...expected.data.map(Math.abs));
        expected.data.forEach((value, i) => {
          const off = Math.abs(value - (found.data[i] as number)) / scale;
          expect(off, `${row.name}, ${parameter} in ${JSON.stringify(args)}: ${field}`).toBeLessThan(1e-9);
        });
        compared++;
      }
    }
  }
  return compared;
}

test('a call is recomputed with any argument replaced', () => {
  const counts = rows.map(([, row]) => compare(row));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5000);
});
