import type { Component, Node } from '../node.ts';
import { sameShape } from '../node.ts';
import { type Shape, ShapeError, shapeText, sizeOf, type Tensor } from '../tensor.ts';
import { boundWork, eachMeeting, indexAt, offsetOf, slidingTex, type Windows, windowsOver } from './sliding.ts';
import { list } from './structure.ts';

/**
 * Pooling over windows that slide along the last one or two axes, each earlier index for itself. Attributes: kernel,
 * stride and padding along each of those axes. Nothing in the padding is ever the largest, and in a mean it counts as 0.
 */

export interface Pooling {
  readonly windows: Windows;
  /** Indices before the axes that the window slides along. */
  readonly stacks: number;
  readonly before: Shape;
}

export function poolingOf(shape: Shape, attributes: Node['attributes']): Pooling {
  const { kernel, stride, padding } = attributes as Record<string, Shape>;
  const rank = kernel?.length as number;
  if (shape.length < rank) {
    throw new ShapeError(`shape ${shapeText(shape)} has fewer axes than the ${rank} that are pooled`);
  }
  const before = shape.slice(0, shape.length - rank);
  const windows = windowsOver(shape.slice(-rank), {
    kernel: kernel as Shape,
    stride: stride as Shape,
    padding: padding as Shape,
    dilation: new Array<number>(rank).fill(1),
  });
  boundWork(windows, sizeOf(before));
  return { windows, before, stacks: sizeOf(before) };
}

/** The pooling of that shape whose result has the other. */
export function poolingBetween(shape: Shape, pooled: Shape, attributes: Node['attributes']): Pooling {
  const pooling = poolingOf(shape, attributes);
  if (!sameShape(pooledShape(pooling), pooled)) {
    throw new ShapeError(
      `pooling shape ${shapeText(shape)} gives ${shapeText(pooledShape(pooling))}, not ${shapeText(pooled)}`,
    );
  }
  return pooling;
}

export const pooledShape = ({ before, windows }: Pooling): number[] => [...before, ...windows.places];

export function eachPooled({ windows, stacks }: Pooling, meet: (window: number, at: number) => void): void {
  const { input, places } = windows.sizes;
  for (let stack = 0; stack < stacks; stack++) {
    eachMeeting(windows, (window, _, at) => meet(stack * places + window, stack * input + at));
  }
}

/** For every window the offset of its largest element, the first of several, and whether there are several. */
export function winners(value: Tensor, pooling: Pooling): { readonly at: Int32Array; readonly tied: boolean } {
  const at = new Int32Array(sizeOf(pooledShape(pooling))).fill(-1);
  const tied = new Set<number>();
  eachPooled(pooling, (window, candidate) => {
    const best = at[window] as number;
    const lead = best < 0 ? 1 : (value.data[candidate] as number) - (value.data[best] as number);
    if (lead > 0) {
      at[window] = candidate;
      tied.delete(window);
    } else if (lead === 0) tied.add(window);
  });
  if (at.includes(-1)) throw new ShapeError('a window that lies in the padding has no largest element');
  return { at, tied: tied.size > 0 };
}

/** `{2 \times 2,\,s=1}`: the window, and what is not as usual. */
export function poolTex(name: string, { kernel, stride, padding }: Node['attributes']): string {
  const window = (kernel as Shape).join(' \\times ');
  const isOwnStride = (stride as Shape).every((n, axis) => n === kernel?.[axis]);
  const rest = slidingTex({ s: [isOwnStride ? [] : (stride as Shape), 0], p: [padding as Shape, 0] });
  return `\\operatorname{${name}}_{${window}${rest && `,\\,${rest.slice(2, -1)}`}}`;
}

/** Where in the argument the elements of one window lie, row by row of the window. */
export function elementsOf(pooling: Pooling, shape: Shape, index: readonly number[]): number[][] {
  const wanted = offsetOf(index, pooledShape(pooling));
  const found: number[][] = [];
  eachPooled(pooling, (window, at) => {
    if (window === wanted) found.push(indexAt(at, shape));
  });
  return found;
}

/** Elements of one window as they lie there, rows below each other; the padding leaves a rectangle too. */
export function windowOf(from: Node, places: readonly (readonly number[])[], of: Component): Node {
  const rows = new Map<number, Node[]>();
  for (const place of places) {
    const row = from.shape.length > 1 ? (place.at(-2) as number) : 0;
    rows.set(row, [...(rows.get(row) ?? []), of(from, place)]);
  }
  const lists = [...rows.values()].map(list);
  return lists.length === 1 ? (lists[0] as Node) : list(lists);
}
