import type { Form } from '../form.ts';
import { type ClassStatistics, classStatistics } from './class.ts';
import { type ItemStatistics, itemStatistics } from './items.ts';
import { labelsOf, type MarkedPaper, markPaper } from './mark-paper.ts';
import { checkColumns, headingOf, type ReplyTable } from './replies.ts';

/** A whole class: each paper against the form that it is. */

export interface MarkedClass {
  readonly papers: readonly MarkedPaper[];
  readonly statistics: ClassStatistics;
  readonly items: readonly ItemStatistics[];
  /** Cells to be looked at by somebody: they earned nothing. */
  readonly unread: readonly UnreadCell[];
}

export interface UnreadCell {
  /** Line of the table. */
  readonly line: number;
  /** As its heading is written. */
  readonly column: string;
  /** The name, or the number where there is none. */
  readonly who: string;
  readonly reply: string;
  readonly reason: string;
}

/**
 * @param formOf makes a form by its index; called once for each
 * @param pass credits that pass the exam
 * @param file as errors name it
 * @throws TableError where a form has places without a column
 */
export function markClass(table: ReplyTable, formOf: (index: number) => Form, pass: number, file: string): MarkedClass {
  const indexes = [...new Set(table.rows.map(({ form }) => form))].sort((a, b) => a - b);
  const forms = new Map(indexes.map(index => [index, formOf(index)]));
  const wanted = [...forms.values()].map(form => ({ name: form.name, labels: labelsOf(form) }));
  checkColumns(table, wanted, file);
  const papers = table.rows.map(row => markPaper(row, forms.get(row.form) as Form, pass));
  return {
    papers,
    statistics: classStatistics(papers),
    items: itemStatistics(papers),
    unread: papers.flatMap(unreadOf),
  };
}

function unreadOf({ line, person, form, problems, stray }: MarkedPaper): readonly UnreadCell[] {
  const who = person.name || person.id;
  const cell = (label: string, reply: string, reason: string): UnreadCell => {
    return { line, column: headingOf(label), who, reply, reason };
  };
  const parts = problems.flatMap(({ questions }) => questions.flatMap(question => question.parts));
  return [
    ...parts.flatMap(({ label, reply, error }) => (error === null ? [] : [cell(label, reply, error)])),
    ...stray.map(({ label, reply }) => cell(label, reply, `form ${form} has no ${label}`)),
  ];
}
