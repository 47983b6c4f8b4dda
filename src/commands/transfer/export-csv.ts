import { isSelfMarked, mistakesIn } from '../../app/logged-mark.ts';
import type { EffectiveReview } from '../../schedule/review.ts';
import type { Context } from '../context.ts';
import { type Cell, csvLine } from './export-cells.ts';

/** `tutor export --format csv`: a row for each answer, for spreadsheets. */

type Column = readonly [name: string, cell: (review: EffectiveReview, context: Context) => Cell];

const COLUMNS: readonly Column[] = [
  ['date', ({ at, zone }) => localClock(at, zone).slice(0, 10)],
  ['time', ({ at, zone }) => localClock(at, zone).slice(11)],
  ['zone', ({ zone }) => zone],
  ['question', ({ question }) => question],
  ['title', ({ question }, { bank }) => bank.get(question)?.title ?? null],
  ['topic', ({ question }, { bank }) => bank.get(question)?.topics[0] ?? null],
  ['mode', ({ mode }) => mode],
  ['rating', ({ rating }) => rating],
  ['credit', ({ credit }) => rounded(credit, 4)],
  ['minutes', ({ ms }) => (ms === null ? null : rounded(ms / 60_000, 2))],
  ['hint', ({ hint }) => yes(hint)],
  ['guess', ({ guess }) => yes(guess)],
  ['self-marked', ({ mark }) => yes(isSelfMarked(mark))],
  ['predicted recall', ({ recall }) => (recall === null ? null : rounded(recall, 4))],
  ['reply', ({ reply }) => reply.join(' | ')],
  [
    'mistakes',
    ({ mark }) =>
      mistakesIn(mark)
        .map(({ tag }) => tag)
        .join(' | '),
  ],
  ['taken back', ({ undone }) => yes(undone)],
  ['scratch pad', ({ scratch }) => scratch?.join(' | ') ?? null],
];

/** In the order of writing, the oldest first. */
export function* csvLines(context: Context, question: string | undefined): Generator<string> {
  yield csvLine(COLUMNS.map(([name]) => name));
  const lines = [...newestFirst(context, question)].map(review =>
    csvLine(COLUMNS.map(([, cell]) => cell(review, context))),
  );
  yield* lines.reverse();
}

const PAGE = 1000;

/** A page at a time, as a whole history with its replies and marks takes room. */
function* newestFirst({ store }: Context, question: string | undefined): Generator<EffectiveReview> {
  for (let before: string | undefined; ; ) {
    const page = store().reviews({
      limit: PAGE,
      ...(question === undefined ? {} : { question }),
      ...(before === undefined ? {} : { before }),
    });
    yield* page;
    before = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-12-01 18:59:07`. Making a formatter takes longer than a thousand uses of it. */
function localClock(at: Date, zone: string): string {
  const clock =
    clocks.get(zone) ??
    // Swedish dates are ISO dates.
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  return clock.format(at);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no';
}
