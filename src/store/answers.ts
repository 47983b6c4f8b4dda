/** What the schedule and the statistics read of the log: many rows, and little of each. */

import type { Database } from 'better-sqlite3';
import type { EffectiveReview, Rating } from '../schedule/review.ts';

/** An answer that is not taken back, in brief. */
interface Answer
  extends Pick<
    EffectiveReview,
    'id' | 'question' | 'day' | 'at' | 'zone' | 'mode' | 'rating' | 'credit' | 'ms' | 'hint' | 'guess' | 'recall'
  > {
  /** Some of its credit was granted by the student. */
  readonly self: boolean;
}

/** A misconception that was recognised in the replies to a part of a question. */
interface MistakeCount {
  readonly question: string;
  readonly part: string;
  readonly tag: string;
  readonly times: number;
  /** Study day of the last time. */
  readonly lastDay: number;
}

/** How long an answer took. */
interface Timed {
  readonly question: string;
  readonly ms: number;
  readonly credit: number;
}

/** What decides about a question's memory. */
export type Rated = Pick<
  EffectiveReview,
  'id' | 'question' | 'at' | 'zone' | 'day' | 'rating' | 'undone' | 'credit' | 'hint' | 'guess'
>;

export interface Answers {
  /** In the order of time. */
  all(): Answer[];
  on(day: number): Answer[];
  /** How many on each study day from `first` to `last`; days without any are left out. */
  counts(first: number, last: number): ReadonlyMap<number, number>;
  /** Days in a row with an answer, ending on that day or, while there is none yet, on the one before. */
  streak(today: number): number;
  mistakes(): MistakeCount[];
  /** Of the newest answers whose time was taken. */
  times(limit: number): Timed[];
  /** A question's rows that may count, in the order of time. */
  ratedOf(question: string): Rated[];
  /** Of every question in turn. */
  rated(): Generator<readonly [question: string, rows: Rated[]]>;
}

const BRIEF = `SELECT id, question, day, at, zone, mode, rating, credit, ms, hint, guess, recall,
  instr(mark, '"self":true') > 0 AS self FROM effective_review`;
const RATED = 'SELECT id, question, at, zone, day, rating, undone, credit, hint, guess FROM effective_review';

interface BriefRow extends Omit<Answer, 'at' | 'hint' | 'guess' | 'self'> {
  readonly at: number;
  readonly hint: number;
  readonly guess: number;
  readonly self: number;
}
interface RatedRow extends Omit<Rated, 'at' | 'undone' | 'rating' | 'hint' | 'guess'> {
  readonly at: number;
  readonly rating: Rating;
  readonly undone: number;
  readonly hint: number;
  readonly guess: number;
}

/** Prepares every statement once. */
export function prepareAnswers(db: Database): Answers {
  const all = db.prepare<[], BriefRow>(`${BRIEF} WHERE NOT undone ORDER BY at, id`);
  const on = db.prepare<[number], BriefRow>(`${BRIEF} WHERE day = ? AND NOT undone ORDER BY at, id`);
  const counts = db
    .prepare<{ first: number; last: number }, [day: number, answers: number]>(
      'SELECT day, answers FROM day_tally WHERE day BETWEEN @first AND @last AND answers > 0',
    )
    .raw();
  const isStudied = (day: string): string =>
    `EXISTS (SELECT 1 FROM day_tally AS t WHERE t.day = ${day} AND t.answers > 0)`;
  // One statement for all days: a streak may be a thousand of them, and every start asks for it.
  const streak = db
    .prepare<{ today: number }, number>(
      `WITH RECURSIVE run (day) AS (
         SELECT @today UNION ALL SELECT run.day - 1 FROM run WHERE ${isStudied('run.day - 1')}
       )
       SELECT count(*) - 1 + ${isStudied('@today')} FROM run`,
    )
    .pluck();
  // A mark may come from another program, so its parts may be anything; `->>` fails on what is no JSON.
  const mistakes = db.prepare<[], MistakeCount>(
    `SELECT question, p.value ->> '$.name' AS part, p.value ->> '$.mistake' AS tag, count(*) AS times, max(day) AS lastDay
     FROM effective_review, json_each(mark, '$.parts') AS p
     WHERE NOT undone AND instr(mark, '"mistake":"') > 0
       AND json_type(mark, p.fullkey || '.mistake') = 'text' AND json_type(mark, p.fullkey || '.name') = 'text'
     GROUP BY 1, 2, 3 ORDER BY times DESC, lastDay DESC, 1, 2, 3`,
  );
  const times = db.prepare<[number], Timed>(
    'SELECT question, ms, credit FROM effective_review WHERE ms IS NOT NULL AND NOT undone ORDER BY id DESC LIMIT ?',
  );
  // Whether a row is rated is decided by its mode, which needs no look at its corrections.
  const ratedOf = db.prepare<[string], RatedRow>(`${RATED} WHERE question = ? AND mode = 'study' ORDER BY at, id`);
  const rated = db.prepare<[], RatedRow>(`${RATED} WHERE mode = 'study' ORDER BY question, at, id`);

  return {
    all: () => all.all().map(toAnswer),
    on: day => on.all(day).map(toAnswer),
    counts: (first, last) => new Map(counts.all({ first, last })),
    streak: today => streak.get({ today }) ?? 0,
    mistakes: () => mistakes.all(),
    times: limit => times.all(limit),
    ratedOf: question => ratedOf.all(question).map(toRated),
    rated: function* () {
      let group: RatedRow[] = [];
      for (const row of rated.iterate()) {
        if (group[0] && group[0].question !== row.question) {
          yield [group[0].question, group.map(toRated)];
          group = [];
        }
        group.push(row);
      }
      if (group[0]) yield [group[0].question, group.map(toRated)];
    },
  };
}

function toAnswer(row: BriefRow): Answer {
  return {
    ...row,
    at: new Date(row.at),
    hint: row.hint === 1,
    guess: row.guess === 1,
    self: row.self === 1,
  };
}

function toRated(row: RatedRow): Rated {
  return { ...row, at: new Date(row.at), undone: row.undone === 1, hint: row.hint === 1, guess: row.guess === 1 };
}
