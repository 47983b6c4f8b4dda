/** Takes rows of another history in, and gives this one's away. Together two histories are the union of their rows. */

import type { Database, Statement } from 'better-sqlite3';
import { StoreError } from './errors.ts';
import type { ExamRow } from './exam-rows.ts';
import { EXAM_COLUMNS } from './exam-tables.ts';
import { CORRECTION_COLUMNS, insertInto, REVIEW_COLUMNS } from './log.ts';
import type { CorrectionRow, ReviewRow, SettingRow, VersionRow } from './rows.ts';
import { SETTING_COLUMNS } from './settings.ts';
import { VERSION_COLUMNS } from './versions.ts';

/** Any row of the history. The study day of a review follows from the rest and is not told. */
export type LogRow =
  | { readonly type: 'question'; readonly row: VersionRow }
  | { readonly type: 'review'; readonly row: Omit<ReviewRow, 'day'> }
  | { readonly type: 'correction'; readonly row: CorrectionRow }
  | { readonly type: 'setting'; readonly row: SettingRow }
  | { readonly type: 'exam'; readonly row: ExamRow };

/** In the order in which they are given away. */
export const ROW_TYPES = ['question', 'review', 'correction', 'setting', 'exam'] as const satisfies LogRow['type'][];

/** A count of each type, to begin with. */
export function noRows(): Record<LogRow['type'], number> {
  return { question: 0, review: 0, correction: 0, setting: 0, exam: 0 };
}

/** Two rows with one id say different things, which no merge can mend. */
export class DifferentRows extends StoreError {}

export interface Exchange {
  /** Adds a row; false where it is known. @throws DifferentRows where another row has its id */
  add(row: LogRow): boolean;
  /** Questions as they were, then reviews, corrections, settings and exams, by their ids; of one device, or all. */
  rows(device: string | null): Generator<LogRow>;
}

/** Prepares every statement once. */
export function prepareExchange(db: Database, studyDay: (at: Date, zone: string) => number): Exchange {
  const tables: Readonly<Record<LogRow['type'], (row: LogRow['row']) => boolean>> = {
    question: adder(db, 'question_version', VERSION_COLUMNS, ['question', 'hash']),
    review: adder(db, 'review', REVIEW_COLUMNS, ['id']),
    correction: adder(db, 'correction', CORRECTION_COLUMNS, ['id']),
    setting: adder(db, 'setting', SETTING_COLUMNS, ['id']),
    exam: adder(db, 'exam', EXAM_COLUMNS, ['id']),
  };
  const versions = db.prepare<[], VersionRow>('SELECT * FROM question_version ORDER BY question, hash');
  const of = <Row>(table: string): Statement<[string | null], Row> =>
    db.prepare<[string | null], Row>(`SELECT * FROM ${table} WHERE device = coalesce(?, device) ORDER BY id`);
  const [reviews, corrections, settings, exams] = [
    of<ReviewRow>('review'),
    of<CorrectionRow>('correction'),
    of<SettingRow>('setting'),
    of<ExamRow>('exam'),
  ];

  return {
    add: ({ type, row }) => {
      const whole = type === 'review' ? { ...row, day: studyDay(new Date(row.at), row.zone) } : row;
      return tables[type](whole);
    },
    rows: function* (device) {
      for (const row of versions.iterate()) yield { type: 'question', row };
      for (const { day: _, ...row } of reviews.iterate(device)) yield { type: 'review', row };
      for (const row of corrections.iterate(device)) yield { type: 'correction', row };
      for (const row of settings.iterate(device)) yield { type: 'setting', row };
      for (const row of exams.iterate(device)) yield { type: 'exam', row };
    },
  };
}

type Values = Readonly<Record<string, unknown>>;

function adder(
  db: Database,
  table: string,
  columns: readonly string[],
  key: readonly string[],
): (row: LogRow['row']) => boolean {
  const insert = db.prepare<Values>(insertInto(table, columns));
  const where = key.map(column => `${column} = @${column}`).join(' AND ');
  const select = db.prepare<Values, Values>(`SELECT * FROM ${table} WHERE ${where}`);
  return given => {
    const row: Values = { ...given };
    const known = select.get(row);
    if (known === undefined) {
      insert.run(row);
      return true;
    }
    const other = columns.find(column => known[column] !== row[column]);
    if (other !== undefined) {
      const name = key.map(column => row[column]).join(' ');
      throw new DifferentRows(
        `Two different rows are called ${table} ${name}: their "${other}" differs. One of them was changed by hand; nothing was taken in.`,
      );
    }
    return false;
  };
}
