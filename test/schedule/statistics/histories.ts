import fc from 'fast-check';
import { createScheduler } from '../../../src/schedule/memory.ts';
import { type Card, type Mode, RATINGS, type Rating } from '../../../src/schedule/review.ts';
import type { AnswerRow, History, MistakeRow, QuestionRow } from '../../../src/schedule/statistics/types.ts';
import { studyDayNumber } from '../../../src/schedule/study-day.ts';
import { UNTUNED } from '../../../src/schedule/tuning.ts';
import { partsOf } from '../reviews.ts';

/** Histories as a student, several machines, travels and set-back clocks could make them. */

export const QUESTIONS: readonly QuestionRow[] = [
  { id: 'cnn/one', topics: ['cnn/size', 'math'], parts: partsOf('number'), credits: 2 },
  { id: 'cnn/two', topics: ['cnn'], parts: partsOf('choice'), credits: 1.5 },
  { id: 'rnn/one', topics: ['rnn/lstm'], parts: partsOf('number'), credits: 4 },
  { id: 'rnn/two', topics: ['rnn'], parts: partsOf('words'), credits: 3 },
  { id: 'misc/three', topics: ['optimization/adam'], parts: partsOf('tensor'), credits: 6 },
  { id: 'loose', topics: [], parts: partsOf('rubric'), credits: 1 },
];
const GONE = ['cnn/gone', 'old'];
const TAGS = ['no bias correction', 'stride forgotten', 'sign'];

export const scheduler = createScheduler(UNTUNED);

/** How long each question is expected to take, in milliseconds. */
export const expectedMs = (question: string): number => 1000 * question.length;

const START = Date.parse('2026-03-01T00:00:00Z');
const HOUR = 3_600_000;

const share = fc.double({ min: 0, max: 1, noNaN: true });

const answer = fc.record({
  question: fc.constantFrom(...QUESTIONS.map(({ id }) => id), ...GONE),
  /** Since the answer before. */
  hours: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 150 })),
  zone: fc.constantFrom('UTC', 'UTC', 'Pacific/Auckland', 'America/Los_Angeles'),
  mode: fc.constantFrom<Mode>('study', 'study', 'study', 'practice', 'drill'),
  rating: fc.constantFrom<Rating>(...RATINGS),
  credit: fc.constantFrom(0, 0.25, 0.5, 1, 1, 1 - 1e-12),
  ms: fc.option(fc.integer({ min: 0, max: 900_000 })),
  hint: fc.boolean(),
  guess: fc.boolean(),
  recall: fc.option(fc.oneof(share, fc.constantFrom(0, 0.5, 0.85, 0.9, 0.95, 1)), { freq: 8 }),
  self: fc.boolean(),
});

/** In the order of time. */
const answers: fc.Arbitrary<readonly AnswerRow[]> = fc.array(answer, { maxLength: 60 }).map(drafts => {
  let time = START;
  return drafts.map(({ hours, rating, mode, recall, ...draft }, i) => {
    time += hours * HOUR;
    const at = new Date(time);
    return {
      ...draft,
      id: String(i).padStart(4, '0'),
      mode,
      rating: mode === 'study' ? rating : null,
      recall,
      at,
      day: studyDayNumber(at, draft.zone),
    };
  });
});

const mistakes: fc.Arbitrary<readonly MistakeRow[]> = fc.uniqueArray(
  fc.record({
    question: fc.constantFrom(...QUESTIONS.map(({ id }) => id)),
    part: fc.constantFrom('a', 'b'),
    tag: fc.constantFrom(...TAGS),
    times: fc.integer({ min: 1, max: 5 }),
    lastDay: fc.integer({ min: 20_500, max: 20_510 }),
  }),
  { selector: ({ question, part, tag }) => `${question} ${part} ${tag}`, maxLength: 12 },
);

export function cardsOf(rows: readonly AnswerRow[]): Map<string, Card> {
  const cards = new Map<string, Card>();
  for (const [question, own] of Map.groupBy(rows, row => row.question)) {
    const memory = scheduler.replay(
      question,
      own.map(row => ({ ...row, undone: false })),
    );
    if (memory) cards.set(question, { ...memory, question });
  }
  return cards;
}

/** Today is a day near the last answer, or before it where the clock was set back. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    answers,
    mistakes,
    after: fc.integer({ min: -3, max: 40 }),
    aside: fc.subarray(QUESTIONS.map(({ id }) => id)),
  })
  .map(({ answers: rows, mistakes: found, after, aside }) => ({
    answers: rows,
    cards: cardsOf(rows),
    questions: QUESTIONS,
    mistakes: found,
    aside: new Set(aside),
    today: (rows.at(-1)?.day ?? 20_513) + after,
    retrievability: scheduler.retrievability,
    expectedMs,
  }));
