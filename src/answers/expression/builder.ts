import type { Formula } from '../../language/expression.ts';
import type { Source, Step } from './steps.ts';

/** Puts steps in a row. */
export interface Builder {
  readonly add: (step: Step) => Source;
  /** The steps of a part of a formula. */
  readonly of: (formula: Formula) => Source;
  /** Of two matrices of these shapes. */
  readonly product: (a: Source, b: Source, left: readonly number[], right: readonly number[]) => Source;
}
