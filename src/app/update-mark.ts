import { RATINGS } from '../schedule/review.ts';
import type { Action, Effect } from './events.ts';
import type { MarkScreen } from './screens.ts';
import { type Next, presentNext } from './session.ts';
import type { State } from './state.ts';
import { stepsAfter } from './update-steps.ts';

/** After the mark: on to the next question, with the rating as it is or as the student sees it. */
export function updateMark(state: State, screen: MarkScreen, action: Action): Next {
  const next = presentNext(state);
  if (action === 'next') return [state, [next]];
  const steps = stepsAfter(screen.steps, screen.presented.variant.solution, action);
  if (steps !== undefined) return [{ ...state, screen: { ...screen, steps }, scroll: null, notice: null }, []];
  const rating = RATINGS.find(name => action === `rate-${name}`);
  if (rating === undefined || screen.rating === null) return [state, []];
  const answered = state.answered.map(entry => (entry.review === screen.review ? { ...entry, rating } : entry));
  const effects: Effect[] = rating === screen.rating ? [next] : [{ type: 'rate', review: screen.review, rating }, next];
  return [{ ...state, answered }, effects];
}
