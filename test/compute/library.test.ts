import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArgumentError, callLibrary, type LibraryFunction, signature } from '../../src/compute/library/function.ts';
import { library } from '../../src/compute/library.ts';
import { constant } from '../../src/compute/node.ts';
import type { Nested } from '../../src/compute/tensor.ts';
import { trace } from '../../src/compute/trace.ts';
import { formulaOf, numberIn } from './support.ts';

/** Each function against a second path: enumeration, a sliding window, or following single pixels. */

function call(name: string, args: Readonly<Record<string, Nested>>): number {
  const nodes = Object.entries(args).map(([key, value]) => [key, constant(value)] as const);
  return numberIn(callLibrary(library.get(name) as LibraryFunction, new Map(nodes)));
}

const between = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** Start positions of a window that covers `covered` cells and moves by `stride`, by trying every one. */
function positions(length: number, covered: number, stride: number): number[] {
  const found: number[] = [];
  for (let start = 0; start < length; start++) if (start % stride === 0 && start + covered <= length) found.push(start);
  return found;
}

const window = fc.record({
  size: between(1, 24),
  kernel: between(1, 5),
  stride: between(1, 4),
  padding: between(0, 3),
  dilation: between(1, 3),
});

test('conv_params counts the weights of an enumerated kernel', () => {
  const layer = fc.record({
    groups: between(1, 3),
    perIn: between(1, 4),
    perOut: between(1, 4),
    kernel: between(1, 4),
    bias: between(0, 1),
  });
  fc.assert(
    fc.property(layer, ({ groups, perIn, perOut, kernel, bias }) => {
      const weights = new Set<string>();
      for (let filter = 0; filter < groups * perOut; filter++) {
        const group = Math.floor(filter / perOut);
        for (let channel = group * perIn; channel < (group + 1) * perIn; channel++) {
          for (let row = 0; row < kernel; row++) {
            for (let column = 0; column < kernel; column++) weights.add(`${filter} ${channel} ${row} ${column}`);
          }
        }
        if (bias === 1) weights.add(`${filter} bias`);
      }
      expect(call('conv_params', { in: groups * perIn, out: groups * perOut, kernel, groups, bias })).toBe(
        weights.size,
      );
    }),
  );
});

test('conv_size and pool_size count the positions of a sliding window', () => {
  fc.assert(
    fc.property(window, ({ size, kernel, stride, padding, dilation }) => {
      const covered = dilation * (kernel - 1) + 1;
      const starts = positions(size + 2 * padding, covered, stride);
      if (starts.length === 0) {
        expect(() => call('conv_size', { size, kernel, stride, padding, dilation })).toThrow(ArgumentError);
      } else expect(call('conv_size', { size, kernel, stride, padding, dilation })).toBe(starts.length);
      const pooled = positions(size + 2 * padding, kernel, stride);
      if (pooled.length > 0) expect(call('pool_size', { size, kernel, stride, padding })).toBe(pooled.length);
    }),
    { numRuns: 500 },
  );
});

test('the stride of pooling is its kernel unless given', () => {
  expect(call('pool_size', { size: 28, kernel: 2 })).toBe(14);
  expect(call('pool_size', { size: 28, kernel: 3 })).toBe(9);
  expect(call('pool_size', { size: 28, kernel: 3, stride: 1 })).toBe(26);
});

