import type { ExamReport } from '../exam/report-facts.ts';

/** Exams that can be taken, the one that is being taken, and those that were. */

export interface ExamsScreen {
  readonly name: 'exams';
  /** What is not finished first, then what can be taken, then what was, newest first. */
  readonly rows: readonly ExamRow[];
  readonly row: number;
  /** The exam under the cursor is thrown away by the same key once more. */
  readonly dropping: boolean;
  /** A finished exam that is looked at; null for the list. */
  readonly report: PastExam | null;
}

export type ExamRow = UnfinishedRow | BlueprintRow | BrokenRow | TakenRow;

export interface UnfinishedRow {
  readonly kind: 'unfinished';
  readonly attempt: string;
  readonly title: string;
  readonly form: string;
  readonly code: string;
  /** `none`: answers on paper are being typed in. */
  readonly clock: 'runs' | 'pauses' | 'none';
  readonly credits: number;
  readonly minutes: number;
  /** When it began, on the clock of the place where that was. */
  readonly begun: string;
  /** Milliseconds; null where nobody watches the clock, and once it is handed in. */
  readonly leftMs: number | null;
  readonly handedIn: boolean;
}

export interface BlueprintRow {
  readonly kind: 'blueprint';
  readonly blueprint: string;
  readonly title: string;
  readonly minutes: number;
  readonly credits: number;
  readonly pass: number;
  /** Of one that was drawn as an example; others may have a few more or less. */
  readonly questions: number;
  readonly problems: readonly { readonly title: string; readonly credits: number; readonly questions: number }[];
  /** By their outermost name, with the questions of that example; the most frequent first. */
  readonly topics: readonly { readonly name: string; readonly count: number }[];
  /** Shares of the credits in that example, taken today; null until it is asked for. */
  readonly expected: Expected | null;
}

/** It holds the result 9 times in 10. */
export interface Expected {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A blueprint that cannot be used. */
export interface BrokenRow {
  readonly kind: 'broken';
  readonly blueprint: string;
  /** Why, and what to do. */
  readonly problem: string;
}

export interface TakenRow {
  readonly kind: 'taken';
  readonly exam: string;
  readonly title: string;
  readonly form: string;
  readonly code: string;
  /** Local date on which it was handed in. */
  readonly date: string;
  readonly earned: number;
  /** Of these, granted by the student. */
  readonly self: number;
  readonly credits: number;
  readonly pass: number;
  readonly passed: boolean;
  readonly questions: number;
  readonly answered: number;
  /** Milliseconds; null where nobody watched the clock. */
  readonly ms: number | null;
  /** null where nothing was said before it began. */
  readonly forecast: (Expected & { readonly isInside: boolean }) | null;
}

/** A finished exam with its answers. */
export interface PastExam {
  readonly title: string;
  readonly form: string;
  readonly code: string;
  readonly handedIn: string;
  readonly report: ExamReport;
  readonly answers: readonly PastAnswer[];
}

export interface PastAnswer {
  /** `1.3`; null where the exam cannot be drawn again. */
  readonly number: string | null;
  readonly title: string;
  readonly credits: number;
  /** 0 … 1; null where it was not answered. */
  readonly credit: number | null;
}

/** An exam to be found again in the list: by its code once it was begun, and by what it is drawn from before that. */
export interface WantedExam {
  readonly code: string | null;
  readonly blueprint: string | null;
}

/** What the outer world is asked for. */
export type ExamsWish =
  | { readonly kind: 'report'; readonly exam: string; readonly from: ExamsScreen }
  /** What to expect of the blueprint under the cursor. */
  | { readonly kind: 'expect'; readonly from: ExamsScreen }
  | { readonly kind: 'drop'; readonly attempt: string; readonly title: string };
