/** Dense arrays of doubles in row-major order. A scalar has the empty shape. */

export type Shape = readonly number[];

export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** Numbers nested as deep as the rank; a bare number is a scalar. */
export type Nested = number | readonly Nested[];

/** Two shapes do not fit, or a tensor or a graph would be too large. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

export const LARGEST_SIZE = 100_000;
/** Multiplications of one operation, so that none takes long. */
export const MOST_PRODUCTS = 4_000_000;
const SCALAR: Shape = [];

function scalar(value: number): Tensor {
  return { shape: SCALAR, data: Float64Array.of(value) };
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, length) => product * length, 1);
}

export function shapeText(shape: Shape): string {
  return `(${shape.join(', ')})`;
}

/** @throws ShapeError above 100,000 elements, so that no expression can exhaust the memory. */
export function allocate(shape: Shape): Float64Array {
  const size = sizeOf(shape);
  if (!(size <= LARGEST_SIZE)) {
    throw new ShapeError(`a tensor of shape ${shapeText(shape)} is too large: at most ${LARGEST_SIZE} elements`);
  }
  return new Float64Array(size);
}

/** @throws ShapeError where the nested lists are ragged. */
export function tensor(values: Nested): Tensor {
  const shape: number[] = [];
  for (let level = values; typeof level !== 'number'; level = level[0] as Nested) {
    if (level.length === 0) throw new ShapeError('an empty list has no shape');
    shape.push(level.length);
  }
  const data = allocate(shape);
  let next = 0;
  const fill = (part: Nested, depth: number): void => {
    if (typeof part === 'number' ? depth !== shape.length : part.length !== shape[depth]) {
      throw new ShapeError('the rows of a list differ in length');
    }
    if (typeof part === 'number') data[next++] = part;
    else for (const item of part) fill(item, depth + 1);
  };
  fill(values, 0);
  return { shape, data };
}

export function nested(value: Tensor): Nested {
  const build = (depth: number, offset: number): Nested => {
    if (depth === value.shape.length) return value.data[offset] as number;
    const stride = sizeOf(value.shape.slice(depth + 1));
    return Array.from({ length: value.shape[depth] as number }, (_, i) => build(depth + 1, offset + i * stride));
  };
  return build(0, 0);
}

/** The common shape of two broadcast operands (NumPy's rule: align at the right, 1 stretches). */
export function broadcastShape(a: Shape, b: Shape): Shape {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const p = a[i - rank + a.length] ?? 1;
    const q = b[i - rank + b.length] ?? 1;
    if (p !== q && p !== 1 && q !== 1) {
      throw new ShapeError(`shapes ${shapeText(a)} and ${shapeText(b)} do not fit together`);
    }
    return p === 1 ? q : p;
  });
}

/** For each element of `shape`, the offset of the element of `source` that is broadcast to it. */
export function broadcastOffsets(source: Shape, shape: Shape): Int32Array {
  const offsets = new Int32Array(sizeOf(shape));
  const rank = shape.length;
  const strides = shape.map((_, i) => {
    const axis = i - rank + source.length;
    return axis < 0 || source[axis] === 1 ? 0 : sizeOf(source.slice(axis + 1));
  });
  const index = new Array<number>(rank).fill(0);
  for (let flat = 0, offset = 0; flat < offsets.length; flat++) {
    offsets[flat] = offset;
    for (let axis = rank - 1; axis >= 0; axis--) {
      const stride = strides[axis] as number;
      offset += stride;
      index[axis] = (index[axis] as number) + 1;
      if ((index[axis] as number) < (shape[axis] as number)) break;
      offset -= stride * (shape[axis] as number);
      index[axis] = 0;
    }
  }
  return offsets;
}

/** Whether nothing is known of a sum but that it is 0: it is below the rounding of its terms, as in 0.1 + 0.2 − 0.3. */
export function isNoise(sum: number, sizeOfTerms: number): boolean {
  return Math.abs(sum) <= 4 * Number.EPSILON * sizeOfTerms && Number.isFinite(sizeOfTerms);
}

/** Element by element; never yields -0. */
export function map(a: Tensor, f: (x: number) => number): Tensor {
  return { shape: a.shape, data: a.data.map(x => f(x) + 0) };
}

/** Element by element over two broadcast operands; never yields -0. */
export function zip(a: Tensor, b: Tensor, f: (x: number, y: number) => number): Tensor {
  if (a.data.length === 1 && b.data.length === 1 && a.shape.length === 0 && b.shape.length === 0) {
    return scalar(f(a.data[0] as number, b.data[0] as number) + 0);
  }
  const shape = broadcastShape(a.shape, b.shape);
  const data = allocate(shape);
  const p = broadcastOffsets(a.shape, shape);
  const q = broadcastOffsets(b.shape, shape);
  for (let i = 0; i < data.length; i++) {
    data[i] = f(a.data[p[i] as number] as number, b.data[q[i] as number] as number) + 0;
  }
  return { shape, data };
}

/** How far apart in `data` neighbours along each axis lie. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] as number) * (shape[axis + 1] as number);
  }
  return strides;
}

/** Each index of a shape in row-major order. */
export function* indicesOf(shape: Shape): Generator<number[]> {
  const total = sizeOf(shape);
  const strides = stridesOf(shape);
  for (let flat = 0; flat < total; flat++) {
    yield shape.map((length, axis) => Math.floor(flat / (strides[axis] as number)) % length);
  }
}
