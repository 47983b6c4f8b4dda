import type { ExamsScreen } from './state.ts';

/** What keys can depend on, on the screen of exams. */
export type ExamsSituation =
  /** A finished exam is looked at … */
  | 'exam-report'
  /** … or the list, with one under the cursor that is not finished, or whose score was not asked for yet. */
  | 'unfinished'
  | 'unexpected';

export function examsSituations({ rows, row, report }: ExamsScreen): readonly (ExamsSituation | 'found')[] {
  if (report) return ['exam-report'];
  const chosen = rows[row];
  const at: readonly ExamsSituation[] =
    chosen?.kind === 'unfinished'
      ? ['unfinished']
      : chosen?.kind === 'blueprint' && chosen.expected === null
        ? ['unexpected']
        : [];
  return rows.length > 0 ? ['found', ...at] : [];
}
