import { clockText } from '../../app/exam/clock.ts';
import { isPassed } from '../../app/exam/report.ts';
import { percent } from '../../app/history/facts.ts';
import { localTime } from '../../app/local-time.ts';
import { creditsNumber } from '../../exam/credits.ts';
import { type ForecastRecord, forecastIn, forecastRecord } from '../../schedule/mock/record.ts';
import type { Attempt, ExamResult } from '../../store/attempts.ts';
import type { Context } from '../context.ts';
import { columns, printJson, printLines } from '../output.ts';

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
  const going = attempts.map(attempt => attemptLine(attempt, environment.now()));
  const room = environment.stdout.columns ?? Number.POSITIVE_INFINITY;
  const blocks = [resultLines(results, room), record === null ? [] : recordLines(record), going];
  printLines(
    environment,
    blocks.filter(block => block.length > 0).flatMap((block, i) => (i === 0 ? block : ['', ...block])),
  );
}

const HEADINGS = ['id', 'date', 'form', 'credits', 'share', '', 'forecast', '', 'code', 'title'];

/** The end of an id, which differs where ids of one moment begin alike. */
const ID_SHOWN = 8;

/** A row for each; in a narrow window, where rows would break in two, a few lines for each. */
function resultLines(results: readonly ExamResult[], room: number): string[] {
  if (results.length === 0) return ['No exam was finished yet. "tutor exam take" begins one.'];
  const cells = results.map(resultCells);
  const rows = columns([HEADINGS, ...cells]);
  const isWide = rows.every(row => row.length <= room);
  return [...(isWide ? rows : cells.flatMap(told)), '"tutor exam show" and an id tell all of an exam.'];
}

type Cells = readonly [
  ...[id: string, date: string, form: string, credits: string, share: string, passed: string],
  ...[forecast: string, inside: string, code: string, title: string],
];

function told([id, date, form, credits, share, passed, forecast, inside, code, title]: Cells): string[] {
  const margin = ' '.repeat(ID_SHOWN + 2);
  return [
    `${id}  ${date}  form ${form}  ${code}`,
    `${margin}${title}`,
    `${margin}${credits} credits, ${share}: ${passed}`,
    ...(inside === '' ? [] : [`${margin}forecast ${forecast}: ${inside}`]),
    '',
  ];
}

function resultCells(exam: ExamResult): Cells {
  const { id, at, zone, form, earned, credits, forecast, code, title } = exam;
  const kept = forecastIn(exam);
  return [
    id.slice(-ID_SHOWN),
    dateOf(at, zone),
    form,
    `${creditsNumber(earned)} of ${creditsNumber(credits)}`,
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

function attemptLine(attempt: Attempt, now: Date): string {
  const { title, form, code, at, zone, clock, handedInAt } = attempt;
  const isTyped = clock === 'none';
  const state = handedInAt === null ? '' : ', handed in and not marked yet';
  const how = isTyped ? `tutor exam mark ${code} --form ${form}` : 'tutor exam take';
  return `Not finished: ${title}, form ${form} (${code}), begun ${localTime(at, zone)}${handedInAt === null ? timeLine(attempt, now) : ''}${state}. Go on with "${how}".`;
}

/** Where the clock runs on, it does so while the program is closed. */
function timeLine({ clock, minutes, at, elapsedMs }: Attempt, now: Date): string {
  if (clock === 'none') return '';
  const used = clock === 'runs' ? Math.max(elapsedMs, now.getTime() - at.getTime()) : elapsedMs;
  const left = minutes * 60_000 - used;
  return left > 0 ? `, ${clockText(left)} left` : ', its time is up';
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

function dateOf(at: Date, zone: string): string {
  return localTime(at, zone).slice(0, 10);
}
