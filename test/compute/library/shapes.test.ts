import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { callLibrary } from '../../../src/compute/library/function.ts';
import { shapes } from '../../../src/compute/library/shapes.ts';
import type { Nested } from '../../../src/compute/tensor.ts';
import { trace } from '../../../src/compute/trace.ts';
import { isCount } from '../../../src/compute/whole.ts';
import { argumentsOf, fixtures } from '../../oracle/fixtures.ts';
import { expectSoundSteps } from '../sound-steps.ts';
import { formulaOf } from '../support.ts';
import { numbersOf, scalarOf } from './same.ts';

/** Sizes, shapes and receptive fields against sliding windows and single pixels; what holds for the whole chapter. */

const between = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** Start positions of a window that covers `covered` cells and moves by `stride`, by trying every one. */
function positions(length: number, covered: number, stride: number): number[] {
  const found: number[] = [];
  for (let start = 0; start < length; start++) if (start % stride === 0 && start + covered <= length) found.push(start);
  return found;
}

/** The same where partial windows count, until one reaches the end; none starts in the padding on the right. */
function partialPositions(size: number, padding: number, covered: number, stride: number): number[] {
  const found: number[] = [];
  for (let start = 0; start < size + padding; start += stride) {
    found.push(start);
    if (start + covered >= size + 2 * padding) break;
  }
  return found;
}

const sliding = fc.record({
  size: between(1, 24),
  kernel: between(1, 5),
  stride: between(1, 4),
  padding: between(0, 3),
  dilation: between(1, 3),
});

test('conv_size and pool_size count the positions of a sliding window', () => {
  fc.assert(
    fc.property(sliding, values => {
      const { size, kernel, stride, padding, dilation } = values;
      const starts = positions(size + 2 * padding, dilation * (kernel - 1) + 1, stride).length;
      for (const name of ['conv_size', 'pool_size']) {
        const call = `${name}(size, kernel, stride, padding, dilation)`;
        if (starts === 0) expect(() => scalarOf(call, values)).toThrow('the kernel is larger than the padded input');
        else expect(scalarOf(call, values)).toBe(starts);
      }
    }),
    { numRuns: 300 },
  );
});

test('with ceil, pooling counts partial windows that start left of the padding on the right', () => {
  fc.assert(
    fc.property(sliding, values => {
      const { size, kernel, stride, padding, dilation } = values;
      const covered = dilation * (kernel - 1) + 1;
      fc.pre(size + 2 * padding - covered > -stride);
      const call = 'pool_size(size, kernel, stride, padding, dilation, rounding=ceil)';
      if (2 * padding > covered) expect(() => scalarOf(call, values)).toThrow('at most half of what the kernel covers');
      else expect(scalarOf(call, values)).toBe(partialPositions(size, padding, covered, stride).length);
    }),
    { numRuns: 300 },
  );
});

test('a dropped window is told in a step of its own', () => {
  const steps = trace([['a', formulaOf('pool_size(4, 2, stride=4, dilation=2, rounding=ceil)')]]);
  expect(steps.map(({ name, value }) => [name, value])).toEqual([
    ['windows', 2],
    ['size', 1],
  ]);
});

test('a transposed convolution leads back to every size that the convolution maps to its own', () => {
  fc.assert(
    fc.property(sliding, values => {
      const { stride, dilation } = values;
      const back = (more: number): string =>
        `conv_transpose_size(size, kernel, stride, padding, output_padding=${more}, dilation=dilation)`;
      for (let more = 0; more < stride; more++) {
        let size: number;
        try {
          size = scalarOf(back(more), values);
        } catch (error) {
          expect(String(error)).toContain('the padding crops everything away');
          continue;
        }
        expect(scalarOf(`conv_size(${size}, kernel, stride, padding, dilation)`, values)).toBe(values.size);
      }
      expect(() => scalarOf(back(Math.max(stride, dilation)), values)).toThrow('output padding must be below');
    }),
  );
});

test('same_padding keeps the size, and there is none for an even extent', () => {
  fc.assert(
    fc.property(between(1, 30), between(1, 9), between(1, 4), (size, kernel, dilation) => {
      const values = { size, kernel, dilation };
      if ((dilation * (kernel - 1)) % 2 === 1) {
        expect(() => scalarOf('same_padding(kernel, dilation)', values)).toThrow('must cover an odd number');
      } else {
        const kept = 'conv_size(size, kernel, padding=same_padding(kernel, dilation), dilation=dilation)';
        expect(scalarOf(kept, values)).toBe(size);
      }
    }),
  );
});

