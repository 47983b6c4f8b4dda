import { type Shape, ShapeError, shapeText, sizeOf, stridesOf, type Tensor } from '../tensor.ts';

/** Reductions: which axes, which shape is left, and which elements fall together. */

/** The axes that an attribute or an argument names, counted from the end where negative, in order. Without any: all. */
export function axesOf(shape: Shape, wanted: readonly number[] | undefined): number[] {
  if (wanted === undefined) return shape.map((_, axis) => axis);
  const axes = wanted.map(axis => (axis < 0 ? axis + shape.length : axis));
  const wrong = axes.findIndex(axis => !Number.isInteger(axis) || axis < 0 || axis >= shape.length);
  if (wrong >= 0) throw new ShapeError(`axis ${wanted[wrong]} does not exist in shape ${shapeText(shape)}`);
  if (new Set(axes).size < axes.length) throw new ShapeError('an axis is named twice');
  return axes.sort((a, b) => a - b);
}

/** The shape after a reduction; with `keep` the reduced axes stay with length 1. */
export function reducedShape(shape: Shape, axes: readonly number[], keep: boolean): number[] {
  return shape.flatMap((length, axis) => (axes.includes(axis) ? (keep ? [1] : []) : [length]));
}

/** For each element of a reduction's result, the offsets of what falls together in it, in row-major order. */
function groupsOf(shape: Shape, axes: readonly number[]): Int32Array[] {
  const strides = stridesOf(shape);
  const offsets = (chosen: readonly number[]): number[] =>
    chosen.reduce<number[]>(
      (starts, axis) =>
        starts.flatMap(start =>
          Array.from({ length: shape[axis] as number }, (_, i) => start + i * (strides[axis] as number)),
        ),
      [0],
    );
  const kept = shape.map((_, axis) => axis).filter(axis => !axes.includes(axis));
  const within = offsets(axes);
  return offsets(kept).map(start => Int32Array.from(within, offset => start + offset));
}

/** Every group of a tensor reduced to one number. */
export function reduce(
  value: Tensor,
  axes: readonly number[],
  keep: boolean,
  f: (numbers: Float64Array) => number,
): Tensor {
  if (axes.length === value.shape.length && !keep) return { shape: [], data: Float64Array.of(f(value.data) + 0) };
  if (sizeOf(value.shape) === 0) throw new ShapeError('nothing can be reduced');
  const groups = groupsOf(value.shape, axes);
  const data = Float64Array.from(groups, group => f(Float64Array.from(group, at => value.data[at] as number)) + 0);
  return { shape: reducedShape(value.shape, axes, keep), data };
}

/** Each group replaced by as many numbers, as in a softmax. */
export function mapGroups(value: Tensor, axes: readonly number[], f: (numbers: Float64Array) => Float64Array): Tensor {
  const data = new Float64Array(value.data.length);
  for (const group of groupsOf(value.shape, axes)) {
    const results = f(Float64Array.from(group, at => value.data[at] as number));
    group.forEach((at, i) => {
      data[at] = results[i] as number;
    });
  }
  return { shape: value.shape, data };
}
