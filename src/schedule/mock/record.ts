/** How well mock exams were forecast so far. */

import type { Range } from '../plan/types.ts';

interface Finished {
  /** Said before it began; null where nothing was said. */
  readonly forecast: Range | null;
  readonly earned: number;
  readonly credits: number;
}

/** An exam with its forecast and what came of it, as shares of the credits. */
interface Forecast<E extends Finished> {
  readonly exam: E;
  readonly forecast: Range;
  readonly result: number;
  readonly isInside: boolean;
}

export interface ForecastRecord<E extends Finished> {
  /** In the order given; at least one. */
  readonly exams: readonly Forecast<E>[];
  /** How many results fell into their interval, which 9 of 10 should. */
  readonly inside: number;
  /** Mean of result less forecast: above 0 where students do better than was said. */
  readonly bias: number;
  /** Mean distance of result and forecast. */
  readonly error: number;
}

/** Results are sums of credits in floating point. */
const ROUNDING = 1e-9;

/** null where nothing was forecast: of no exam nothing can be said. */
export function forecastRecord<E extends Finished>(results: readonly E[]): ForecastRecord<E> | null {
  const exams = results.flatMap(exam => forecastIn(exam) ?? []);
  if (exams.length === 0) return null;
  const errors = exams.map(({ forecast, result }) => result - forecast.mean);
  return {
    exams,
    inside: exams.filter(({ isInside }) => isInside).length,
    bias: mean(errors),
    error: mean(errors.map(Math.abs)),
  };
}

/** null where nothing was forecast. */
export function forecastIn<E extends Finished>(exam: E): Forecast<E> | null {
  const { forecast, earned, credits } = exam;
  if (forecast === null || !(credits > 0)) return null;
  const result = earned / credits;
  const isInside = result >= forecast.low - ROUNDING && result <= forecast.high + ROUNDING;
  return { exam, forecast, result, isInside };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
