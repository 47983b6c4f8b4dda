import type { Shape } from '../../compute/tensor.ts';

/** A list as a column, and what holds a single number as that number. */
export function settledShape(shape: Shape): Shape {
  if (shape.every(length => length === 1)) return [];
  return shape.length === 1 ? [...shape, 1] : shape;
}
