/** What a network does to a row of pixels, by walking windows over it. */

/** Positions of a window that slides over a padded row without leaving it. */
export function windows(size: number, kernel: number, stride: number, padding = 0, dilation = 1): number {
  let count = 0;
  for (let start = -padding; start + dilation * (kernel - 1) < size + padding; start += stride) count++;
  return count;
}

export const halved = (size: number): number => windows(size, 2, 2);

export interface Layer {
  readonly k: number;
  readonly s: number;
  readonly d?: number;
  readonly p?: number;
}

/** The pixels of an endless row that a unit is connected with, first and last. */
export function seen(layers: readonly Layer[], unit: number): [first: number, last: number] {
  let units = new Set([unit]);
  for (const { k, s, d = 1, p = 0 } of layers.toReversed()) {
    units = new Set([...units].flatMap(at => Array.from({ length: k }, (_, tap) => at * s - p + tap * d)));
  }
  return [Math.min(...units), Math.max(...units)];
}

export function widthSeen(layers: readonly Layer[]): number {
  const [first, last] = seen(layers, 0);
  return last - first + 1;
}

/** How many pixels of a row some unit of the last layer is connected with; the padding is none. */
export function covered(size: number, layers: readonly Layer[]): number {
  const units = layers.reduce((row, { k, s, d, p }) => windows(row, k, s, p, d), size);
  const pixels = new Set<number>();
  for (let unit = 0; unit < units; unit++) {
    const [first, last] = seen(layers, unit);
    for (let pixel = first; pixel <= last; pixel++) if (pixel >= 0 && pixel < size) pixels.add(pixel);
  }
  return pixels.size;
}

/** As many as the product of these, counted in loops. */
export function counted(...sides: readonly number[]): number {
  const [length, ...inner] = sides;
  if (length === undefined) return 1;
  let count = 0;
  const each = counted(...inner);
  for (let i = 0; i < length; i++) count += each;
  return count;
}
