import type { LibraryFunction } from './function.ts';
import { adamFamily } from './optimizers/adam.ts';
import { adamVariants } from './optimizers/adam-variants.ts';
import { adaptive } from './optimizers/adaptive.ts';
import { averages } from './optimizers/averages.ts';
import { clipping } from './optimizers/clipping.ts';
import { firstOrder } from './optimizers/first-order.ts';
import { newtonMethods } from './optimizers/newton.ts';
import { onQuadratics } from './optimizers/quadratic.ts';
import { runs } from './optimizers/runs.ts';
import { schedules } from './optimizers/schedules.ts';
import { training } from './optimizers/training.ts';
import { warmups } from './optimizers/warmup.ts';

/** Update rules step by step, their rates over time, and what else moves parameters. */
export const optimizers: readonly LibraryFunction[] = [
  firstOrder,
  adaptive,
  adamFamily,
  adamVariants,
  runs,
  averages,
  onQuadratics,
  newtonMethods,
  clipping,
  schedules,
  warmups,
  training,
].flat();
