import type { LibraryFunction } from './function.ts';
import { makingFunctions } from './tensors/making.ts';
import { matrixFunctions } from './tensors/matrices.ts';
import { reductionFunctions } from './tensors/reductions.ts';

/** Making tensors, and functions of whole tensors. */
export const tensors: readonly LibraryFunction[] = [...reductionFunctions, ...matrixFunctions, ...makingFunctions];
