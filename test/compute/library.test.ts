import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArgumentError, callLibrary, type LibraryFunction } from '../../src/compute/library/function.ts';
import { library } from '../../src/compute/library.ts';
import { constant } from '../../src/compute/node.ts';
import type { Nested } from '../../src/compute/tensor.ts';
import { numberIn } from './support.ts';

/** How arguments reach a function, and the functions that have no file of their own. */

type Arguments = Readonly<Record<string, Nested | string>>;

function call(name: string, args: Arguments): number {
  const given = Object.entries(args).map(
    ([key, value]) => [key, typeof value === 'string' ? value : constant(value)] as const,
  );
  return numberIn(callLibrary(library.get(name) as LibraryFunction, new Map(given)));
}

test('mse averages the squares over all elements', () => {
  const real = fc.double({ min: -5, max: 5, noNaN: true });
  const rows = fc.array(fc.tuple(real, real), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, pairs => {
      let total = 0;
      for (const [a, b] of pairs) total += (a - b) ** 2;
      const [left, right] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      expect(call('mse', { prediction: left, target: right })).toBeCloseTo(total / pairs.length, 10);
      expect(call('mse', { prediction: [left, right], target: [right, left] })).toBeCloseTo(total / pairs.length, 10);
    }),
  );
});

test('what is left out has its default, which may be another argument', () => {
  expect(call('pool_size', { size: 28, kernel: 3 })).toBe(call('pool_size', { size: 28, kernel: 3, stride: 3 }));
  expect(call('linear_params', { in: 3, out: 2 })).toBe(call('linear_params', { in: 3, out: 2, bias: 1 }));
});

const CONV = 'conv_params(in, out, kernel, groups=1, bias=1)';

/** A call and why it is refused. */
const refused: readonly (readonly [name: string, args: Arguments, message: string])[] = [
  ['conv_params', { in: 3, out: 4 }, `${CONV} needs a value for "kernel"`],
  ['conv_params', { in: 3, out: 4, kernel: 1, pad: 1 }, `${CONV} has no parameter "pad"`],
  ['conv_params', { in: 3.5, out: 4, kernel: 1 }, 'conv_params: "in" must be a whole number, 0 or more, and is 3.5'],
  ['conv_params', { in: -3, out: 4, kernel: 1 }, 'conv_params: "in" must be a whole number, 0 or more, and is -3'],
  ['conv_params', { in: [3], out: 4, kernel: 1 }, 'conv_params: "in" must be a single number, not a list of shape (1)'],
  ['conv_params', { in: 3, out: 4, kernel: 1, bias: 2 }, 'conv_params: "bias" must be 1 or 0, and is 2'],
  ['conv_size', { size: 5, kernel: 0 }, 'conv_size: "kernel" must be a whole number, 1 or more, and is 0'],
  ['conv_size', { size: 'five', kernel: 1 }, 'conv_size: "size" must be a whole number, 0 or more'],
  ['mlp_params', { sizes: [[1, 2]] }, 'mlp_params: "sizes" must be a list of numbers, and has shape (1, 2)'],
  ['pool_size', { size: 5, kernel: 2, rounding: 'up' }, 'pool_size: "rounding" must be one of floor, ceil'],
  ['mse', { prediction: [1, 2], target: [1] }, 'mse: shapes (2) and (1) differ'],
];

describe('wrong arguments are refused', () => {
  test.each(refused)('%s of %j: %s', (name, args, message) => {
    const run = (): number => call(name, args);
    expect(run).toThrow(ArgumentError);
    expect(run).toThrow(message);
  });
});
