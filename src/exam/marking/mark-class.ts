import type { Form } from '../form.ts';
import { type ClassStatistics, classStatistics } from './class.ts';
import { decimalsOf } from './decimals.ts';
import { type ItemStatistics, itemStatistics } from './items.ts';
import { labelsOf, type MarkedPaper, type MarkedPart, markPaper } from './mark-paper.ts';
import { checkColumns, headingOf, type PaperRow, type ReplyTable } from './replies.ts';

/** A whole class: each paper against the form that it is. */

export interface MarkedClass {
  readonly papers: readonly MarkedPaper[];
  readonly statistics: ClassStatistics;
  readonly items: readonly ItemStatistics[];
  /** Cells to be looked at by somebody: they earned nothing. */
  readonly unread: readonly UnreadCell[];
  /** Numbers such as 2,132, which were read as 2.132 like all others of the table. */
  readonly commas: readonly string[];
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
  const formFor = ({ form }: PaperRow): Form => forms.get(form) as Form;
  const decimals = decimalsOf(table.rows, formFor);
  const papers = table.rows.map(row => markPaper(row, formFor(row), pass, decimals));
  return {
    papers,
    statistics: classStatistics(papers),
    items: itemStatistics(papers),
    unread: papers.flatMap(unreadOf),
    commas: papers.flatMap(partsOf).flatMap(({ comma, reply }) => (comma ? [reply.trim()] : [])),
  };
}

function partsOf({ problems }: MarkedPaper): readonly MarkedPart[] {
  return problems.flatMap(({ questions }) => questions.flatMap(({ parts }) => parts));
}

function unreadOf(paper: MarkedPaper): readonly UnreadCell[] {
  const { line, person, form, stray } = paper;
  const who = person.name || person.id;
  const cell = (label: string, reply: string, reason: string): UnreadCell => {
    return { line, column: headingOf(label), who, reply, reason };
  };
  const parts = partsOf(paper);
  // Who wrote nothing at all meant nothing by any box.
  const doubtful = parts.some(({ state }) => state !== 'blank') ? parts : [];
  return [
    ...doubtful.flatMap(({ label, reply, error }) => (error === null ? [] : [cell(label, reply, error)])),
    ...stray.map(({ label, reply }) => cell(label, reply, `form ${form} has no ${label}`)),
  ];
}
