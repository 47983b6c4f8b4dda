import { type Asked, mockForecast } from '../../schedule/mock/forecast.ts';
import { posterior } from '../../schedule/plan/posterior.ts';
import type { ExamForecast } from '../../store/attempts.ts';
import type { Context } from '../context.ts';
import { inputNow } from '../schedule/planning.ts';

/** What to expect of an exam with these questions, taken now: shares of its credits. */
export function forecastOf(context: Context, questions: readonly Asked[]): ExamForecast {
  const input = inputNow(context);
  const known = posterior(input.histories, input.weights, input.seed);
  return mockForecast({ ...input, posterior: known }, questions);
}
