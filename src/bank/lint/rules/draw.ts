import { QuestionError } from '../../problem.ts';
import type { Remark, Rule } from '../rule.ts';

/** Every seed ends with a variant. */

/** What was thrown, for the author. */
export function failure(error: unknown): readonly Remark[] {
  if (error instanceof QuestionError) return error.problems.map(({ file: _, ...problem }) => problem);
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [{ line: 1, message: `the program itself fails here (${said}): please report it, with this file` }];
}

export const draw: Rule = {
  name: 'draw',
  about: 'The given variant is possible, and every seed ends with a variant.',
  watch: () => ({ fail: failure }),
};
