import type { LibraryFunction } from './function.ts';
import { bidirectional } from './recurrent/bidirectional.ts';
import { bptt } from './recurrent/bptt.ts';
import { gradientFlow } from './recurrent/gradient-flow.ts';
import { gru } from './recurrent/gru.ts';
import { lstm } from './recurrent/lstm.ts';
import { rnn } from './recurrent/rnn.ts';

/** Recurrent networks. */
export const recurrent: readonly LibraryFunction[] = [
  ...rnn,
  ...lstm,
  ...gru,
  ...bidirectional,
  ...bptt,
  ...gradientFlow,
];
