import { MOST_PRODUCTS, type Shape, ShapeError, shapeText, sizeOf, stridesOf } from '../tensor.ts';

/** Windows that slide over the last one or two axes of a tensor: how many there are, and what each of them meets. */

/** One number for each axis that the window slides along. */
export interface Sliding {
  readonly kernel: Shape;
  readonly stride: Shape;
  readonly padding: Shape;
  readonly dilation: Shape;
}

/** Which number of the input the windows meet at which of their places, along one axis; never in the padding. */
interface Axis {
  readonly input: number;
  readonly kernel: number;
  readonly windows: number;
  /** Index of the window, of the place in it, and in the input; one after another. */
  readonly meetings: Int32Array;
}

export interface Windows {
  readonly rows: Axis;
  readonly columns: Axis;
  /** How many windows there are along each axis. */
  readonly places: Shape;
  /** Elements under the axes that the window slides along: of the input, of the kernel, of all windows. */
  readonly sizes: { readonly input: number; readonly kernel: number; readonly places: number };
}

/** A single axis is the row of a picture of height 1. */
const FLAT: Axis = { input: 1, kernel: 1, windows: 1, meetings: Int32Array.of(0, 0, 0) };

/** @throws ShapeError where the window is larger than the padded input */
export function windowsOver(input: Shape, sliding: Sliding): Windows {
  const axes = input.map((length, axis) => axisOf(length, axis, sliding));
  if (axes.some(({ windows }) => windows < 1)) {
    throw new ShapeError(
      `a window of shape ${shapeText(sliding.kernel)} is larger than the padded input of shape ${shapeText(input.map((length, axis) => length + 2 * (sliding.padding[axis] as number)))}`,
    );
  }
  const [rows, columns] = axes.length === 1 ? [FLAT, axes[0] as Axis] : (axes as [Axis, Axis]);
  const places = axes.map(({ windows }) => windows);
  return {
    rows,
    columns,
    places,
    sizes: { input: sizeOf(input), kernel: sizeOf(sliding.kernel), places: sizeOf(places) },
  };
}

function axisOf(input: number, axis: number, sliding: Sliding): Axis {
  const [kernel, stride, padding, dilation] = [
    sliding.kernel[axis],
    sliding.stride[axis],
    sliding.padding[axis],
    sliding.dilation[axis],
  ] as [number, number, number, number];
  const windows = Math.floor((input + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1;
  if (windows > MOST_PRODUCTS || windows * kernel > MOST_PRODUCTS) throw tooMuchWork();
  const meetings = new Int32Array(Math.max(0, windows) * kernel * 3);
  let filled = 0;
  for (let window = 0; window < windows; window++) {
    for (let place = 0; place < kernel; place++) {
      const at = window * stride + place * dilation - padding;
      if (at < 0 || at >= input) continue;
      meetings[filled++] = window;
      meetings[filled++] = place;
      meetings[filled++] = at;
    }
  }
  return { input, kernel, windows, meetings: meetings.subarray(0, filled) };
}

/** @throws ShapeError above 4,000,000 products, so that no expression takes long */
export function boundWork({ sizes }: Windows, repeats: number): void {
  if (sizes.kernel * sizes.places * repeats > MOST_PRODUCTS) throw tooMuchWork();
}

function tooMuchWork(): ShapeError {
  return new ShapeError(`sliding this window is too much work: at most ${MOST_PRODUCTS} products`);
}

type Meet = (window: number, place: number, at: number) => void;

/** Calls `meet` for every window and place in it that lies on the input; all three as offsets in row-major order. */
export function eachMeeting(windows: Windows, meet: Meet): void {
  const across = windows.columns.meetings;
  eachRow(windows, (window, place, at) => {
    for (let j = 0; j < across.length; j += 3) {
      meet(window + (across[j] as number), place + (across[j + 1] as number), at + (across[j + 2] as number));
    }
  });
}

/** The same for rows that meet: to the offsets come those of `columns.meetings`. For loops that must be fast. */
export function eachRow({ rows, columns }: Windows, meet: Meet): void {
  const down = rows.meetings;
  for (let i = 0; i < down.length; i += 3) {
    meet(
      (down[i] as number) * columns.windows,
      (down[i + 1] as number) * columns.kernel,
      (down[i + 2] as number) * columns.input,
    );
  }
}

/** Where the element at an index lies in `data`. */
export function offsetOf(index: readonly number[], shape: Shape): number {
  return stridesOf(shape).reduce((sum, stride, axis) => sum + stride * (index[axis] as number), 0);
}

/** The index of the element that lies there. */
export function indexAt(offset: number, shape: Shape): number[] {
  return stridesOf(shape).map((stride, axis) => Math.floor(offset / stride) % (shape[axis] as number));
}

/** `_{s=2,\,p=1}`: what is not as usual. */
export function slidingTex(parts: Readonly<Record<string, readonly [value: Shape, usual: number]>>): string {
  const named = Object.entries(parts)
    .filter(([, [value, usual]]) => value.some(n => n !== usual))
    .map(([letter, [value]]) => `${letter}=${new Set(value).size === 1 ? value[0] : value.join(' \\times ')}`);
  return named.length === 0 ? '' : `_{${named.join(',\\,')}}`;
}
