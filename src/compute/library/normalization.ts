import type { LibraryFunction } from './function.ts';
import { backward } from './normalization/backward.ts';
import { batch } from './normalization/batch.ts';
import { folding } from './normalization/fold.ts';
import { withinSamples } from './normalization/layer.ts';
import { rms } from './normalization/rms.ts';
import { running } from './normalization/running.ts';
import { statisticsOf } from './normalization/shapes.ts';
import { weightNorms } from './normalization/weight.ts';

/** Activations and weights brought to a common scale. */
export const normalization: readonly LibraryFunction[] = [
  statisticsOf,
  batch,
  running,
  backward,
  withinSamples,
  rms,
  folding,
  weightNorms,
].flat();
