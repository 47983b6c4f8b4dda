import type { LibraryFunction } from './function.ts';
import { attentions } from './networks/attention.ts';
import { convolutions } from './networks/convolution.ts';
import { linearBackward } from './networks/linear-backward.ts';
import { mlp } from './networks/mlp.ts';
import { mlpTraining } from './networks/mlp-training.ts';
import { pooling } from './networks/pooling.ts';
import { positionalEncoding } from './networks/positional-encoding.ts';

/** Whole layers and small networks, forward and backward. */
export const networks: readonly LibraryFunction[] = [
  mlp,
  ...mlpTraining,
  linearBackward,
  ...convolutions,
  ...pooling,
  ...attentions,
  positionalEncoding,
];
