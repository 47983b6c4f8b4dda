/** What the report of an exam says. Credits and milliseconds. */

export interface Share {
  readonly label: string;
  readonly earned: number;
  /** Of these, granted by the student. */
  readonly self: number;
  readonly credits: number;
}

export interface ExamReport extends Omit<Share, 'label'> {
  readonly pass: number;
  readonly passed: boolean;
  readonly answered: number;
  readonly questions: number;
  readonly problems: readonly Share[];
  /** By the first word of the first topic, in the order of the exam. */
  readonly topics: readonly Share[];
  /** null where nobody watched. */
  readonly usedMs: number | null;
  readonly limitMs: number;
  /** The time had run out. */
  readonly byTime: boolean;
  /** Those that took longest, the longest first. */
  readonly longest: readonly { readonly number: string; readonly title: string; readonly ms: number }[];
  readonly forecast: {
    readonly expected: number;
    readonly low: number;
    readonly high: number;
    readonly inside: boolean;
    readonly guess: boolean;
  } | null;
}
