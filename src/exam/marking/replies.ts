import type { Problem } from '../../bank/problem.ts';
import { quoted } from '../../language/suggest.ts';
import { type CsvRow, readCsv, TableError } from '../csv.ts';
import type { Person } from '../paper.ts';
import { columnOf, enrolled, hasName, type PersonRow, personColumns, twins } from '../roster.ts';

/** What a class wrote, from a table: a row for each person, a column for each place on the paper. */

export interface PaperRow {
  /** In the file, from 1. */
  readonly line: number;
  readonly person: Person;
  /** Index of the form. */
  readonly form: number;
  /** By label, as they were typed; of columns only. */
  readonly replies: ReadonlyMap<string, string>;
}

export interface ReplyTable {
  readonly rows: readonly PaperRow[];
  /** `1.3`, `2.1a`: the places that have a column. */
  readonly labels: readonly string[];
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[];
  readonly header: number;
}

/** With a q before it, as spreadsheets take 1.10 for a number and drop the zero. */
const LABEL = /^q?\s*(\d{1,3}\.\d{1,3}[a-z]{0,2})$/i;

/** The heading of a label: `q1.10`. */
export function headingOf(label: string): string {
  return `q${label}`;
}

/**
 * @param file as errors name it
 * @throws TableError that tells all that is wrong with columns, names and forms; what stands in answers is not looked at
 */
export function readReplies(text: string, file: string): ReplyTable {
  const [header, ...rows] = readCsv(text, file);
  if (!header)
    throw new TableError([{ file, line: 1, message: 'is empty: a header is wanted first, as --template prints it' }]);
  const columns = personColumns(header, file);
  const places = labelColumns(header, file);
  if (!hasName(columns) && columns.id === undefined) throw missing(header, file, 'name or id');
  if (columns.form === undefined) throw missing(header, file, 'form');
  const people = rows.map(row => enrolled(row, columns, file));
  const problems = [
    ...people.flatMap(row => [...row.problems, ...unnamed(row, file)]),
    ...twins(people, file),
    ...rows.flatMap(row => unheaded(row, header, file)),
  ];
  if (people.length === 0) problems.push({ file, line: header.line, message: 'holds no answers below its header' });
  if (problems.length > 0) throw new TableError(problems.toSorted((a, b) => a.line - b.line));
  return {
    rows: people.map(({ line, person: { name, id, form } }, i): PaperRow => {
      const cells = rows[i]?.cells ?? [];
      const replies = new Map([...places].map(([label, place]) => [label, cells[place] ?? '']));
      return { line, person: { name, id }, form: form ?? 0, replies };
    }),
    labels: [...places.keys()],
    ignored: header.cells.map(cell => cell.trim()).filter(isForeign),
    header: header.line,
  };
}

function isForeign(heading: string): boolean {
  return heading !== '' && columnOf(heading) === null && !LABEL.test(heading);
}

function missing({ line }: CsvRow, file: string, what: string): TableError {
  return new TableError([{ file, line, message: `has no column ${what}: --template prints all that are needed` }]);
}

function unnamed({ line, person: { name, id, form }, problems }: PersonRow, file: string): readonly Problem[] {
  if (problems.length > 0) return [];
  if (name === '' && id === '') return [{ file, line, message: 'says neither name nor id' }];
  return form === null ? [{ file, line, message: 'does not say which form it is (A, B …)' }] : [];
}

/** A cell that a comma has cut in two moves all behind it by a column, to where other answers belong. */
function unheaded({ line, cells }: CsvRow, header: CsvRow, file: string): readonly Problem[] {
  const stray = cells.find((cell, i) => cell.trim() !== '' && (header.cells[i] ?? '').trim() === '');
  if (stray === undefined) return [];
  const what = 'stands under no heading: put cells with a comma or semicolon in quotes, or give the column a heading';
  return [{ file, line, message: `${quoted(stray.trim())} ${what}` }];
}

function labelColumns({ line, cells }: CsvRow, file: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const problems: Problem[] = [];
  cells.forEach((cell, i) => {
    const label = LABEL.exec(cell.trim())?.[1]?.toLowerCase();
    if (label === undefined) return;
    if (places.has(label)) {
      const message = `has two columns ${quoted(label)}; spreadsheets make 1.1 of 1.10: write ${headingOf('1.10')}`;
      problems.push({ file, line, message });
    }
    places.set(label, i);
  });
  if (problems.length > 0) throw new TableError(problems);
  return places;
}

/** @throws TableError where a place of a form has no column, by the names of the forms */
export function checkColumns(
  { labels, header }: Pick<ReplyTable, 'labels' | 'header'>,
  forms: readonly { readonly name: string; readonly labels: readonly string[] }[],
  file: string,
): void {
  const known = new Set(labels);
  const problems = forms.flatMap(form => {
    const lacking = form.labels.filter(label => !known.has(label));
    if (lacking.length === 0) return [];
    const names = `${lacking.slice(0, 8).map(headingOf).join(', ')}${lacking.length > 8 ? ' …' : ''}`;
    const message = `has no column ${names} of form ${form.name}: add it, empty where nobody answered`;
    return [{ file, line: header, message }];
  });
  if (problems.length > 0) throw new TableError(problems);
}

/** 1.2, 1.10, 2.1a, 2.1b: the order in which places are printed. */
export function byLabel(a: string, b: string): number {
  const [, firstA, placeA, partA] = LABEL_PARTS.exec(a) ?? [];
  const [, firstB, placeB, partB] = LABEL_PARTS.exec(b) ?? [];
  return Number(firstA) - Number(firstB) || Number(placeA) - Number(placeB) || byLetters(partA ?? '', partB ?? '');
}

const LABEL_PARTS = /^(\d+)\.(\d+)([a-z]*)$/;

/** a … z come before aa. */
export function byLetters(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}
