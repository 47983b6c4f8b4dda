import type { Place } from '../language/located.ts';

/** Something wrong in a question file, where, and what to do about it. */
export interface Problem extends Place {
  readonly file: string;
  readonly message: string;
}

export function problemText({ file, line, column, message }: Problem): string {
  return `${[file, line, ...(column === undefined ? [] : [column])].join(':')}: ${message}`;
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
