import { COVER_PRELUDE, PAGE_PRELUDE } from './page.ts';
import { QUESTION_PRELUDE, SPACE_PRELUDE } from './questions.ts';
import { SOLUTION_PRELUDE } from './solutions.ts';

/** All functions that the calls of a paper rest on. It is the same for every paper. */
export const PRELUDE = [PAGE_PRELUDE, COVER_PRELUDE, QUESTION_PRELUDE, SPACE_PRELUDE, SOLUTION_PRELUDE].join('');
