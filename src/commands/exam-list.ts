import { percent } from '../app/history/facts.ts';
import { localTime } from '../app/local-time.ts';
import { minutesAndSeconds } from '../app/tally.ts';
import { type ForecastRecord, forecastIn, forecastRecord } from '../schedule/mock/record.ts';
import type { Attempt, ExamResult } from '../store/attempts.ts';
import type { Context } from './context.ts';
import { columns, printJson, printLines } from './output.ts';

/** `tutor exam list`: finished exams, how well they were forecast, and what is still being taken. */
export function examList({ environment, store }: Context, { json }: { readonly json?: boolean }): void {
  const { exams } = store();
  const [results, attempts] = [exams.results(), exams.attempts()];
  const record = forecastRecord(results);
  if (json) {
    printJson(environment, {
      exams: results.map(resultData),
      record: record && { exams: record.exams.length, inside: record.inside, bias: record.bias, error: record.error },
      unfinished: attempts.map(attemptData),
    });
    return;
  }
  const blocks = [resultLines(results), record === null ? [] : recordLines(record), attempts.map(attemptLine)];
  printLines(
    environment,
    blocks.filter(block => block.length > 0).flatMap((block, i) => (i === 0 ? block : ['', ...block])),
  );
}

const HEADINGS = ['date', 'form', 'credits', 'share', '', 'forecast', '', 'code', 'title'];

function resultLines(results: readonly ExamResult[]): string[] {
  if (results.length === 0) return ['No exam was finished yet. "tutor exam take" begins one.'];
  return columns([HEADINGS, ...results.map(resultCells)]);
}

function resultCells(exam: ExamResult): string[] {
  const { at, zone, form, earned, credits, forecast, code, title } = exam;
  const kept = forecastIn(exam);
  return [
    dateOf(at, zone),
    form,
    `${amount(earned)} of ${amount(credits)}`,
    percent(earned / credits),
    isPassed(exam) ? 'passed' : 'not passed',
    forecast === null ? 'none' : `${percent(forecast.mean)} (${percent(forecast.low)} to ${percent(forecast.high)})`,
    kept === null ? '' : kept.isInside ? 'inside' : 'outside',
    code,
    title,
  ];
}

function recordLines({ exams, inside, bias, error }: ForecastRecord<ExamResult>): string[] {
  const points = (share: number): string => `${(100 * Math.abs(share)).toFixed(1)} % of the credits`;
  const side = Math.abs(bias) < 0.0005 ? 'as high as' : `${points(bias)} ${bias > 0 ? 'above' : 'below'}`;
  const count = exams.length;
  return [
    `Forecasts: ${inside} of ${count} ${count === 1 ? 'result' : 'results'} inside the interval, which should hold 9 in 10.`,
    `On average the results were ${side} the forecast, and ${points(error)} away from it.`,
  ];
}

function attemptLine({ title, form, code, at, zone, elapsedMs, clock, handedInAt }: Attempt): string {
  const isTyped = clock === 'none';
  const used = isTyped ? '' : `, ${minutesAndSeconds(elapsedMs)} used`;
  const state = handedInAt === null ? '' : ', handed in and not marked yet';
  const how = isTyped ? `tutor exam mark ${code} --form ${form}` : 'tutor exam take';
  return `Not finished: ${title}, form ${form} (${code}), begun ${localTime(at, zone)}${used}${state}. Go on with "${how}".`;
}

function resultData(exam: ExamResult): Record<string, unknown> {
  const { id, at, ...rest } = exam;
  return {
    exam: id,
    ...rest,
    at: at.toISOString(),
    passed: isPassed(exam),
    inside: forecastIn(exam)?.isInside ?? null,
  };
}

function attemptData({ id, data: _, at, handedInAt, ...rest }: Attempt): Record<string, unknown> {
  return { attempt: id, ...rest, at: at.toISOString(), handedInAt: handedInAt?.toISOString() ?? null };
}

/** Credits are sums of shares in floating point. */
function isPassed({ earned, pass }: ExamResult): boolean {
  return earned >= pass - 1e-9;
}

function dateOf(at: Date, zone: string): string {
  return localTime(at, zone).slice(0, 10);
}

/** `47.5`, `0.67` */
function amount(value: number): string {
  return String(Number(value.toFixed(2)));
}
