import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  broadcastShape,
  type Nested,
  nested,
  type Shape,
  ShapeError,
  shapeText,
  tensor,
  zip,
} from '../../src/compute/tensor.ts';

const shape = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 });
/** Numbers that all differ, the same in every run. */
const filled = (sides: Shape, from = 1): Nested =>
  sides.length === 0
    ? Math.sin(from)
    : Array.from({ length: sides[0] as number }, (_, i) => filled(sides.slice(1), 7 * from + i));

/** Broadcasting as its definition says, one index at a time. */
function at(value: Nested, index: readonly number[]): number {
  const rank = (part: Nested): number => (typeof part === 'number' ? 0 : 1 + rank(part[0] as Nested));
  const own = index.slice(index.length - rank(value));
  return own.reduce<Nested>(
    (part, i) => (part as Nested[])[(part as Nested[]).length === 1 ? 0 : i] as Nested,
    value,
  ) as number;
}

function indices(sides: Shape): number[][] {
  return sides.reduce<number[][]>(
    (found, side) => found.flatMap(index => Array.from({ length: side }, (_, i) => [...index, i])),
    [[]],
  );
}

test('operands are broadcast as NumPy does, or refused with both shapes', () => {
  let fitting = 0;
  let unfitting = 0;
  fc.assert(
    fc.property(shape, shape, (left, right) => {
      const rank = Math.max(left.length, right.length);
      const side = (sides: Shape, i: number): number => sides[i - rank + sides.length] ?? 1;
      const axes = Array.from({ length: rank }, (_, i) => [side(left, i), side(right, i)] as const);
      const fits = axes.every(([p, q]) => p === q || p === 1 || q === 1);
      const [a, b] = [filled(left), filled(right)];
      if (!fits) {
        unfitting++;
        expect(() => zip(tensor(a), tensor(b), (x, y) => x - y)).toThrow(
          new ShapeError(`shapes ${shapeText(left)} and ${shapeText(right)} do not fit together`),
        );
        return;
      }
      fitting++;
      const found = zip(tensor(a), tensor(b), (x, y) => x - y);
      expect(found.shape).toEqual(axes.map(([p, q]) => Math.max(p, q)));
      expect(broadcastShape(left, right)).toEqual(found.shape);
      indices(found.shape).forEach((index, flat) => {
        expect(found.data[flat]).toBe(at(a, index) - at(b, index));
      });
    }),
    { numRuns: 500 },
  );
  expect(Math.min(fitting, unfitting)).toBeGreaterThan(50);
});

test('nested lists and tensors are two forms of one thing', () => {
  fc.assert(
    fc.property(shape, sides => {
      const value = filled(sides);
      expect(nested(tensor(value))).toEqual(value);
      expect(tensor(value).shape).toEqual(sides);
    }),
  );
});

describe('a list that is no tensor is refused', () => {
  test.each<[Nested, string]>([
    [[], 'an empty list has no shape'],
    [[[]], 'an empty list has no shape'],
    [[1, [2]], 'the rows of a list differ in length'],
    [[[1, 2], [3]], 'the rows of a list differ in length'],
    [[[1], 2], 'the rows of a list differ in length'],
    [Array.from({ length: 100_001 }, () => 0), 'a tensor of shape (100001) is too large: at most 100000 elements'],
  ])('%#', (value, message) => {
    expect(() => tensor(value)).toThrow(new ShapeError(message));
  });
});

test('no operation on elements yields a negative zero', () => {
  expect(zip(tensor(0), tensor(-3), (x, y) => x * y).data[0]).toBe(0);
  expect(zip(tensor([0]), tensor(-3), (x, y) => x * y).data[0]).toBe(0);
});
