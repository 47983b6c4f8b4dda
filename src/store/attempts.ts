/** Exams being taken, and those that were: what the store keeps of them. */

/** How the clock of an exam goes on while the program is closed; `none`: nobody watches it, as with answers on paper. */
type ExamClock = 'runs' | 'pauses' | 'none';

/** Shares of the credits, 0 … 1; the interval holds the result in 90 of 100 cases. */
export interface ExamForecast {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What is known of an exam before it begins, and kept of it for good. */
interface Sat {
  /** Reprints the exam. */
  readonly code: string;
  readonly form: string;
  readonly title: string;
  readonly minutes: number;
  readonly credits: number;
  /** Credits that pass it. */
  readonly pass: number;
  readonly clock: ExamClock;
  /** What was expected before it began; null where nothing was said. */
  readonly forecast: ExamForecast | null;
  readonly zone: string;
}

export interface NewAttempt extends Sat {
  /** The exam as it was drawn: plain data. */
  readonly data: unknown;
  /** When it began. */
  readonly at: Date;
}

/** An exam that is not finished: it lives on this machine alone. */
export interface Attempt extends NewAttempt {
  readonly id: string;
  /** Time used, in milliseconds, as it was told last. */
  readonly elapsedMs: number;
  /** null while answers can still be changed. */
  readonly handedInAt: Date | null;
}

/** A finished exam: a row of the log, never changed. */
export interface ExamResult extends Sat {
  /** UUID of version 7; its reviews name it. */
  readonly id: string;
  /** Credits. */
  readonly earned: number;
  /** Of these, granted by the student. */
  readonly self: number;
  readonly questions: number;
  readonly answered: number;
  /** Time used, in milliseconds; null where nobody watched the clock. */
  readonly ms: number | null;
  /** When it was handed in. */
  readonly at: Date;
  readonly device: string;
}
