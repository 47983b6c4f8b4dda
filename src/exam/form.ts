import type { AnswerKey } from '../answers/answers.ts';
import type { Variant } from '../bank/variant.ts';

/** A form of an exam: first as it was drawn, which takes no time, and then with all its questions made. */

/** What differs between the forms of one exam: places, numbers, both, or the questions themselves. */
export const VARYINGS = ['order', 'numbers', 'both', 'questions'] as const;
export type Varying = (typeof VARYINGS)[number];

export interface PlannedQuestion {
  readonly id: string;
  /** `1.3`: its problem, and its place in it. */
  readonly number: string;
  readonly credits: number;
  /** `makeVariant(template, seed)` is the question as it is printed … */
  readonly seed: number;
  /** … but for the order of its options, which is the variant's own where this is null. */
  readonly order: number | null;
}

export interface PlannedForm {
  /** A, B … Z, AA … */
  readonly name: string;
  /** From 0. */
  readonly index: number;
  readonly problems: readonly (readonly PlannedQuestion[])[];
}

export interface FormPart {
  /** As the question names it. */
  readonly name: string;
  /** `1.3`, or `1.3a` where the question has several parts: unique in the form. */
  readonly label: string;
  /** Markdown; empty for the only part of a question. */
  readonly ask: string;
  readonly credits: number;
  /** Options in the order of this form. */
  readonly key: AnswerKey;
}

export interface FormQuestion extends PlannedQuestion {
  readonly variant: Variant;
  readonly parts: readonly FormPart[];
}

export interface FormProblem {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly credits: number;
  /** Markdown. */
  readonly story: string | null;
  readonly questions: readonly FormQuestion[];
}

export interface Form extends Pick<PlannedForm, 'name' | 'index'> {
  readonly problems: readonly FormProblem[];
}
