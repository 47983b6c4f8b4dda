import type { LibraryFunction } from './function.ts';
import { binary } from './losses/binary.ts';
import { counts } from './losses/counts.ts';
import { crossEntropies } from './losses/cross-entropy.ts';
import { distances } from './losses/distances.ts';
import { gaussians } from './losses/gaussian.ts';
import { information } from './losses/information.ts';
import { margins } from './losses/margins.ts';
import { overlaps } from './losses/overlap.ts';
import { predictions } from './losses/predictions.ts';
import { regression } from './losses/regression.ts';
import { softmaxes } from './losses/softmax.ts';

/** Losses of a prediction and its target, what they are made of, and how predictions are judged. */
export const losses: readonly LibraryFunction[] = [
  regression,
  crossEntropies,
  binary,
  softmaxes,
  margins,
  distances,
  information,
  gaussians,
  counts,
  predictions,
  overlaps,
].flat();
