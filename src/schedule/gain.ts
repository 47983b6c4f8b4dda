import type { MemoryModel, MemoryState } from './fsrs.ts';

/**
 * How much likelier a question is to be known so many days from now if it is asked today than if it is not (0 … 1, and
 * hardly ever below 0): the mean over being known and not, each with the memory that FSRS expects after it.
 *
 * @param since days since the last answer
 * @param until days from now to the day that counts
 */
export function gain(model: MemoryModel, state: MemoryState, since: number, until: number): number {
  const known = model.recall(state.stability, since);
  const afterKnown = model.next(state, since, 'good');
  const afterForgotten = model.next(state, since, 'again');
  const asked =
    known * model.recall(afterKnown.stability, until) + (1 - known) * model.recall(afterForgotten.stability, until);
  return asked - model.recall(state.stability, since + until);
}