test('receptive_field spans the input pixels that reach one output', () => {
  const layers = fc.array(fc.tuple(between(1, 5), between(1, 3), between(1, 3)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(layers, rows => {
      let reached = new Set([0]);
      for (const [kernel, stride, dilation] of rows.toReversed()) {
        reached = new Set(
          [...reached].flatMap(unit => Array.from({ length: kernel }, (_, i) => unit * stride + i * dilation)),
        );
      }
      expect(call('receptive_field', { layers: rows })).toBe(Math.max(...reached) - Math.min(...reached) + 1);
      if (rows.every(([, , dilation]) => dilation === 1)) {
        expect(call('receptive_field', { layers: rows.map(([kernel, stride]) => [kernel, stride]) })).toBe(
          call('receptive_field', { layers: rows }),
        );
      }
    }),
  );
});

test('linear_params and batch_norm_buffers count what is enumerated', () => {
  fc.assert(
    fc.property(between(1, 40), between(1, 40), between(0, 1), (inputs, out, bias) => {
      const perUnit = Array.from({ length: out }, () => inputs + bias);
      expect(call('linear_params', { in: inputs, out, bias })).toBe(perUnit.reduce((a, b) => a + b, 0));
      expect(call('batch_norm_buffers', { channels: out })).toBe(out + out);
    }),
  );
});

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

describe('the exam numbers', () => {
  test.each([
    ['conv_params(in=32, out=1, kernel=1)', 33],
    ['16 * pool_size(pool_size(28, 2), 2) ^ 2', 784],
    ['receptive_field([[5, 1], [2, 2]])', 6],
    ['mse([2, 0], [1, 1])', 1],
  ])('%s is %d', (text, value) => {
    expect(numberIn(formulaOf(text))).toBe(value);
  });
});

/** A call and why it is refused. */
const refused: readonly (readonly [name: string, args: Readonly<Record<string, Nested>>, message: string])[] = [
  ['conv_params', { in: 3, out: 4 }, 'conv_params(in, out, kernel, groups=1, bias=1) needs a value for "kernel"'],
  [
    'conv_params',
    { in: 3, out: 4, kernel: 1, pad: 1 },
    'conv_params(in, out, kernel, groups=1, bias=1) has no parameter "pad"',
  ],
  ['conv_params', { in: 3.5, out: 4, kernel: 1 }, 'conv_params: "in" must be a whole number, 0 or more, and is 3.5'],
  ['conv_params', { in: -3, out: 4, kernel: 1 }, 'conv_params: "in" must be a whole number, 0 or more, and is -3'],
  ['conv_params', { in: [3], out: 4, kernel: 1 }, 'conv_params: "in" must be a single number, not a list'],
  ['conv_params', { in: 3, out: 4, kernel: 0 }, 'conv_params: "kernel" must be a whole number, 1 or more, and is 0'],
  ['conv_params', { in: 3, out: 4, kernel: 1, bias: 2 }, 'conv_params: "bias" must be 1 or 0, and is 2'],
  [
    'conv_params',
    { in: 3, out: 4, kernel: 1, groups: 2 },
    'conv_params: the number of groups must divide the channels, those in and those out',
  ],
  [
    'conv_params',
    { in: 4, out: 3, kernel: 1, groups: 2 },
    'conv_params: the number of groups must divide the channels, those in and those out',
  ],
  ['conv_size', { size: 3, kernel: 5 }, 'conv_size: the kernel is larger than the padded input'],
  ['conv_size', { size: 5, kernel: 3, dilation: 3 }, 'conv_size: the kernel is larger than the padded input'],
  ['conv_size', { size: 5, kernel: 3, stride: 0 }, 'conv_size: "stride" must be a whole number, 1 or more, and is 0'],
  ['pool_size', { size: 5, kernel: 0 }, 'pool_size: "kernel" must be a whole number, 1 or more, and is 0'],
  ['receptive_field', { layers: [3, 1] }, 'receptive_field: the layers are a list of rows'],
  [
    'receptive_field',
    { layers: [[3]] },
    'receptive_field: a layer is [kernel, stride] or [kernel, stride, dilation], whole numbers of 1 or more',
  ],
  [
    'receptive_field',
    { layers: [[3, 0]] },
    'receptive_field: a layer is [kernel, stride] or [kernel, stride, dilation], whole numbers of 1 or more',
  ],
  [
    'receptive_field',
    { layers: [[3, 1, 1, 1]] },
    'receptive_field: a layer is [kernel, stride] or [kernel, stride, dilation], whole numbers of 1 or more',
  ],
  ['linear_params', { in: 3, out: 2, bias: 7 }, 'linear_params: "bias" must be 1 or 0, and is 7'],
  ['mse', { prediction: [1, 2], target: [1] }, 'mse: shapes (2) and (1) differ'],
];

describe('wrong arguments are refused', () => {
  test.each(refused)('%s of %j: %s', (name, args, message) => {
    expect(() => call(name, args)).toThrow(new ArgumentError(message));
  });
});

describe('every function', () => {
  test.each([...library.values()].map(row => [signature(row), row] as const))(
    '%s documents itself and shows its steps',
    (_, row) => {
      const node = formulaOf(row.example);
      expect(row.example).toContain(`${row.name}(`);
      expect([...node.data].every(Number.isFinite)).toBe(true);
      expect(trace([['a', node]])).not.toEqual([]);
      for (const text of [row.formula, row.summary, row.source]) expect(text).not.toBe('');
    },
  );
});
