import type { ExamRow, WantedExam } from './state.ts';

/** The row of an exam; of several with its code the one that goes on, or else the newest. 0 where it is not there. */
export function rowWanted(rows: readonly ExamRow[], { code, blueprint }: WantedExam): number {
  const byCode = code === null ? -1 : rows.findIndex(row => 'code' in row && row.code === code);
  const found = byCode >= 0 ? byCode : rows.findIndex(row => 'blueprint' in row && row.blueprint === blueprint);
  return Math.max(0, found);
}
