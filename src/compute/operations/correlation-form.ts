import type { Node } from '../node.ts';
import { type Shape, ShapeError, shapeText } from '../tensor.ts';
import { boundWork, eachRow, type Windows, windowsOver } from './sliding.ts';

/**
 * Cross-correlation along one or two axes. All of it is one form in three tensors, linear in each of them,
 *
 *   T(x, k, u) = Σ u[o, i] · k[o, c, j] · x[c, i·s + j·d − p],
 *
 * and the derivatives of T by u, x and k are three operations: the correlation of x with k, its adjoint for x (the
 * transposed convolution) and its adjoint for k. The gradient of each is made of the other two.
 *
 * x may lack the axis of channels c and u that of filters o; k lacks them too then. Attributes: stride, padding and
 * dilation along each axis, and of the adjoints the shape of their result, which the strides do not determine.
 */
export type Role = 'x' | 'k' | 'u';
export type Roles<T> = Readonly<Record<Role, T>>;

export interface Form {
  readonly filters: number;
  readonly channels: number;
  readonly windows: Windows;
  readonly shapes: Roles<Shape>;
}

/** @throws ShapeError where the tensors do not fit together */
export function formOf(x: Shape, k: Shape, attributes: Node['attributes']): Form {
  const { stride, padding, dilation } = attributes as Record<string, Shape>;
  const rank = stride?.length as number;
  const hasChannels = x.length - rank;
  const hasFilters = k.length - rank - hasChannels;
  const channels = hasChannels === 1 ? (x[0] as number) : 1;
  if (![0, 1].includes(hasChannels) || ![0, 1].includes(hasFilters)) {
    throw new ShapeError(
      `an input of shape ${shapeText(x)} and a kernel of shape ${shapeText(k)} cannot be correlated`,
    );
  }
  if (hasChannels === 1 && k[hasFilters] !== channels) {
    throw new ShapeError(
      `an input of shape ${shapeText(x)} has ${channels} channels, and a kernel of shape ${shapeText(k)} takes ${k[hasFilters]}`,
    );
  }
  const filters = hasFilters === 1 ? (k[0] as number) : 1;
  const windows = windowsOver(x.slice(hasChannels), {
    kernel: k.slice(-rank),
    stride: stride as Shape,
    padding: padding as Shape,
    dilation: dilation as Shape,
  });
  boundWork(windows, filters * channels);
  return { filters, channels, windows, shapes: { x, k, u: [...k.slice(0, hasFilters), ...windows.places] } };
}

/**
 * Calls `meet` for every row of products of the form, with the offsets at which the rows of x, k and u begin; to these come
 * the offsets of `columns.meetings`. The record is used again.
 */
export function eachRowOfProducts({ filters, channels, windows }: Form, meet: (starts: Roles<number>) => void): void {
  const { input, kernel, places } = windows.sizes;
  const starts = { x: 0, k: 0, u: 0 };
  for (let filter = 0; filter < filters; filter++) {
    for (let channel = 0; channel < channels; channel++) {
      eachRow(windows, (window, place, pixel) => {
        starts.x = channel * input + pixel;
        starts.k = (filter * channels + channel) * kernel + place;
        starts.u = filter * places + window;
        meet(starts);
      });
    }
  }
}
