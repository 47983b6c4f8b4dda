import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { GradientError, gradient } from '../../../src/compute/gradient.ts';
import {
  type Argument,
  ArgumentError,
  callLibrary,
  type LibraryFunction,
  signature,
} from '../../../src/compute/library/function.ts';
import { chapters, library } from '../../../src/compute/library.ts';
import { constant, type Node } from '../../../src/compute/node.ts';
import { nested, ShapeError } from '../../../src/compute/tensor.ts';
import { plus, sumOver, times } from '../../../src/compute/terms.ts';
import { renderMarkdown } from '../../../src/notation/terminal.ts';
import { argumentsOf, fixtures } from '../../oracle/fixtures.ts';
import { expectSoundSteps } from '../sound-steps.ts';
import { variable } from '../support.ts';

/** What holds for every function of the library, whoever adds one. Its arguments are those of its oracle's cases. */

const rows = chapters.flatMap(({ functions }) => functions.map(row => [row.name, row] as const));

test('no two functions share a name', () => {
  expect(library.size).toBe(rows.length);
});

describe('documents itself', () => {
  test.each(rows)('%s', (name, row) => {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(signature(row)).toContain(name);
    expect(row.summary).toMatch(/^[\p{Lu}−\d`].*[.)]$/su);
    expect(row.source).not.toBe('');
    expect(row.formula).not.toBe('');
    const page = renderMarkdown(`$${row.formula}$`, { width: 200 });
    expect(page.length, 'the formula can be set').toBeGreaterThan(0);
  });
});

describe('prints steps that can be computed again', () => {
  test.each(rows)('%s', name => {
    for (const { args } of fixtures(name)) {
      expectSoundSteps(callLibrary(library.get(name) as LibraryFunction, argumentsOf(args)));
    }
  });

  test('nearly all of them, so that the check means something', () => {
    const all = rows.flatMap(([name, row]) => fixtures(name).map(({ args }) => callLibrary(row, argumentsOf(args))));
    const counts = all.map(expectSoundSteps);
    expect(counts.filter(count => count > 0).length / all.length).toBeGreaterThan(0.7);
  });
});

/** A number that weighs every element of every result differently, so that no two errors cancel. */
function weighed(result: Node): Node {
  const parts = [...(fieldsOf(result)?.values() ?? [result])];
  return parts
    .map((part, k) => {
      const weights = Float64Array.from(part.data, (_, i) => 1 + 0.3 * i + 0.17 * k);
      return sumOver(times(part, constant(nested({ shape: part.shape, data: weights }))));
    })
    .reduce(plus);
}

const CONTINUOUS = new Set(['number', 'positive', 'nonnegative', 'fraction', 'vector', 'matrix', 'tensor']);
const STEP_SIZE = 1e-5;

/** Central differences, or null where the function jumps, bends or ends in between. */
function differences(row: LibraryFunction, args: ReadonlyMap<string, Argument>, name: string): number[] | null {
  const given = args.get(name) as Node;
  const at = (i: number, by: number): number => {
    const data = given.data.slice();
    data[i] = (data[i] as number) + by;
    const moved = variable(name, nested({ shape: given.shape, data }));
    return weighed(callLibrary(row, new Map([...args, [name, moved]]))).data[0] as number;
  };
  try {
    const slopes = Array.from(given.data, (value, i) => {
      const h = STEP_SIZE * Math.max(1, Math.abs(value));
      const [below, here, above] = [at(i, -h), at(i, 0), at(i, h)];
      const bent = Math.abs(above - 2 * here + below) / h;
      const slope = (above - below) / (2 * h);
      return bent > 1e-2 * (Math.abs(slope) + 1) ? Number.NaN : slope;
    });
    return slopes.every(Number.isFinite) ? slopes : null;
  } catch (error) {
    // A neighbour of this argument is none that the function takes, as a probability above 1.
    if (error instanceof ArgumentError || error instanceof ShapeError) return null;
    throw error;
  }
}

/** The gradient, or null where a count or a rounding stands in the way or it is taken at a kink. */
function slopesOf(row: LibraryFunction, given: ReadonlyMap<string, Argument>, x: Node): Node | null {
  try {
    const found = gradient(weighed(callLibrary(row, given)), x);
    return found.degenerate ? null : found;
  } catch (error) {
    if (error instanceof GradientError) return null;
    throw error;
  }
}

/** How many gradients of one function were compared. */
function compareGradients(row: LibraryFunction): number {
  let compared = 0;
  for (const { args } of fixtures(row.name).slice(0, 5)) {
    const given = argumentsOf(args);
    for (const [parameter, { type }] of row.parameters) {
      const x = given.get(parameter);
      if (typeof x !== 'object' || !CONTINUOUS.has(type)) continue;
      const [found, expected] = [slopesOf(row, given, x), differences(row, given, parameter)];
      if (!found || !expected) continue;
      compared++;
      const scale = Math.max(1, ...expected.map(Math.abs));
      expected.forEach((slope, i) => {
        const off = Math.abs((found.data[i] as number) - slope) / scale;
        expect(off, `${row.name}, ${parameter}[${i}]: ${found.data[i]} and ${slope}`).toBeLessThan(1e-4);
      });
    }
  }
  return compared;
}

describe('has the gradient that differences show', () => {
  const compared = new Map<string, number>();

  test.each(rows)('%s', (name, row) => {
    compared.set(name, compareGradients(row));
  });

  test('which was looked at for most functions', () => {
    const counts = [...compared.values()];
    expect(counts.filter(count => count > 0).length).toBeGreaterThan(0.5 * rows.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2000);
  });
});
