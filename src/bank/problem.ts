/** Something wrong in a question file, where, and what to do about it. */
export interface Problem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export function problemText({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}

/** A question that cannot be used. Its message is meant for the author. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}
