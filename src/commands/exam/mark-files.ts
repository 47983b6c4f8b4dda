import type { ItemStatistics } from '../../exam/marking/items.ts';
import type { MarkedClass, UnreadCell } from '../../exam/marking/mark-class.ts';
import type { MarkedPaper } from '../../exam/marking/mark-paper.ts';
import { type Cell, csvLine } from '../transfer/export-cells.ts';

/** The tables of `tutor exam mark --out`. */

/** `results.csv`: a row for each person, with credits by problem and what somebody should look at. */
export function* resultLines({ papers, unread }: Pick<MarkedClass, 'papers' | 'unread'>): Generator<string> {
  const problems = papers[0]?.problems ?? [];
  const numbers = problems.map(({ number, credits }) => `problem ${number} (${rounded(credits)})`);
  yield csvLine(['name', 'id', 'form', ...numbers, 'total', 'of', 'passed', 'not read']);
  for (const paper of papers) yield csvLine(resultCells(paper, unread));
}

function resultCells(
  { line, person, form, problems, earned, credits, passed }: MarkedPaper,
  unread: readonly UnreadCell[],
): Cell[] {
  const cells = unread.filter(cell => cell.line === line).map(({ column }) => column);
  return [
    person.name,
    person.id,
    form,
    ...problems.map(problem => rounded(problem.earned)),
    rounded(earned),
    rounded(credits),
    passed ? 'yes' : 'no',
    cells.join(' '),
  ];
}

type Column = readonly [name: string, cell: (item: ItemStatistics) => Cell];

const COLUMNS: readonly Column[] = [
  ['question', ({ question }) => question],
  ['part', ({ part }) => part],
  ['title', ({ title }) => title],
  ['places', ({ places }) => places.map(({ label, forms }) => `q${label} in ${forms.join(' ')}`).join('; ')],
  ['papers', ({ papers }) => papers],
  ['credits', ({ credits }) => rounded(credits)],
  ['share of credits', ({ difficulty }) => rounded(difficulty)],
  ['item-rest correlation', ({ itemRest }) => maybe(itemRest)],
  ['upper-lower index', ({ upperLower }) => maybe(upperLower)],
  ['blank', ({ blank }) => blank],
  ['not read', ({ unreadable }) => unreadable],
  ['carried forward', ({ carried }) => carried],
  ['mistakes', ({ mistakes }) => mistakes.map(({ tag, times }) => `${tag}: ${times}`).join(' | ')],
  [
    'ticked',
    ({ options }) =>
      options
        .map(({ text, right, shown, ticked }) => `${right ? 'right' : 'wrong'} ${ticked}/${shown}: ${text}`)
        .join(' | '),
  ],
];

/** `items.csv`: a row for each question, and for each part of one that has several. */
export function* itemLines({ items }: Pick<MarkedClass, 'items'>): Generator<string> {
  yield csvLine(COLUMNS.map(([name]) => name));
  for (const item of items) yield csvLine(COLUMNS.map(([, cell]) => cell(item)));
}

function maybe(value: number | null): Cell {
  return value === null ? null : rounded(value);
}

function rounded(value: number): number {
  return Number(value.toFixed(4)) + 0;
}
