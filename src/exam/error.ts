import { type Problem, problemText } from '../bank/problem.ts';

/** An exam that cannot be had as it was asked for. The message is meant for whoever asked, and says what to do. */
export class ExamError extends Error {
  override readonly name: string = 'ExamError';
}

/**
 * A blueprint that is written wrongly, or asks for what the bank does not hold: one line a problem, all at once. Problems
 * of a blueprint without a file have an empty one.
 */
export class BlueprintError extends ExamError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problem => (problem.file === '' ? problem.message : problemText(problem))).join('\n'));
    this.problems = problems;
  }
}
