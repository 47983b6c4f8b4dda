import { convolution } from './library/convolution.ts';
import type { LibraryFunction } from './library/function.ts';
import { layers } from './library/layers.ts';
import { losses } from './library/losses.ts';

/** The deep-learning functions by name. */
export const library: ReadonlyMap<string, LibraryFunction> = new Map(
  [...convolution, ...layers, ...losses].map(row => [row.name, row]),
);
