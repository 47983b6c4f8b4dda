import type { LibraryFunction } from './function.ts';
import { dropout } from './regularization/dropout.ts';
import { dropoutLosses } from './regularization/dropout-loss.ts';
import { penalties } from './regularization/penalties.ts';
import { closedForms } from './regularization/ridge.ts';

/** Penalties, dropout, and the linear models in which both can be solved. */
export const regularization: readonly LibraryFunction[] = [penalties, dropout, dropoutLosses, closedForms].flat();
