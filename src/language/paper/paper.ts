import type { Dialect } from '../scope.ts';
import { calledOnMatrices } from './calls.ts';
import { matrix } from './matrix.ts';
import { combined } from './operators.ts';

/** What a student means: matrix algebra as on paper. A vector is a column, and a 1×1 matrix is its number. */
export const paper: Dialect = { binary: combined, list: matrix, call: calledOnMatrices };
