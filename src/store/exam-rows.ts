/** Between rows of exams and the shapes of the program. */

import type { Attempt, ExamForecast, ExamResult } from './attempts.ts';
import { fromJson, toJson } from './json.ts';

/** A finished exam. */
export interface ExamRow extends Omit<ExamResult, 'forecast' | 'at'> {
  readonly forecast_mean: number | null;
  readonly forecast_low: number | null;
  readonly forecast_high: number | null;
  readonly at: number;
}

export interface AttemptRow extends Omit<Attempt, 'forecast' | 'data' | 'at' | 'elapsedMs' | 'handedInAt'> {
  readonly forecast: string;
  readonly data: string;
  readonly at: number;
  readonly elapsed_ms: number;
  readonly handed_in_at: number | null;
}

/** A draft of an attempt. */
export interface DraftRow {
  readonly attempt: string;
  readonly slot: string;
  readonly value: string;
}

export function fromExam({ forecast, at, ...rest }: ExamResult): ExamRow {
  return {
    ...rest,
    forecast_mean: forecast?.mean ?? null,
    forecast_low: forecast?.low ?? null,
    forecast_high: forecast?.high ?? null,
    at: at.getTime(),
  };
}

export function toExam({
  forecast_mean: mean,
  forecast_low: low,
  forecast_high: high,
  at,
  ...rest
}: ExamRow): ExamResult {
  const forecast = mean === null || low === null || high === null ? null : { mean, low, high };
  return { ...rest, forecast, at: new Date(at) };
}

export function fromAttempt({ forecast, data, at, elapsedMs, handedInAt, ...rest }: Attempt): AttemptRow {
  return {
    ...rest,
    forecast: toJson(forecast),
    data: toJson(data),
    at: at.getTime(),
    elapsed_ms: elapsedMs,
    handed_in_at: handedInAt?.getTime() ?? null,
  };
}

export function toAttempt({ forecast, data, at, elapsed_ms, handed_in_at, ...rest }: AttemptRow): Attempt {
  return {
    ...rest,
    forecast: fromJson(forecast) as ExamForecast | null,
    data: fromJson(data),
    at: new Date(at),
    elapsedMs: elapsed_ms,
    handedInAt: handed_in_at === null ? null : new Date(handed_in_at),
  };
}
