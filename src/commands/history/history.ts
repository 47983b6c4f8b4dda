import { outcomeOf } from '../../app/history/rows.ts';
import { localTime } from '../../app/local-time.ts';
import { isSelfMarked } from '../../app/logged-mark.ts';
import type { EffectiveReview } from '../../schedule/review.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../environment.ts';
import { UsageError } from '../errors.ts';
import { percent } from '../mark.ts';
import { columns, printJson, printLines, widthOf } from '../output.ts';
import { pastData, reviewData } from './data.ts';
import { findReview, pages } from './find.ts';
import { printJsonList } from './json.ts';
import { pastOf } from './past.ts';
import { pastLines } from './past-lines.ts';

interface HistoryOptions {
  readonly json?: boolean;
  readonly limit?: string;
  readonly question?: string;
  readonly search?: string;
}

const MOST = 1_000_000;

/** `tutor history`: newest first; with a review, all about that one. */
export function history(context: Context, review: string | undefined, options: HistoryOptions): void {
  if (review === undefined) list(context, options);
  else one(context, review, options);
}

function one(context: Context, review: string, options: HistoryOptions): void {
  const idle = (['limit', 'question', 'search'] as const).find(name => options[name] !== undefined);
  if (idle !== undefined) {
    throw new UsageError(`--${idle} chooses among many answers: leave it out, or leave out "${review.slice(0, 40)}".`);
  }
  if (context.bank.get(review)) {
    throw new UsageError(
      `"${review}" is a question and no review: "tutor history --question ${review}" lists its answers.`,
    );
  }
  printPast(context, review, options.json ?? false);
}

/** All about one answer. */
export function printPast(context: Context, review: string, json: boolean): void {
  const { environment } = context;
  const past = pastOf(context, findReview(context, review));
  if (json) printJson(environment, pastData(past));
  else printLines(environment, pastLines(past, environment.zone, widthOf(environment)));
}

/** Page by page, as a history may be long. */
function list({ environment, store }: Context, { json, limit, question, search }: HistoryOptions): void {
  const filter = {
    ...(question === undefined ? {} : { question }),
    ...(search === undefined ? {} : { containing: search }),
  };
  const most = limit === undefined ? undefined : wholeNumber(limit, '--limit', MOST);
  const found = pages(store(), filter, most);
  if (json) {
    printJsonList(environment, 'reviews', data(found));
    return;
  }
  const room = environment.stdout.columns ?? Number.POSITIVE_INFINITY;
  let count = 0;
  for (const page of found) {
    count += page.length;
    printLines(environment, fitting(page, room));
  }
  if (count === 0 && most !== 0) printLines(environment, [nothingFound(question, search)]);
}

function* data(found: Iterable<readonly EffectiveReview[]>): Generator<unknown> {
  for (const page of found) yield* page.map(reviewData);
}

function nothingFound(question: string | undefined, search: string | undefined): string {
  if (search !== undefined) return `No answer has "${search.slice(0, 40)}" in its question, its reply or its mark.`;
  return question === undefined
    ? 'No answers yet. "tutor study" begins.'
    : `No answers to "${question.slice(0, 100)}" yet.`;
}

/** A row for each; in a narrow window, where rows would break in two, a few lines for each. */
function fitting(page: readonly EffectiveReview[], room: number): string[] {
  const rows = page.map(line);
  const lines = columns(rows);
  return lines.every(text => text.length <= room) ? lines : rows.flatMap(row => told(row, room));
}

const MARGIN = '  ';

function told([at = '', credit = '', by = '', outcome = '', question = '', id = '']: readonly string[], room: number) {
  const head = [at, credit, outcome, by].filter(Boolean).join('  ');
  const tail = `${MARGIN}${question}  ${id}`;
  return [head, ...(tail.length <= room ? [tail] : [`${MARGIN}${question}`, `${MARGIN}${id}`])];
}

function line(review: EffectiveReview): string[] {
  const { at, zone, question, credit, mark, id } = review;
  const by = isSelfMarked(mark) ? 'self-marked' : '';
  return [localTime(at, zone), percent(credit).padStart(5), by, outcomeOf(review), question, id];
}
