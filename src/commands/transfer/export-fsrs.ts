import { RATINGS } from '../../schedule/review.ts';
import type { Context } from '../context.ts';
import { csvLine } from './export-cells.ts';

/**
 * `tutor export --format fsrs`: the review log as optimizers of FSRS read it, by the schema of the project fsrs-optimizer.
 * Only what the memories are made of is in it: of each question the first rated answer of a study day.
 */

const NAMES = ['card_id', 'review_time', 'review_rating', 'review_state', 'review_duration'];

/** Of a question never rated before, and of any other: there are no learning steps in between. */
const NEW = 0;
const REVIEW = 2;

/** By question, each in the order of time. */
export function* fsrsLines({ store }: Context, only: string | undefined): Generator<string> {
  yield csvLine(NAMES);
  const { counted } = store().scheduler();
  const questions = only === undefined ? [...store().cards().keys()].sort() : [only];
  for (const question of questions) {
    const rows = counted(store().reviews({ question }));
    for (const [i, { at, rating, ms }] of rows.entries()) {
      const state = i === 0 ? NEW : REVIEW;
      // Optimizers drop rows without a duration.
      const duration = Math.round(ms ?? 0);
      yield csvLine([question, at.getTime(), RATINGS.indexOf(rating) + 1, state, duration]);
    }
  }
}
