import { elementary } from './library/elementary.ts';
import { finite } from './library/finite.ts';
import type { LibraryFunction } from './library/function.ts';
import { generative } from './library/generative.ts';
import { initialization } from './library/initialization.ts';
import { losses } from './library/losses.ts';
import { networks } from './library/networks.ts';
import { normalization } from './library/normalization.ts';
import { optimizers } from './library/optimizers.ts';
import { recurrent } from './library/recurrent.ts';
import { regularization } from './library/regularization.ts';
import { shapes } from './library/shapes.ts';
import { tensors } from './library/tensors.ts';

/** A chapter of the library, as its reference page shows it. */
export interface Chapter {
  readonly title: string;
  readonly functions: readonly LibraryFunction[];
}

const FIELD: readonly Chapter[] = [
  { title: 'Shapes and counts', functions: shapes },
  { title: 'Initialization', functions: initialization },
  { title: 'Normalization', functions: normalization },
  { title: 'Optimizers', functions: optimizers },
  { title: 'Losses and outputs', functions: losses },
  { title: 'Regularization', functions: regularization },
  { title: 'Recurrent networks', functions: recurrent },
  { title: 'Networks', functions: networks },
  { title: 'Generative models', functions: generative },
];

export const chapters: readonly Chapter[] = [
  // Of these a formula says itself why there is no result: a division by zero, the root of a negative number.
  { title: 'Numbers', functions: elementary },
  { title: 'Tensors', functions: tensors },
  ...FIELD.map(({ title, functions }) => ({ title, functions: functions.map(finite) })),
];

/** Every function that a formula may call, by name. */
export const library: ReadonlyMap<string, LibraryFunction> = new Map(
  chapters.flatMap(({ functions }) => functions.map(row => [row.name, row])),
);
