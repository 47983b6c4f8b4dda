import type { LibraryFunction } from './function.ts';
import { attentionMacs } from './shapes/attention-macs.ts';
import { counted } from './shapes/common.ts';
import { convolutionParams } from './shapes/convolution-params.ts';
import { dense } from './shapes/dense.ts';
import { layerShapes } from './shapes/layer-shapes.ts';
import { macs } from './shapes/macs.ts';
import { memory } from './shapes/memory.ts';
import { receptiveField } from './shapes/receptive-field.ts';
import { recurrentParams } from './shapes/recurrent-params.ts';
import { sizes } from './shapes/sizes.ts';
import { transformerParams } from './shapes/transformer-params.ts';

/** Shapes, counts and receptive fields. */
export const shapes: readonly LibraryFunction[] = [
  ...convolutionParams,
  ...sizes,
  ...layerShapes,
  ...receptiveField,
  ...dense,
  ...recurrentParams,
  ...transformerParams,
  ...macs,
  attentionMacs,
  ...memory,
].map(counted);
