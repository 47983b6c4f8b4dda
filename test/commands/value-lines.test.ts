import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueLines } from '../../src/commands/value-lines.ts';
import { fields } from '../../src/compute/fields.ts';
import { constant } from '../../src/compute/node.ts';
import { type Nested, sizeOf } from '../../src/compute/tensor.ts';

const lines = (value: Nested, width = 80): string[] => valueLines(constant(value), width);

describe('a value for people', () => {
  it.each<[Nested, string[]]>([
    [784, ['784']],
    [0.1 + 0.2, ['0.3']],
    [1e-8, ['1e-8']],
    [
      [5, 11],
      ['[5, 11]', 'shape (2)'],
    ],
    [
      [
        [1, -20],
        [300, 4],
      ],
      ['[[  1, -20],', ' [300,   4]]', 'shape (2, 2)'],
    ],
    [
      [[[1, 2]], [[3, 4]]],
      ['[[[1, 2]],', ' [[3, 4]]]', 'shape (2, 1, 2)'],
    ],
    [[[[1], [2]]], ['[[[1],', '  [2]]]', 'shape (1, 2, 1)']],
  ])('%j', (value, text) => {
    expect(lines(value)).toEqual(text);
  });

  it('goes on in the next line where one is too narrow', () => {
    expect(
      lines(
        Array.from({ length: 12 }, (_, i) => i),
        24,
      ),
    ).toEqual(['[ 0,  1,  2,  3,  4,  5,', '  6,  7,  8,  9, 10, 11]', 'shape (12)']);
  });

  it('of a large tensor shows the corners', () => {
    expect(lines(Array.from({ length: 1000 }, (_, i) => i))).toEqual(['[0, 1, 2, …, 997, 998, 999]', 'shape (1000)']);
    const square = Array.from({ length: 20 }, (_, i) => Array.from({ length: 20 }, (__, j) => i + j));
    const text = lines(square);
    expect(text).toHaveLength(8);
    expect(text[0]).toBe('[[ 0,  1,  2,  …, 17, 18, 19],');
    expect(text[3]).toBe(' …,');
    expect(text.at(-2)).toBe(' [19, 20, 21,  …, 36, 37, 38]]');
  });

  it('names several results', () => {
    const record = fields({ m: constant(0.5), theta: constant([[1], [2]]) });
    expect(valueLines(record, 80)).toEqual(['m      0.5', 'theta  [[1],', '        [2]]', '       shape (2, 1)']);
  });
});

it('can be typed back while it is shown in full, and is no wider than the screen', () => {
  const shapes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(shapes, fc.integer({ min: 30, max: 100 }), (shape, width) => {
      let next = 0;
      const build = ([length, ...inner]: readonly number[]): Nested =>
        length === undefined ? (next++ * 37) % 101 : Array.from({ length }, () => build(inner));
      const value = build(shape);
      const text = lines(value, width);
      expect(JSON.parse(text.slice(0, -1).join(''))).toEqual(value);
      expect(next).toBe(sizeOf(shape));
      for (const line of text) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});
