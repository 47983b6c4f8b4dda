/** Exams that can be taken, the one that is being taken, and those that were. */

export interface ExamsScreen {
  readonly name: 'exams';
  readonly rows: readonly ExamRow[];
  readonly row: number;
}

export type ExamRow =
  /** An exam against the clock is not finished. */
  | { readonly kind: 'unfinished'; readonly title: string }
  | { readonly kind: 'blueprint'; readonly blueprint: string; readonly title: string }
  | { readonly kind: 'taken'; readonly exam: string; readonly title: string };