test('shapes of layers are their sides, each by its own numbers', () => {
  const pair = fc.tuple(between(1, 3), between(1, 3));
  fc.assert(
    fc.property(between(1, 9), pair, pair, pair, pair, (channels, kernel, stride, padding, dilation) => {
      const values = { x: [channels, 20, 17], kernel, stride, padding, dilation };
      const side = (name: string, i: 0 | 1, size: number): number =>
        scalarOf(`${name}(${size}, kernel[${i}], stride[${i}], padding[${i}], dilation=dilation[${i}])`, values);
      for (const [call, name, first] of [
        ['conv_shape(x, 7, kernel, stride, padding, dilation)', 'conv_size', 7],
        ['pool_shape(x, kernel, stride, padding, dilation)', 'pool_size', channels],
        ['conv_transpose_shape(x, 7, kernel, stride, padding, 0, dilation)', 'conv_transpose_size', 7],
      ] as const) {
        expect(numbersOf(call, values)).toEqual([first, side(name, 0, 20), side(name, 1, 17)]);
      }
      expect(scalarOf('flatten_size(x)', values)).toBe(channels * 20 * 17);
    }),
  );
});

const stack = fc.array(fc.tuple(between(1, 5), between(1, 3), between(1, 3), between(0, 2)), {
  minLength: 1,
  maxLength: 5,
});

/** The input positions that reach one unit after the layers, by following each back; padding lies left of 0. */
function reaching(layers: readonly (readonly [number, number, number, number])[], unit: number): number[] {
  let reached = new Set([unit]);
  for (const [kernel, stride, dilation, padding] of layers.toReversed()) {
    reached = new Set(
      [...reached].flatMap(u => Array.from({ length: kernel }, (_, i) => u * stride + i * dilation - padding)),
    );
  }
  return [...reached];
}

test('receptive fields span the input pixels that reach a unit', () => {
  fc.assert(
    fc.property(stack, layers => {
      const values = {
        padded: layers,
        dilated: layers.map(([k, s, d]) => [k, s, d]),
        plain: layers.map(([k, s]) => [k, s]),
      };
      const undilated = layers.map(([k, s]) => [k, s, 1, 0] as const);
      const span = (seen: readonly number[]): number => Math.max(...seen) - Math.min(...seen) + 1;
      expect(scalarOf('receptive_field(dilated)', values)).toBe(span(reaching(layers, 0)));
      expect(scalarOf('receptive_field(plain)', values)).toBe(span(reaching(undilated, 0)));
      const found = {
        r: numbersOf('receptive_field_layers(padded).r', values),
        j: numbersOf('receptive_field_layers(padded).j', values),
        start: numbersOf('receptive_field_layers(padded).start', values),
      };
      layers.forEach((_, l) => {
        const seen = reaching(layers.slice(0, l + 1), 0);
        const next = reaching(layers.slice(0, l + 1), 1);
        expect(found.r[l]).toBe(span(seen));
        expect(found.j[l]).toBe(Math.min(...next) - Math.min(...seen));
        expect(found.start[l]).toBe((Math.min(...seen) + Math.max(...seen)) / 2);
      });
    }),
  );
});

describe('known networks', () => {
  test.each<[string, Nested]>([
    ['pool_size(28, 2)', 14],
    ['pool_size(28, 3)', 9],
    ['pool_size(28, 3, stride=1)', 26],
    ['16 * pool_size(pool_size(28, 2), 2) ^ 2', 784],
    ['conv_size(227, 11, stride=4)', 55],
    ['pool_size(112, 3, stride=2, rounding=ceil)', 56],
    ['pool_size(112, 3, stride=2)', 55],
    ['conv_shape([3, 224, 224], 64, kernel=7, stride=2, padding=3)', [64, 112, 112]],
    ['conv_transpose_shape([64, 7, 7], 32, kernel=4, stride=2, padding=1)', [32, 14, 14]],
    ['flatten_size(pool_shape([512, 14, 14], 2))', 25_088],
    ['receptive_field([[5, 1], [2, 2]])', 6],
    ['receptive_field_layers([[3, 1], [3, 1], [3, 1]]).r', [3, 5, 7]],
  ])('%s is %j', (call, value) => {
    expect(numbersOf(call)).toEqual([value].flat(2));
  });
});

