import type { Blueprint } from './blueprint.ts';
import type { Varying } from './form.ts';

/** All that the forms of an exam depend on, beside the bank. */
export interface ExamSpec {
  readonly blueprint: Blueprint;
  /** A whole number, 0 … 2⁵³ − 1. */
  readonly seed: number;
  readonly vary: Varying;
}