describe('what cannot be is refused, with the reason', () => {
  test.each([
    ['conv_size(3, 5)', 'conv_size: the kernel is larger than the padded input'],
    ['conv_size(5, 3, dilation=3)', 'conv_size: the kernel is larger than the padded input'],
    ['conv_size(5, 3, stride=0)', 'conv_size: "stride" must be a whole number, 1 or more, and is 0'],
    ['pool_size(5, 0)', 'pool_size: "kernel" must be a whole number, 1 or more, and is 0'],
    ['pool_size(5, 2, padding=2, rounding=ceil)', 'the padding must be at most half of what the kernel covers, 2'],
    ['pool_size(1, 5, 2, rounding=ceil)', 'pool_size: the kernel is larger than the padded input'],
    ['conv_transpose_size(2, 3, output_padding=1)', 'the output padding must be below the stride or the dilation'],
    ['conv_transpose_size(2, 1, padding=3)', 'conv_transpose_size: the padding crops everything away'],
    ['same_padding(4)', 'same_padding: the kernel must cover an odd number of inputs, and covers 4'],
    ['conv_shape([3, 4], 2, 1)', 'conv_shape: "shape" must be [channels, height, width], not a list of 2'],
    ['conv_shape([3, 4, 4, 4], 2, 1)', 'conv_shape: "shape" must be [channels, height, width], not a list of 4'],
    ['conv_shape([3, 4.5, 4], 2, 1)', 'conv_shape: "shape" must be a whole number, 1 or more, and is 4.5'],
    ['conv_shape([3, 4, 4], 2, [1, 2, 3])', '"kernel" must be one number or [height, width], not of shape (3)'],
    ['conv_shape([3, 4, 4], 2, [[1, 2]])', '"kernel" must be one number or [height, width], not of shape (1, 2)'],
    ['conv_shape([3, 4, 4], 2, 1, padding=[0, -1])', '"padding" must be a whole number, 0 or more, and is -1'],
    ['pool_shape([3, 4, 4], 2, stride=0)', '"stride" must be a whole number, 1 or more, and is 0'],
    ['flatten_size([0, 2])', 'flatten_size: "shape" must be a whole number, 1 or more, and is 0'],
    ['flatten_size(range(9, start=1))', 'flatten_size: at most 8 axes, and there are 9'],
    ['flatten_size([100000000, 100000000])', 'flatten_size: the result is too large to be counted exactly'],
    ['receptive_field([3, 1])', 'receptive_field: the layers are a list of rows'],
    ['receptive_field([[3]])', 'receptive_field: a layer is [kernel, stride] or [kernel, stride, dilation], whole'],
    ['receptive_field([[3, 0]])', 'receptive_field: a layer is [kernel, stride] or [kernel, stride, dilation], whole'],
    ['receptive_field([[3, 1, 1, 1]])', 'receptive_field: a layer is [kernel, stride] or [kernel, stride, dilation]'],
    ['receptive_field(ones(201, 2))', 'receptive_field: at most 200 layers, and there are 201'],
    ['receptive_field(200 * ones(50, 2))', 'receptive_field: the result is too large to be counted exactly'],
    ['receptive_field_layers([[3, 1, 1, -1]]).r', 'receptive_field_layers: a layer is [kernel, stride], [kernel'],
    ['receptive_field_layers([[3, 1, 0]]).r', 'receptive_field_layers: a layer is [kernel, stride], [kernel'],
  ])('%s: %s', (call, message) => {
    expect(() => formulaOf(call)).toThrow(message);
  });
});

describe('the whole chapter', () => {
  const rows = shapes.map(row => [row.name, row] as const);

  test.each(rows)('the example of %s can be computed and explained', (name, row) => {
    const node = formulaOf(row.example);
    expect(row.example).toContain(`${name}(`);
    expect(fieldsOf(node)).toBeNull();
    expect(node.data.every(Number.isFinite)).toBe(true);
    expect(trace([['a', node]])).not.toEqual([]);
  });

  test.each(rows)('%s counts exactly, and its steps are sound', (name, row) => {
    for (const { args } of fixtures(name)) {
      const node = callLibrary(row, argumentsOf(args));
      for (const [field, result] of fieldsOf(node) ?? new Map([['', node]])) {
        if (field !== 'start') expect(isCount(result), `${name} ${field}`).toBe(true);
      }
      expectSoundSteps(node);
    }
  });

  test('the longest stack of layers is computed in a moment', () => {
    const call = 'receptive_field_layers(ones(200, 2)).r';
    formulaOf(call);
    const start = performance.now();
    formulaOf(call);
    expect(performance.now() - start).toBeLessThan(50);
  });
});
